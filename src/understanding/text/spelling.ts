import type { Lexicon } from "../lexicon/lexicon.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { type Token, tokenise } from "./tokens.ts";
import { holdsCharacters, stemOf } from "./writing.ts";

/** Shorter unknown words are not corrected: too many words are one letter apart. */
const SHORTEST = 4;
/** A word is never corrected to a time word of at most this many letters. */
const SHORT_TIME = 5;
/** Longer tokens are not corrected. */
const LONGEST = 40;
/** A word with more candidates is not corrected. */
const MOST_WORDS = 8;
/** A sentence with more combinations is not corrected. */
const MOST_READINGS = 12;

/** A sentence with more unknown words is not corrected. */
const MOST_WRONG = 6;

/** A sentence with its unknown words corrected in one way. */
export interface SpellingCandidate {
  readonly tokens: readonly Token[];
  /** The corrected text. */
  readonly text: string;
  /** Every correction is a word of this home. */
  readonly ofHome: boolean;
}

/**
 * All ways to correct the unknown words of a sentence: one letter added, left out, changed or swapped, or a missing space.
 * Known words never change. Empty if there is no unknown word, no candidate, or too many.
 */
export function spellingCandidates(
  source: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  index: HomeIndex,
): readonly SpellingCandidate[] {
  const strange = tokens.filter((token) => isWrong(token, lexicon, index));
  if (strange.length === 0) return [];
  const wrong = new Set(strange);
  if (wrong.size > MOST_WRONG) return [];
  let readings: WordCorrection[][] = [[]];
  let changed = false;
  for (const token of tokens) {
    const meant = wrong.has(token) ? meantBy(token, lexicon, index) : [];
    if (meant.length === 0) {
      for (const reading of readings) reading.push({ said: token, words: [token], ofHome: true });
      continue;
    }
    changed = true;
    readings = readings.flatMap((reading) => meant.map((choice) => [...reading, choice]));
    if (readings.length > MOST_READINGS) return [];
  }
  if (!changed) return [];
  return readings.map((reading) => ({
    tokens: reading.flatMap(({ words }) => words),
    text: textOf(source, reading),
    ofHome: reading.every(({ ofHome }) => ofHome),
  }));
}

/** The corrected tokens if there is exactly one way to correct them, else the tokens as they are. */
export function withSpellingCorrected(
  source: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  index: HomeIndex,
): readonly Token[] {
  const [only, ...others] = spellingCandidates(source, tokens, lexicon, index);
  return only && others.length === 0 ? only.tokens : tokens;
}

/** A candidate for an unknown word. */
interface WordCorrection {
  readonly said: Token;
  readonly words: readonly Token[];
  readonly ofHome: boolean;
}

function isWrong({ kind, text, stem }: Token, lexicon: Lexicon, index: HomeIndex): boolean {
  const length = text.length >= SHORTEST && text.length <= LONGEST;
  return kind === "word" && length && !lexicon.words.has(stem) && !index.words.has(stem);
}

/** The candidates for a word, this home's names first; empty if there are too many. */
function meantBy(said: Token, lexicon: Lexicon, index: HomeIndex): readonly WordCorrection[] {
  const { text } = said;
  const ofHome = new Set([...index.words.near(text), ...index.fuzzy.near(text)].map((near) => near.text));
  const all = new Set([...ofHome, ...lexicon.fuzzy.near(text).map((near) => near.text)]);
  const isKnown = (stem: string): boolean => lexicon.words.has(stem) || index.words.has(stem);
  for (const both of apart(text, isKnown)) if (tokenise(both).every(({ stem }) => isKnown(stem))) all.add(both);
  if (all.size > MOST_WORDS) return [];
  // Candidates keep the position of the word, so that it can be quoted as it was said.
  const { start, end } = said;
  return [...all]
    .filter((each) => !holdsCharacters(each) && (ofHome.has(each) || !isShortTime(each, lexicon)))
    .map((each) => ({
      said,
      words: tokenise(each).map((word) => ({ ...word, start, end })),
      ofHome: ofHome.has(each),
    }));
}

/** "dawn": a short time word as a correction would make a plan of a command. */
function isShortTime(word: string, lexicon: Lexicon): boolean {
  return word.length <= SHORT_TIME && (lexicon.lookup(word)?.time.length ?? 0) > 0;
}

/** Splits a text into two words: the space is missing, or a letter stands in its place. */
function apart(text: string, isKnown: (stem: string) => boolean): string[] {
  const cuts = [...text.slice(1)].map((_, at) => at + 1).filter((at) => isKnown(stemOf(text.slice(0, at))));
  return [0, 1].flatMap((hit) => cuts.map((at) => `${text.slice(0, at)} ${text.slice(at + hit)}`));
}

function textOf(source: string, reading: readonly WordCorrection[]): string {
  let text = "";
  let at = 0;
  for (const { said, words } of reading) {
    const [first] = words;
    if (first === said) continue;
    text += source.slice(at, said.start) + words.map((word) => word.text).join(" ");
    at = said.end;
  }
  return text + source.slice(at);
}
