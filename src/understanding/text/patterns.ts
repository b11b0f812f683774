import { patternEdgesOf } from "./pattern-edges.ts";
import { hasRequiredUnits, type RequiredUnits, requiredUnitsOf, scanText } from "./pattern-prefilter.ts";

interface Known {
  readonly pattern: RegExp;
  /** Units that the text must have where the pattern begins, or at its end; null: any. */
  readonly first: ReadonlySet<number> | null;
  readonly last: ReadonlySet<number> | null;
  readonly needs: readonly RequiredUnits[];
}

/**
 * A list of patterns that a text is looked through for. Most of them begin, or end, with a certain character: only those
 * that can stand where that character does, and of which the text holds what each match holds, are tried. Their order stays.
 */
export class Patterns {
  /** Of the others those that a text can have which begins with a unit, keyed by that unit. */
  readonly #beginning = new Map<number, readonly Known[]>();
  /** Those that a text can have which begins with any other. */
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

  /** Of the sticky ones those that may be at a place of the text. */
  startingAt(text: string, at: number): readonly RegExp[] {
    return this.#startingAt(text, at).flatMap((known) => (isAble(known, text) ? known.pattern : []));
  }

  /** The length of the longest of the sticky ones at a place of the text; 0 when none is there. */
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

  /** Whether one of the sticky ones is at a place of the text. */
  isAt(text: string, at: number): boolean {
    for (const known of this.#startingAt(text, at)) {
      if (!isAble(known, text)) continue;
      known.pattern.lastIndex = at;
      if (known.pattern.test(text)) return true;
    }
    return false;
  }

  /** Of the sticky ones those that may begin at a place of the text, which is looked at. */
  #startingAt(text: string, at: number): readonly Known[] {
    const able = this.#starting.get(text.charCodeAt(at)) ?? this.#open;
    if (able.length > 0) scanText(text);
    return able;
  }

  /** Of the others those that may be in the text. */
  in(text: string): readonly RegExp[] {
    const able: RegExp[] = [];
    for (const known of this.#ableIn(text)) if (isAble(known, text)) able.push(known.pattern);
    return able;
  }

  /** Whether one of the others is in the text. */
  test(text: string): boolean {
    for (const known of this.#ableIn(text)) if (isAble(known, text) && known.pattern.test(text)) return true;
    return false;
  }

  /** Those that can be in a text which begins so; the text is looked at. */
  #ableIn(text: string): readonly Known[] {
    scanText(text);
    return this.#beginning.get(text.charCodeAt(0)) ?? this.#anyBeginning;
  }
}

/** Whether the text that is looked at ends as the pattern can, and holds what each match holds. */
function isAble({ last, needs }: Known, text: string): boolean {
  for (const need of needs) if (!hasRequiredUnits(need)) return false;
  return last === null || last.has(text.charCodeAt(text.length - 1));
}

/** Forms that a text is looked through for, each by a pattern that is not sticky; of two with one pattern the last counts. */
export class PatternForms<Form extends { readonly said: RegExp }> {
  readonly #patterns: Patterns;
  readonly #forms: ReadonlyMap<RegExp, Form>;

  constructor(forms: readonly Form[]) {
    this.#patterns = new Patterns(forms.map(({ said }) => said));
    this.#forms = new Map(forms.map((form) => [form.said, form]));
  }

  /** Those whose pattern may be in the text, in their order. */
  in(text: string): readonly Form[] {
    return this.#patterns.in(text).flatMap((pattern) => this.#forms.get(pattern) ?? []);
  }
}

/** Lists, keyed by the patterns that they are made of. */
const lists = new WeakMap<readonly RegExp[], Patterns>();

/** The list of patterns that are always looked for together; made when it is first asked for. */
export function patternsOf(patterns: readonly RegExp[]): Patterns {
  const known = lists.get(patterns) ?? new Patterns(patterns);
  lists.set(patterns, known);
  return known;
}
