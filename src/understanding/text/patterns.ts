import { patternEdgesOf } from "./pattern-edges.ts";
import { hasRequiredUnits, type RequiredUnits, requiredUnitsOf, scanText } from "./pattern-prefilter.ts";

interface Known {
  readonly pattern: RegExp;
  /** First and last units that a text must have; null: any. */
  readonly first: ReadonlySet<number> | null;
  readonly last: ReadonlySet<number> | null;
  readonly needs: readonly RequiredUnits[];
}

/**
 * A list of patterns with a prefilter: of a text only those patterns are tried whose edges and needs it can fulfil. Their order
 * is kept.
 */
export class Patterns {
  /** Patterns that are not sticky and can match a text with this first unit, keyed by the unit. */
  readonly #beginning = new Map<number, readonly Known[]>();
  /** Patterns that are not sticky and can match a text with any other first unit. */
  readonly #anyBeginning: readonly Known[];
  /** Sticky patterns, keyed by a unit that they can begin with. */
  readonly #starting = new Map<number, readonly Known[]>();
  /** Sticky patterns that can begin with any unit. */
  readonly #open: readonly Known[];

  constructor(patterns: readonly RegExp[]) {
    const sticky = patterns
      .filter((each) => each.sticky)
      .map((pattern) => {
        const { first, needs } = patternEdgesOf(pattern);
        return { pattern, first, last: null, needs: requiredUnitsOf(needs) };
      });
    const anywhere = patterns
      .filter((each) => !each.sticky)
      .map((pattern) => {
        const { first, last, atStart, atEnd, needs } = patternEdgesOf(pattern);
        return { pattern, first: atStart ? first : null, last: atEnd ? last : null, needs: requiredUnitsOf(needs) };
      });
    this.#anyBeginning = anywhere.filter(({ first }) => first === null);
    for (const unit of new Set(anywhere.flatMap(({ first }) => [...(first ?? [])])))
      this.#beginning.set(
        unit,
        anywhere.filter(({ first }) => first === null || first.has(unit)),
      );
    this.#open = sticky.filter(({ first }) => first === null);
    for (const unit of new Set(sticky.flatMap(({ first }) => [...(first ?? [])])))
      this.#starting.set(
        unit,
        sticky.filter(({ first }) => first === null || first.has(unit)),
      );
  }

  /** The sticky patterns that may match at index `at`. */
  startingAt(text: string, at: number): readonly RegExp[] {
    return this.#startingAt(text, at).flatMap((known) => (isAble(known, text) ? known.pattern : []));
  }

  /** Length of the longest match of a sticky pattern at index `at`; 0 if none matches. */
  lengthAt(text: string, at: number): number {
    let longest = 0;
    for (const known of this.#startingAt(text, at)) {
      if (!isAble(known, text)) continue;
      known.pattern.lastIndex = at;
      const found = known.pattern.exec(text);
      if (found && found[0].length > longest) longest = found[0].length;
    }
    return longest;
  }

  /** Whether a sticky pattern matches at index `at`. */
  isAt(text: string, at: number): boolean {
    for (const known of this.#startingAt(text, at)) {
      if (!isAble(known, text)) continue;
      known.pattern.lastIndex = at;
      if (known.pattern.test(text)) return true;
    }
    return false;
  }

  /** The sticky patterns that can begin with the unit at index `at`; scans the text. */
  #startingAt(text: string, at: number): readonly Known[] {
    const able = this.#starting.get(text.charCodeAt(at)) ?? this.#open;
    if (able.length > 0) scanText(text);
    return able;
  }

  /** The patterns that are not sticky and may match the text. */
  in(text: string): readonly RegExp[] {
    const able: RegExp[] = [];
    for (const known of this.#ableIn(text)) if (isAble(known, text)) able.push(known.pattern);
    return able;
  }

  /** Whether a pattern that is not sticky matches the text. */
  test(text: string): boolean {
    for (const known of this.#ableIn(text)) if (isAble(known, text) && known.pattern.test(text)) return true;
    return false;
  }

  /** The patterns that can match a text with this beginning; scans the text. */
  #ableIn(text: string): readonly Known[] {
    scanText(text);
    return this.#beginning.get(text.charCodeAt(0)) ?? this.#anyBeginning;
  }
}

/** Whether the scanned text can fulfil the last unit and the needs of the pattern. */
function isAble({ last, needs }: Known, text: string): boolean {
  for (const need of needs) if (!hasRequiredUnits(need)) return false;
  return last === null || last.has(text.charCodeAt(text.length - 1));
}

/** Forms that are found by a pattern that is not sticky; if two share a pattern, the last counts. */
export class PatternForms<Form extends { readonly said: RegExp }> {
  readonly #patterns: Patterns;
  readonly #forms: ReadonlyMap<RegExp, Form>;

  constructor(forms: readonly Form[]) {
    this.#patterns = new Patterns(forms.map(({ said }) => said));
    this.#forms = new Map(forms.map((form) => [form.said, form]));
  }

  /** The forms whose pattern may match the text, in their order. */
  in(text: string): readonly Form[] {
    return this.#patterns.in(text).flatMap((pattern) => this.#forms.get(pattern) ?? []);
  }
}

/** Lists, keyed by the patterns that they are made of. */
const lists = new WeakMap<readonly RegExp[], Patterns>();

/** The compiled list for an array of patterns; compiled at first use and kept as long as the array lives. */
export function patternsOf(patterns: readonly RegExp[]): Patterns {
  const known = lists.get(patterns) ?? new Patterns(patterns);
  lists.set(patterns, known);
  return known;
}
