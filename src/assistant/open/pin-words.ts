import type { Pack } from "../../language/index.ts";
import { normalise, tokenise } from "../../understanding/text/tokens.ts";

/** How a PIN is said, in all languages at once: people mix them. Phrases are their words, joined by spaces. */
export interface Words {
  /** How many packs they are of. */
  readonly of: number;
  /** A digit, keyed by a word for it. */
  readonly digits: ReadonlyMap<string, string>;
  /** What changes nothing beside a PIN. */
  readonly beside: ReadonlySet<string>;
  /** What a PIN is called. */
  readonly names: ReadonlySet<string>;
  /** Phrases with such a name that are no PIN. */
  readonly apart: ReadonlySet<string>;
  /** What stands between the name and the digits behind it. */
  readonly between: ReadonlySet<string>;
  /** Of these, what says that it is not that one. */
  readonly denied: ReadonlySet<string>;
  /** What stands between digits and the name behind them. */
  readonly behind: ReadonlySet<string>;
  /** What stands before a time of day. */
  readonly moments: ReadonlySet<string>;
  /** What stands before an amount that is compared. */
  readonly amounts: ReadonlySet<string>;
}

let known: Words | undefined;

/** The words of the packs; read when they are first asked for, and anew when there are other languages. */
export function wordsOf(packs: readonly Pack[]): Words {
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
    beside: all(({ pin, beside, before, yes, sentence }) => [pin.beside, beside, before, yes, sentence.yes]),
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
