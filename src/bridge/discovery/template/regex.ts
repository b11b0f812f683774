import { type Budget, TemplateError } from "./budget.ts";

/**
 * Regular expressions of templates, by an engine of our own that counts its steps: those of JavaScript cannot be stopped,
 * and a pattern from the broker may be made to run for ever. Python's syntax as far as payloads use it.
 */
type Piece =
  | { readonly kind: "one"; readonly fits: (char: string) => boolean }
  | { readonly kind: "start" | "end" | "boundary" | "no-boundary" }
  | { readonly kind: "group"; readonly index: number | null; readonly options: readonly (readonly Piece[])[] }
  | { readonly kind: "look"; readonly negate: boolean; readonly options: readonly (readonly Piece[])[] }
  | { readonly kind: "again"; readonly index: number }
  | {
      readonly kind: "repeat";
      readonly piece: Piece;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** Longest pattern and longest text that is searched, in UTF-16 units. */
const MAX_PATTERN = 500;
const MAX_SUBJECT = 8192;
const MAX_REPEAT = 10_000;
const MAX_NESTING = 30;

export interface Found {
  readonly start: number;
  readonly end: number;
  /** By number; 0 is the whole. */
  readonly groups: readonly (string | undefined)[];
}

export class Pattern {
  readonly #options: readonly (readonly Piece[])[];
  readonly groups: number;

  /** @throws TemplateError `syntax`, `unsupported`, `too-big` */
  constructor(source: string, ignoreCase = false) {
    if (source.length > MAX_PATTERN) throw new TemplateError("too-big", "pattern too long");
    const parser = new PatternParser(source, ignoreCase);
    this.#options = parser.all();
    this.groups = parser.groups;
  }

  /** The first match at or after `from`; `only` at exactly `from`. */
  find(text: string, from: number, budget: Budget, only = false): Found | null {
    if (text.length > MAX_SUBJECT) throw new TemplateError("too-big", "text too long for a pattern");
    const last = only ? from : text.length;
    for (let start = from; start <= last; start += 1) {
      const run = new Run(text, budget);
      const end = run.options(this.#options, start, (place) => place);
      if (end < 0) continue;
      const groups = Array.from({ length: this.groups + 1 }, (_, index) =>
        index === 0 ? text.slice(start, end) : run.group(index),
      );
      return { start, end, groups };
    }
    return null;
  }

  /** Every match, not overlapping. */
  all(text: string, budget: Budget): Found[] {
    const found: Found[] = [];
    let from = 0;
    while (from <= text.length) {
      budget.step();
      const one = this.find(text, from, budget);
      if (!one) break;
      found.push(one);
      from = one.end > one.start ? one.end : one.end + 1;
    }
    return found;
  }

  /** Python's re.sub: `\1` and `\g<1>` in the replacement are groups. */
  replace(text: string, replacement: string, budget: Budget): string {
    let result = "";
    let from = 0;
    for (const one of this.all(text, budget)) {
      const put = replacement.replace(/\\(?:g<(\d{1,2})>|(\d{1,2}))/g, (_, named?: string, plain?: string) => {
        return one.groups[Number(named ?? plain)] ?? "";
      });
      budget.make(put.length + one.start - from);
      result += text.slice(from, one.start) + put;
      from = one.end;
    }
    return result + text.slice(from);
  }
}

/** One attempt: continuations return where the whole match ends, -1 for none. */
class Run {
  readonly #text: string;
  readonly #budget: Budget;
  readonly #groups: ([number, number] | undefined)[] = [];

  constructor(text: string, budget: Budget) {
    this.#text = text;
    this.#budget = budget;
  }

  group(index: number): string | undefined {
    const place = this.#groups[index];
    return place && this.#text.slice(place[0], place[1]);
  }

  options(options: readonly (readonly Piece[])[], at: number, next: (place: number) => number): number {
    for (const option of options) {
      const end = this.#sequence(option, 0, at, next);
      if (end >= 0) return end;
    }
    return -1;
  }

  #sequence(pieces: readonly Piece[], index: number, at: number, next: (place: number) => number): number {
    const piece = pieces[index];
    if (piece === undefined) return next(at);
    return this.#piece(piece, at, (place) => this.#sequence(pieces, index + 1, place, next));
  }

  #piece(piece: Piece, at: number, next: (place: number) => number): number {
    this.#budget.step();
    const text = this.#text;
    switch (piece.kind) {
      case "one":
        return at < text.length && piece.fits(text.charAt(at)) ? next(at + 1) : -1;
      case "start":
        return at === 0 ? next(at) : -1;
      case "end":
        return at === text.length || (at === text.length - 1 && text.endsWith("\n")) ? next(at) : -1;
      case "boundary":
      case "no-boundary": {
        const word = (place: number) => /\w/.test(text.charAt(place));
        const edge = (at > 0 && word(at - 1)) !== (at < text.length && word(at));
        return edge === (piece.kind === "boundary") ? next(at) : -1;
      }
      case "group": {
        const { index, options } = piece;
        if (index === null) return this.options(options, at, next);
        const before = this.#groups[index];
        const end = this.options(options, at, (place) => {
          const inner = this.#groups[index];
          this.#groups[index] = [at, place];
          const whole = next(place);
          if (whole < 0) this.#groups[index] = inner;
          return whole;
        });
        if (end < 0) this.#groups[index] = before;
        return end;
      }
      case "look": {
        const found = this.options(piece.options, at, (place) => place) >= 0;
        return found !== piece.negate ? next(at) : -1;
      }
      case "again": {
        const said = this.group(piece.index) ?? "";
        return text.startsWith(said, at) ? next(at + said.length) : -1;
      }
      case "repeat":
        return piece.piece.kind === "one"
          ? this.#repeatOne(piece, piece.piece.fits, at, next)
          : this.#repeat(piece, 0, at, next);
      default:
        return piece satisfies never;
    }
  }

  /** A repeated single character needs no recursion. */
  #repeatOne(
    { min, max, lazy }: Extract<Piece, { kind: "repeat" }>,
    fits: (char: string) => boolean,
    at: number,
    next: (place: number) => number,
  ): number {
    const text = this.#text;
    const fitting = (place: number) => place < text.length && fits(text.charAt(place));
    let count = 0;
    const most = lazy ? min : max;
    while (count < most && fitting(at + count)) {
      this.#budget.step();
      count += 1;
    }
    if (count < min) return -1;
    for (;;) {
      const end = next(at + count);
      if (end >= 0) return end;
      this.#budget.step();
      if (lazy) {
        if (count >= max || !fitting(at + count)) return -1;
        count += 1;
      } else {
        if (count <= min) return -1;
        count -= 1;
      }
    }
  }

  #repeat(
    piece: Extract<Piece, { kind: "repeat" }>,
    count: number,
    at: number,
    next: (place: number) => number,
  ): number {
    const { min, max, lazy } = piece;
    const more = () =>
      count < max
        ? this.#piece(piece.piece, at, (place) =>
            // A repetition that takes nothing would go on for ever.
            place === at && count >= min ? -1 : this.#repeat(piece, count + 1, place, next),
          )
        : -1;
    if (count < min) return more();
    const [first, second] = lazy ? [() => next(at), more] : [more, () => next(at)];
    const end = first();
    return end >= 0 ? end : second();
  }
}

const DIGIT = (char: string) => char >= "0" && char <= "9";
const WORD = (char: string) => /[\p{L}\p{N}_]/u.test(char);
const SPACE = (char: string) => /\s/.test(char);
const CLASSES: Readonly<Record<string, (char: string) => boolean>> = {
  d: DIGIT,
  D: (char) => !DIGIT(char),
  w: WORD,
  W: (char) => !WORD(char),
  s: SPACE,
  S: (char) => !SPACE(char),
};
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v", "0": "\0" };

class PatternParser {
  readonly #source: string;
  #ignoreCase: boolean;
  #at = 0;
  #nesting = 0;
  groups = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  all(): Piece[][] {
    if (this.#take("(?i)")) this.#ignoreCase = true;
    const options = this.#alternatives();
    if (this.#at < this.#source.length) throw new TemplateError("syntax", "pattern: unbalanced )");
    return options;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #alternatives(): Piece[][] {
    this.#nesting += 1;
    if (this.#nesting > MAX_NESTING) throw new TemplateError("too-big", "pattern: too deep");
    const options: Piece[][] = [[]];
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== ")") {
      if (this.#take("|")) options.push([]);
      else options.at(-1)?.push(this.#repeated(this.#atom()));
    }
    this.#nesting -= 1;
    return options;
  }

  #repeated(piece: Piece): Piece {
    let result = piece;
    for (;;) {
      const bounds = this.#bounds();
      if (!bounds) return result;
      const lazy = this.#take("?");
      if (!lazy) this.#take("+");
      result = { kind: "repeat", piece: result, ...bounds, lazy };
    }
  }

  #bounds(): { min: number; max: number } | null {
    if (this.#take("*")) return { min: 0, max: MAX_REPEAT };
    if (this.#take("+")) return { min: 1, max: MAX_REPEAT };
    if (this.#take("?")) return { min: 0, max: 1 };
    const braces = /^\{(\d{0,4})(?:(,)(\d{0,4}))?\}/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!braces || braces[0] === "{}" || braces[0] === "{,}") return null;
    this.#at += braces[0].length;
    const min = Number(braces[1] || 0);
    const max = braces[2] === undefined ? min : Number(braces[3] || MAX_REPEAT);
    if (max < min) throw new TemplateError("syntax", "pattern: wrong repetition");
    return { min, max };
  }

  #atom(): Piece {
    const char = this.#source.charAt(this.#at);
    this.#at += 1;
    if (char === "(") return this.#group();
    if (char === "[") return { kind: "one", fits: this.#set() };
    if (char === ".") return { kind: "one", fits: (other) => other !== "\n" };
    if (char === "^") return { kind: "start" };
    if (char === "$") return { kind: "end" };
    if (char === "\\") return this.#escape();
    if ("*+?".includes(char)) throw new TemplateError("syntax", "pattern: nothing to repeat");
    return this.#literal(char);
  }

  #literal(char: string): Piece {
    if (!this.#ignoreCase) return { kind: "one", fits: (other) => other === char };
    const lower = char.toLowerCase();
    return { kind: "one", fits: (other) => other.toLowerCase() === lower };
  }

  #escape(): Piece {
    const char = this.#source.charAt(this.#at);
    this.#at += 1;
    const fits = Object.hasOwn(CLASSES, char) ? CLASSES[char] : undefined;
    if (fits) return { kind: "one", fits };
    if (char === "b") return { kind: "boundary" };
    if (char === "B") return { kind: "no-boundary" };
    if (char === "A") return { kind: "start" };
    if (char === "Z") return { kind: "end" };
    if (/[1-9]/.test(char)) return { kind: "again", index: Number(char) };
    if (char === "") throw new TemplateError("syntax", "pattern: ends with \\");
    return this.#literal(Object.hasOwn(CONTROLS, char) ? (CONTROLS[char] ?? char) : char);
  }

  #group(): Piece {
    const negate = this.#source.startsWith("?!", this.#at);
    const plain = this.#take("?:");
    const look = !plain && (this.#take("?=") || this.#take("?!"));
    const name = /^\?P?<([A-Za-z_]\w{0,30})>/.exec(this.#source.slice(this.#at, this.#at + 40));
    if (name) this.#at += name[0].length;
    else if (!plain && !look && this.#source.charAt(this.#at) === "?") {
      throw new TemplateError("unsupported", "pattern: this kind of group");
    }
    const index = plain || look ? null : ++this.groups;
    const options = this.#alternatives();
    if (!this.#take(")")) throw new TemplateError("syntax", "pattern: missing )");
    return look ? { kind: "look", negate, options } : { kind: "group", index, options };
  }

  #set(): (char: string) => boolean {
    const negate = this.#take("^");
    const tests: ((char: string) => boolean)[] = [];
    let first = true;
    while (first || this.#source.charAt(this.#at) !== "]") {
      first = false;
      const low = this.#setChar();
      if (typeof low !== "string") {
        tests.push(low);
        continue;
      }
      const ranged = this.#source.charAt(this.#at) === "-" && this.#source.charAt(this.#at + 1) !== "]";
      if (!ranged) {
        tests.push((char) => char === low);
        continue;
      }
      this.#at += 1;
      const high = this.#setChar();
      if (typeof high !== "string") throw new TemplateError("syntax", "pattern: wrong range");
      tests.push((char) => char >= low && char <= high);
    }
    this.#at += 1;
    const ignoreCase = this.#ignoreCase;
    const fits = (char: string) => tests.some((test) => test(char));
    return (char) => {
      const found = fits(char) || (ignoreCase && (fits(char.toLowerCase()) || fits(char.toUpperCase())));
      return found !== negate;
    };
  }

  #setChar(): string | ((char: string) => boolean) {
    const char = this.#source.charAt(this.#at);
    if (char === "") throw new TemplateError("syntax", "pattern: missing ]");
    this.#at += 1;
    if (char !== "\\") return char;
    const escaped = this.#source.charAt(this.#at);
    this.#at += 1;
    const fits = Object.hasOwn(CLASSES, escaped) ? CLASSES[escaped] : undefined;
    return fits ?? (Object.hasOwn(CONTROLS, escaped) ? (CONTROLS[escaped] ?? escaped) : escaped);
  }
}
