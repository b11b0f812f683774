import type { KeyPart, LexiconData } from "./types.ts";

/** Most keys of a switch, or sockets of a power strip. */
export const MOST_KEYS = 8;

/** Phrases for the keys of a switch, or the sockets of a power strip, by position. */
export interface KeyPhrases {
  /** At index 2 the ways to say the third. */
  readonly counted: readonly (readonly string[])[];
  readonly sides: Readonly<Record<KeyPart, readonly string[]>>;
}

/** Builds the phrases of one language for these nouns; null if the language has none. */
export function keyPhrases({ keys, numbers }: LexiconData, words: readonly string[]): KeyPhrases | null {
  if (!keys) return null;
  const counted = Array.from({ length: MOST_KEYS }, (_, at) => {
    const cardinals = [String(at + 1), ...commaList(numbers[at + 1])];
    const ordinals = commaList(keys.ordinals[at]);
    return commaList(keys.counted).flatMap((pattern) =>
      (pattern.includes("O") ? ordinals.map((said) => pattern.replace("O", said)) : [pattern])
        .flatMap((each) => (each.includes("N") ? cardinals.map((said) => each.replace("N", said)) : [each]))
        .flatMap((each) => named(each, words)),
    );
  });
  const side = (part: KeyPart): readonly string[] =>
    commaList(keys.sides[part]).flatMap((pattern) => named(pattern, words));
  return {
    counted,
    sides: {
      left: side("left"),
      middle: side("middle"),
      right: side("right"),
      last: side("last"),
      firstTwo: side("firstTwo"),
      lastTwo: side("lastTwo"),
    },
  };
}

/** Phrases for a key by number without another meaning, whether or not the home has it. */
export function keysByNumber(data: LexiconData): readonly string[] {
  const { keys } = data;
  if (!keys) return [];
  const phrases = (words: readonly string[], counted: string): readonly string[] =>
    keyPhrases({ ...data, keys: { ...keys, counted } }, words)?.counted.flat() ?? [];
  const behind = commaList(keys.counted).filter((pattern) => pattern.startsWith("W"));
  return [
    ...phrases(commaList(keys.only), keys.counted),
    // "the second socket" may be the second of several devices; "socket 5" is the fifth of one, unless one is called so.
    ...(behind.length > 0 ? phrases(commaList(keys.outlet), behind.join(", ")) : []),
  ];
}

function named(pattern: string, words: readonly string[]): readonly string[] {
  return words.map((word) => pattern.replace("W", word));
}

/** Splits a comma-separated list; empty if it is undefined. */
export function commaList(phrases: string | undefined): readonly string[] {
  return phrases ? phrases.split(", ") : [];
}
