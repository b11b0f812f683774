import type { Pack } from "../../../language/index.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";

/** Phrases about PINs of all languages together, because people mix them. A phrase is its words, joined by spaces. */
export interface PinLexicon {
  /** The number of language packs. */
  readonly of: number;
  /** Digits, keyed by their words. */
  readonly digits: ReadonlyMap<string, string>;
  /** Phrases that may stand beside a PIN. */
  readonly fillers: ReadonlySet<string>;
  /** Words for a PIN. */
  readonly names: ReadonlySet<string>;
  /** Phrases with such a word that mean no PIN. */
  readonly apart: ReadonlySet<string>;
  /** Phrases between the word for a PIN and the digits after it. */
  readonly between: ReadonlySet<string>;
  /** Those of them that deny. */
  readonly denied: ReadonlySet<string>;
  /** Phrases between digits and the word for a PIN after them. */
  readonly behind: ReadonlySet<string>;
  /** Phrases before a time of day. */
  readonly moments: ReadonlySet<string>;
  /** Phrases before an amount that is compared. */
  readonly amounts: ReadonlySet<string>;
}

let known: PinLexicon | undefined;

/** Compiles the phrases of the packs once, and again where the number of packs changes. */
export function pinLexicon(packs: readonly Pack[]): PinLexicon {
  if (known?.of === packs.length) return known;
  const digits = new Map<string, string>();
  for (const { answerWords } of packs) {
    answerWords.pin.digits.forEach((list, digit) => {
      for (const word of phrasesOf(list)) digits.set(word, String(digit));
    });
  }
  const all = (lists: (words: Pack["answerWords"]) => readonly string[]): ReadonlySet<string> =>
    new Set(packs.flatMap(({ answerWords }) => lists(answerWords).flatMap(phrasesOf)));
  known = {
    of: packs.length,
    digits,
    fillers: all(({ pin, beside, before, yes, sentence }) => [pin.beside, beside, before, yes, sentence.yes]),
    names: all(({ pin }) => [pin.names]),
    apart: all(({ pin }) => [pin.apart]),
    between: all(({ pin }) => [pin.between, pin.denied]),
    denied: all(({ pin }) => [pin.denied]),
    behind: all(({ pin }) => [pin.behind]),
    moments: all(({ pin }) => [pin.moments]),
    amounts: all(({ pin }) => [pin.amounts]),
  };
  return known;
}

/** The phrases of a list with commas. */
export function phrasesOf(list: string): string[] {
  return list.split(",").flatMap((phrase) => {
    const key = tokenise(normalise(phrase))
      .map(({ text }) => text)
      .join(" ");
    return key === "" ? [] : [key];
  });
}
