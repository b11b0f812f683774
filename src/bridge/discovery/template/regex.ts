import { type Budget, TemplateError } from "./budget.ts";
import { PatternParser, type PatternPiece } from "./regex-parser.ts";

/** Longest pattern and longest text that is searched, in UTF-16 units. */
const MAX_PATTERN = 500;
const MAX_SUBJECT = 8192;

export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** By number; 0 is the whole. */
  readonly groups: readonly (string | undefined)[];
}

/**
 * Regular expressions of templates, by an engine of our own that counts its steps: those of JavaScript cannot be stopped,
 * and a pattern from the broker may be made to run for ever. Python's syntax as far as payloads use it.
 */
export class Pattern {
  readonly #options: readonly (readonly PatternPiece[])[];
  readonly groups: number;

  /** @throws TemplateError `syntax`, `unsupported`, `too-big` */
  constructor(source: string, ignoreCase = false) {
    if (source.length > MAX_PATTERN) throw new TemplateError("too-big", "pattern too long");
    const parser = new PatternParser(source, ignoreCase);
    this.#options = parser.all();
    this.groups = parser.groups;
  }

  /** The first match at or after `from`; `only` at exactly `from`. */
  find(text: string, from: number, budget: Budget, only = false): PatternMatch | null {
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
  all(text: string, budget: Budget): PatternMatch[] {
    const found: PatternMatch[] = [];
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

  options(options: readonly (readonly PatternPiece[])[], at: number, next: (place: number) => number): number {
    for (const option of options) {
      const end = this.#sequence(option, 0, at, next);
      if (end >= 0) return end;
    }
    return -1;
  }

  #sequence(pieces: readonly PatternPiece[], index: number, at: number, next: (place: number) => number): number {
    const piece = pieces[index];
    if (piece === undefined) return next(at);
    return this.#piece(piece, at, (place) => this.#sequence(pieces, index + 1, place, next));
  }

  #piece(piece: PatternPiece, at: number, next: (place: number) => number): number {
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
    { min, max, lazy }: Extract<PatternPiece, { kind: "repeat" }>,
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
    piece: Extract<PatternPiece, { kind: "repeat" }>,
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
