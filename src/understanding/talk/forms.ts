import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { UnderstoodLanguage } from "../understood-language.ts";
import type { TalkForms, TalkKind } from "./types.ts";

/** The compiled forms of one language. */
interface Compiled {
  /** Openings with the gap behind them, keyed by their first character. */
  readonly openings: ReadonlyMap<string, readonly string[]>;
  /** The kinds in the order of the groups of `phrases`. */
  readonly kinds: readonly TalkKind[];
  /** All phrases in one sticky pattern, with one group for each kind, and closings behind. */
  readonly phrases: Patterns;
  /** Only openings and closings. */
  readonly framing: Patterns;
  readonly beyond: Patterns;
  readonly judging: Patterns;
  readonly days: readonly (readonly [RegExp, number])[];
  readonly behind: Instead | null;
  readonly inFront: Instead | null;
  readonly elsewhere: Patterns;
}

/** A pattern and its replacement. */
type Instead = readonly [RegExp, string];

const compiled = ofLanguages((languages) => formsOf(languages).map(compile));
/** Every word and Chinese character of any phrase: text with others is no talk. */
const vocabulary = ofLanguages((languages) => new Set(formsOf(languages).flatMap(wordsOf)));
const forNight = ofLanguages(
  (languages) =>
    new RegExp(
      formsOf(languages)
        .map(({ nightLights }) => nightLights)
        // An empty pattern would take every light for a night light.
        .filter((pattern) => pattern !== "")
        .join("|"),
      "i",
    ),
);

function formsOf(languages: readonly UnderstoodLanguage[]): readonly TalkForms[] {
  return languages.flatMap(({ talk }) => talk ?? []);
}

function compile(forms: TalkForms): Compiled {
  const { gap, phrases, beyond, judging, days, places } = forms;
  const opening = listOf(forms.opening);
  const closing = listOf(forms.closing);
  const ending = `(?:${gap}(?:${closing.join("|")}))*$`;
  const around = [...opening, ...closing].join("|");
  return {
    openings: Map.groupBy(
      opening.map((each) => `${each}${gap}`),
      (each) => each.charAt(0),
    ),
    kinds: Object.keys(phrases) as TalkKind[],
    phrases: new Patterns([
      new RegExp(
        `(?:${Object.values(phrases)
          .map((each) => `(${each.join("|")})`)
          .join("|")})${ending}`,
        "y",
      ),
    ]),
    framing: new Patterns([new RegExp(`^(?:${around})(?:${gap}(?:${around}))*$`)]),
    beyond: new Patterns([new RegExp(`(?:${beyond.join("|")})${ending}`, "y")]),
    judging: new Patterns([new RegExp(`(?:${judging.join("|")})${ending}`, "y")]),
    days: days.map(([pattern, offset]) => [new RegExp(pattern), offset]),
    behind: places.behind && [new RegExp(places.behind[0]), places.behind[1]],
    inFront: places.inFront && [new RegExp(places.inFront[0]), places.inFront[1]],
    elsewhere: new Patterns([new RegExp(gap === "" ? forms.elsewhere : `\\b(?:${forms.elsewhere})\\b`, "g")]),
  };
}

/** The words of the patterns, also with optional letters and gaps left out. */
function wordsOf({ opening, closing, phrases }: TalkForms): readonly string[] {
  const source = [opening, closing, ...Object.values(phrases).flat()].join("|").replace(/\\[a-z]/g, "");
  return [source, source.replaceAll(" ?", "")].flatMap((text) =>
    [...text.matchAll(/([a-z]+)(\?)?|(\p{Letter})/gu)].flatMap(([, word = "", optional, character = ""]) => [
      word + character,
      optional ? word.slice(0, -1) : word,
    ]),
  );
}

/** Whether a word occurs in any phrase of talk. */
export function isTalkWord(word: string): boolean {
  return vocabulary().has(word);
}

function listOf(words: string): readonly string[] {
  return words.split(",").map((word) => word.trim());
}

/**
 * The kind of a phrase; null when it is no talk. Words are in lower case with a blank between them, Chinese characters
 * without.
 */
export function talkKindOf(phrase: string): TalkKind | null {
  for (const forms of compiled()) {
    for (const start of startsIn(phrase, forms)) {
      const found = matchAt(forms.phrases, phrase, start);
      // The first group is the whole.
      const group = found === null ? -1 : found.findIndex((text, at) => at > 0 && text !== undefined);
      const kind = forms.kinds[group - 1];
      if (kind) return kind;
    }
    if (forms.framing.test(phrase)) return "aside";
  }
  return null;
}

/** Whether a phrase asks for something that is not for a home: a joke, a song, the weather, general knowledge. */
export function isBeyond(phrase: string): boolean {
  return compiled().some((forms) =>
    startsIn(phrase, forms).some((start) => matchAt(forms.beyond, phrase, start) !== null),
  );
}

/** Whether a phrase asks for a judgement, or for the abilities of a thing: "is anything on that need not be?" */
export function asksForJudgement(phrase: string): boolean {
  return compiled().some((forms) =>
    startsIn(phrase, forms).some((start) => matchAt(forms.judging, phrase, start) !== null),
  );
}

/** Positions where a phrase may begin: 0, and after each run of openings. */
function startsIn(phrase: string, { openings }: Compiled): readonly number[] {
  const starts = [0];
  for (let at = 0; at < starts.length && starts.length < MOST_STARTS; at += 1) {
    const start = starts[at] ?? 0;
    for (const opening of openings.get(phrase.charAt(start)) ?? []) {
      const end = start + opening.length;
      if (phrase.startsWith(opening, start) && !starts.includes(end)) starts.push(end);
    }
  }
  return starts;
}

/** At most this many openings in a row are tried. */
const MOST_STARTS = 12;

function matchAt(patterns: Patterns, text: string, at: number): RegExpExecArray | null {
  const [pattern] = patterns.startingAt(text, at);
  if (!pattern) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The phrase without what joins it to a room behind it ("it stinks in the …") or in front of it, in each language that has
 * such a form.
 */
export function withoutPlace(phrase: string, side: "behind" | "inFront"): readonly string[] {
  return compiled().flatMap((forms) => {
    const instead = forms[side];
    return instead?.[0].test(phrase) ? [phrase.replace(...instead)] : [];
  });
}

/** The phrase without its words for another place or time, in each language that finds any. */
export function withoutElsewhere(phrase: string): readonly string[] {
  return compiled().flatMap(({ elsewhere }) =>
    elsewhere.in(phrase).flatMap((pattern) => {
      pattern.lastIndex = 0;
      // Blanks stand one by one already.
      if (!pattern.test(phrase)) return [];
      const left = phrase.replace(pattern, " ").replace(/ +/g, " ").trim();
      return left === phrase ? [] : [left];
    }),
  );
}

/** The day that a phrase is about, in days from today. */
export function dayIn(phrase: string): number {
  for (const { days } of compiled()) {
    const found = days.find(([pattern]) => pattern.test(phrase));
    if (found) return found[1];
  }
  return 0;
}

/** Whether the name is that of a night light. */
export function isNightLight(name: string): boolean {
  return forNight().test(name);
}
