import { TemplateError } from "./budget.ts";

/** What a pattern is made of. */
export type PatternPiece =
  | { readonly kind: "one"; readonly fits: (char: string) => boolean }
  | { readonly kind: "start" | "end" | "boundary" | "no-boundary" }
  | { readonly kind: "group"; readonly index: number | null; readonly options: readonly (readonly PatternPiece[])[] }
  | { readonly kind: "look"; readonly negate: boolean; readonly options: readonly (readonly PatternPiece[])[] }
  | { readonly kind: "again"; readonly index: number }
  | {
      readonly kind: "repeat";
      readonly piece: PatternPiece;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

const MAX_REPEAT = 10_000;
const MAX_NESTING = 30;

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

/** Reads a pattern in Python's syntax, as far as payloads use it. */
export class PatternParser {
  readonly #source: string;
  #ignoreCase: boolean;
  #at = 0;
  #nesting = 0;
  groups = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  all(): PatternPiece[][] {
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

  #alternatives(): PatternPiece[][] {
    this.#nesting += 1;
    if (this.#nesting > MAX_NESTING) throw new TemplateError("too-big", "pattern: too deep");
    const options: PatternPiece[][] = [[]];
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== ")") {
      if (this.#take("|")) options.push([]);
      else options.at(-1)?.push(this.#repeated(this.#atom()));
    }
    this.#nesting -= 1;
    return options;
  }

  #repeated(piece: PatternPiece): PatternPiece {
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

  #atom(): PatternPiece {
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

  #literal(char: string): PatternPiece {
    if (!this.#ignoreCase) return { kind: "one", fits: (other) => other === char };
    const lower = char.toLowerCase();
    return { kind: "one", fits: (other) => other.toLowerCase() === lower };
  }

  #escape(): PatternPiece {
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

  #group(): PatternPiece {
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
