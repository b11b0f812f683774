import type { AmountWords } from "../grammar/grammar.ts";
import { ofLanguages } from "../languages.ts";
import type { UnderstoodLanguage } from "../understood-language.ts";
import { normalise, type Token, tokenise } from "./tokens.ts";

/** Phrases of words between and around numbers, each as the texts of its tokens, the longest first. */
export type AmountPhrases = readonly (readonly string[])[];

interface AmountForms {
  readonly within: AmountPhrases;
  readonly andHalf: AmountPhrases;
  readonly zeroBehind: AmountPhrases;
  readonly halfBehind: AmountPhrases;
  readonly halfBetween: AmountPhrases;
  readonly quarters: AmountPhrases;
  readonly counter: AmountPhrases;
  readonly percentBefore: AmountPhrases;
  readonly fraction: AmountPhrases;
  readonly point: AmountPhrases;
  readonly pointUnits: AmountPhrases;
  readonly between: AmountPhrases;
  readonly belowBefore: AmountPhrases;
  readonly belowBehind: AmountPhrases;
  readonly minus: AmountPhrases;
  /** How many make a whole, keyed by the stem of the word. */
  readonly parts: ReadonlyMap<string, number>;
  readonly onePart: AmountPhrases;
  readonly notParts: AmountPhrases;
  readonly vague: readonly { readonly words: readonly string[]; readonly value: number }[];
  /** Texts of the tokens that a vague amount begins with. */
  readonly vagueStarts: ReadonlySet<string>;
}

/** The words between and around numbers, compiled over all languages. */
export const amountForms: () => AmountForms = ofLanguages(compile);

function compile(languages: readonly UnderstoodLanguage[]): AmountForms {
  const all = languages.map(({ amounts }) => amounts);
  const of = (name: Exclude<keyof AmountWords, "vague" | "parts">): AmountPhrases =>
    longestFirst(
      all.flatMap((words) => phrasesOf(words[name])),
      (phrase) => phrase,
    );
  const vague = longestFirst(
    all.flatMap((words) =>
      Object.entries(words.vague).flatMap(([value, phrases]) =>
        phrasesOf(phrases).map((phrase) => ({ words: phrase, value: Number(value) })),
      ),
    ),
    ({ words }) => words,
  );
  return {
    within: of("within"),
    andHalf: of("andHalf"),
    zeroBehind: of("zeroBehind"),
    halfBehind: of("halfBehind"),
    halfBetween: of("halfBetween"),
    quarters: of("quarters"),
    counter: of("counter"),
    percentBefore: of("percentBefore"),
    fraction: of("fraction"),
    point: of("point"),
    pointUnits: of("pointUnits"),
    between: of("between"),
    belowBefore: of("belowBefore"),
    belowBehind: of("belowBehind"),
    minus: of("minus"),
    parts: new Map(
      all.flatMap((words) =>
        Object.entries(words.parts).flatMap(([whole, phrases]) =>
          tokenise(normalise(phrases)).flatMap(({ kind, stem }): [string, number][] =>
            kind === "mark" ? [] : [[stem, Number(whole)]],
          ),
        ),
      ),
    ),
    onePart: of("onePart"),
    notParts: of("notParts"),
    vague,
    vagueStarts: new Set(vague.map(({ words }) => words[0] ?? "")),
  };
}

/** Texts of the tokens that may begin an amount, without numbers in digits or words. */
export function amountStarts(): ReadonlySet<string> {
  const { belowBefore, minus, onePart, percentBefore, vagueStarts } = amountForms();
  const firsts = [belowBefore, minus, onePart, percentBefore].flatMap((phrases) =>
    phrases.map(([first = ""]) => first),
  );
  return new Set(["-", ...vagueStarts, ...firsts]);
}

/** Tokenises comma-separated phrases; the longest comes first. */
export function tokenisedPhrases(phrases: string): AmountPhrases {
  return longestFirst(phrasesOf(phrases), (phrase) => phrase);
}

function phrasesOf(phrases: string): string[][] {
  return phrases
    .split(",")
    .map((phrase) => tokenise(normalise(phrase)).map(({ text }) => text))
    .filter((phrase) => phrase.length > 0);
}

function longestFirst<Item>(items: readonly Item[], phrase: (item: Item) => readonly string[]): readonly Item[] {
  return [...items].sort((a, b) => phrase(b).length - phrase(a).length);
}

/** Length in tokens of the longest of the phrases at token `at`; 0 if none matches. */
export function phraseLengthAt(phrases: AmountPhrases, tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.text;
  if (first === undefined) return 0;
  for (const phrase of phrases) if (phrase[0] === first && hasTextsAt(tokens, at, phrase)) return phrase.length;
  return 0;
}

/** Whether the tokens from `from` on have exactly these texts. */
export function hasTextsAt(tokens: readonly Token[], from: number, texts: readonly string[]): boolean {
  for (let at = 0; at < texts.length; at += 1) if (tokens[from + at]?.text !== texts[at]) return false;
  return true;
}
