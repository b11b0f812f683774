/** What a match of a pattern can begin and end with and must contain, derived from the source of the pattern. */
export interface PatternEdges {
  /** UTF-16 units that a match can begin with; null: any, or a match can be empty. */
  readonly first: ReadonlySet<number> | null;
  /** The same for its end. */
  readonly last: ReadonlySet<number> | null;
  /** A match can only be at the beginning, or at the end, of the text. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** A match contains at least one member of each set: a unit, or two adjacent units. */
  readonly needs: readonly ReadonlySet<string>[];
}

/** Units; null: any. */
type Units = ReadonlySet<number> | null;

interface Part {
  readonly first: Units;
  readonly last: Units;
  /** It can match the empty text. */
  readonly empty: boolean;
  readonly needs: PatternEdges["needs"];
}

const NONE: ReadonlySet<number> = new Set();
/** Matches of no width: `^`, `\b`, lookaround. */
const NOWHERE: Part = { first: NONE, last: NONE, empty: true, needs: [] };
const ANYTHING: Part = { first: null, last: null, empty: false, needs: [] };
/** Longer ranges of a character class count as "anything". */
const LONGEST_RANGE = 64;
/** Larger sets hardly exclude a text, so they are dropped. */
const MOST_PAIRS = 64;
const MOST_OF_EITHER = 512;

/** Derives the edges from the source of a pattern. Syntax that is not known here counts as "anything". */
export function patternEdgesOf({ source, flags }: RegExp): PatternEdges {
  const unknown: PatternEdges = { first: null, last: null, atStart: false, atEnd: false, needs: [] };
  // Two units may be one character of a class or of a quantifier.
  if (/[mv]/.test(flags) || [...source].length < source.length) return unknown;
  const reader = new Reader(source, flags.includes("i"));
  const { parts, atStart, atEnd } = reader.alternatives();
  if (!reader.done || reader.unclear) return unknown;
  const { first, last, empty, needs } = either(parts);
  return { first: empty ? null : first, last: empty ? null : last, atStart, atEnd, needs };
}

function union(a: Units, b: Units): Units {
  return a === null || b === null ? null : new Set([...a, ...b]);
}

function either(parts: readonly Part[]): Part {
  return parts.reduce((all, part) => ({
    first: union(all.first, part.first),
    last: union(all.last, part.last),
    empty: all.empty || part.empty,
    needs: neededByEither(all.needs, part.needs),
  }));
}

/** One need for two alternatives: the union of the most selective need of each. */
function neededByEither(some: PatternEdges["needs"], others: PatternEdges["needs"]): PatternEdges["needs"] {
  if (some.length === 0 || others.length === 0) return [];
  const need = new Set([...rarest(some), ...rarest(others)]);
  return need.size > MOST_OF_EITHER ? [] : [need];
}

function rarest(needs: PatternEdges["needs"]): ReadonlySet<string> {
  return needs.reduce((least, need) => (patternCommonness(need) <= patternCommonness(least) ? need : least));
}

/** Estimates how likely a text contains one of these: single letters are common, a certain pair is rare. Only for comparing. */
export function patternCommonness(need: ReadonlySet<string>): number {
  let sum = 0;
  for (const each of need) sum += each.length > 1 ? 1 : each.charCodeAt(0) > LAST_ASCII ? COMMON : MOST_COMMON;
  return sum;
}

const COMMON = 4;
const MOST_COMMON = 16;

function anyOf(units: ReadonlySet<number>): Part {
  return {
    first: units,
    last: units,
    empty: false,
    needs: [new Set([...units].map((unit) => String.fromCharCode(unit)))],
  };
}

/** The pairs of units where one part meets the next. */
function pairsOf(before: Part, after: Part): PatternEdges["needs"] {
  if (before.empty || after.empty || before.last === null || after.first === null) return [];
  if (before.last.size * after.first.size > MOST_PAIRS) return [];
  const pairs = new Set<string>();
  for (const unit of before.last) for (const next of after.first) pairs.add(String.fromCharCode(unit, next));
  return [pairs];
}

/** The units that a case-insensitive pattern matches; null if that is not known here. */
function inAnyCase(units: ReadonlySet<number>): Units {
  const all = new Set<number>();
  for (const unit of units) {
    const character = String.fromCharCode(unit);
    const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
    if (lower !== upper && unit > LAST_ASCII) return null;
    for (const each of [lower, upper, ...(ALSO_READ_AS[lower] ?? "")]) all.add(each.charCodeAt(0));
  }
  return all;
}

const LAST_ASCII = 127;
/** Characters beyond ASCII that match a letter if case is ignored. */
const ALSO_READ_AS: Readonly<Record<string, string>> = { k: "\u212a", s: "\u017f" };

/** Reads the source of a pattern from left to right. */
class Reader {
  readonly #source: string;
  readonly #ignoresCase: boolean;
  #at = 0;
  /** Something was read that is not known here. */
  #unclear = false;

  constructor(source: string, ignoresCase: boolean) {
    this.#source = source;
    this.#ignoresCase = ignoresCase;
  }

  get unclear(): boolean {
    return this.#unclear;
  }

  get done(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): { parts: readonly Part[]; atStart: boolean; atEnd: boolean } {
    const parts: Part[] = [];
    let [atStart, atEnd] = [true, true];
    do {
      if (parts.length > 0) this.#at += 1;
      atStart &&= this.#source[this.#at] === "^";
      let part = NOWHERE;
      let ends = false;
      while (!this.done && this.#source[this.#at] !== "|" && this.#source[this.#at] !== ")") {
        ends = this.#source[this.#at] === "$";
        part = this.#followedBy(part, this.#quantified());
      }
      atEnd &&= ends;
      parts.push(part);
    } while (this.#source[this.#at] === "|");
    return { parts, atStart, atEnd };
  }

  #followedBy(before: Part, after: Part): Part {
    return {
      first: before.empty ? union(before.first, after.first) : before.first,
      last: after.empty ? union(before.last, after.last) : after.last,
      empty: before.empty && after.empty,
      needs: [...before.needs, ...pairsOf(before, after), ...after.needs],
    };
  }

  #quantified(): Part {
    const part = this.#term();
    const [found, least] = /^(?:[*?]|\+|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at)) ?? [];
    if (found === undefined) return part;
    this.#at += found.length;
    return found.startsWith("*") || found.startsWith("?") || least === "0" ? { ...part, empty: true, needs: [] } : part;
  }

  #term(): Part {
    const character = this.#source.charAt(this.#at);
    this.#at += 1;
    switch (character) {
      case "^":
      case "$":
        return NOWHERE;
      case ".":
        return ANYTHING;
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return this.#escape();
      default:
        return this.#one(character.charCodeAt(0));
    }
  }

  #one(unit: number): Part {
    return this.#anyOf(new Set([unit]));
  }

  #anyOf(units: ReadonlySet<number>): Part {
    const all = this.#ignoresCase ? inAnyCase(units) : units;
    return all === null ? ANYTHING : anyOf(all);
  }

  #group(): Part {
    const [opening = ""] = /^\?(?:<?[=!]|:|<[^>]*>)/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += opening.length;
    if (this.#source[this.#at] === "?") this.#unclear = true;
    const part = either(this.alternatives().parts);
    this.#at += 1;
    return /[=!]$/.test(opening) ? NOWHERE : part;
  }

  #escape(): Part {
    const rest = this.#source.slice(this.#at);
    const [coded, hex] = /^u([\da-f]{4})/i.exec(rest) ?? [];
    this.#at += coded?.length ?? 1;
    if (hex !== undefined) return this.#one(Number.parseInt(hex, 16));
    const letter = rest.charAt(0);
    if (letter === "b" || letter === "B") return NOWHERE;
    if (letter === "d") return anyOf(new Set(Array.from("0123456789", (digit) => digit.charCodeAt(0))));
    if (/[\dkcx]/.test(letter)) this.#unclear = true;
    if (!/[a-z]/i.test(letter)) return this.#one(letter.charCodeAt(0));
    const braces = /^[puP]\{[^}]*\}/.exec(rest);
    if (braces) this.#at += braces[0].length - 1;
    return ANYTHING;
  }

  #class(): Part {
    const [text = ""] = /^(?:\\.|[^\]\\])*/s.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += text.length + 1;
    if (text.startsWith("^") || text.includes("\\")) return ANYTHING;
    const units = new Set<number>();
    for (let at = 0; at < text.length; at += 1) {
      const from = text.charCodeAt(at);
      const ranged = text[at + 1] === "-" && at + 2 < text.length;
      const to = ranged ? text.charCodeAt(at + 2) : from;
      if (to - from > LONGEST_RANGE) return ANYTHING;
      for (let unit = from; unit <= to; unit += 1) units.add(unit);
      if (ranged) at += 2;
    }
    return this.#anyOf(units);
  }
}
