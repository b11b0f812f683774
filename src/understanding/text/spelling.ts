import type { Lexicon } from "../lexicon/lexicon.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { type Token, tokenise } from "./tokens.ts";
import { holdsCharacters, stemOf } from "./writing.ts";

/** Shorter unknown words are left as they are: too many words are one letter apart. */
const SHORTEST = 4;
/** A word of time of no more letters is never made of another word. */
const SHORT_TIME = 5;
/** Longer ones are no words. */
const LONGEST = 40;
/** A word that may be one of more than these is left as it is. */
const MOST_WORDS = 8;
/** A sentence that may be read in more ways than these is left as it is. */
const MOST_READINGS = 12;

/** Who mistypes more words than these in one sentence is not guessed at. */
const MOST_WRONG = 6;

/** One way in which a sentence may have been meant. */
export interface SpellingCandidate {
  readonly tokens: readonly Token[];
  /** The text with what was put right. */
  readonly text: string;
  /** Whether every word that was put right is one of this home's. */
  readonly ofHome: boolean;
}

/**
 * The ways in which a sentence with words that mean nothing may have been meant: each puts every such word right with one
 * letter more, less, other or swapped, or with a space between two words. A word that is known is never changed. None when
 * there are no such words, or nothing known is near, or too much is.
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

/** The tokens put right when there is one way to do so, else as they are. */
export function withSpellingCorrected(
  source: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  index: HomeIndex,
): readonly Token[] {
  const [only, ...others] = spellingCandidates(source, tokens, lexicon, index);
  return only && others.length === 0 ? only.tokens : tokens;
}

/** What a word may have been meant to be. */
interface WordCorrection {
  readonly said: Token;
  readonly words: readonly Token[];
  readonly ofHome: boolean;
}

function isWrong({ kind, text, stem }: Token, lexicon: Lexicon, index: HomeIndex): boolean {
  const length = text.length >= SHORTEST && text.length <= LONGEST;
  return kind === "word" && length && !lexicon.words.has(stem) && !index.words.has(stem);
}

/** What may have been meant by a word, this home's names first; nothing when that may be too much. */
function meantBy(said: Token, lexicon: Lexicon, index: HomeIndex): readonly WordCorrection[] {
  const { text } = said;
  const ofHome = new Set([...index.words.near(text), ...index.fuzzy.near(text)].map((near) => near.text));
  const all = new Set([...ofHome, ...lexicon.fuzzy.near(text).map((near) => near.text)]);
  const isKnown = (stem: string): boolean => lexicon.words.has(stem) || index.words.has(stem);
  for (const both of apart(text, isKnown)) if (tokenise(both).every(({ stem }) => isKnown(stem))) all.add(both);
  if (all.size > MOST_WORDS) return [];
  // They stand where the word stood, for quoting it as it was said.
  const { start, end } = said;
  return [...all]
    .filter((each) => !holdsCharacters(each) && (ofHome.has(each) || !isShortTime(each, lexicon)))
    .map((each) => ({
      said,
      words: tokenise(each).map((word) => ({ ...word, start, end })),
      ofHome: ofHome.has(each),
    }));
}

/** "dawn": what any short word may be with a letter wrong would make a plan of a command. */
function isShortTime(word: string, lexicon: Lexicon): boolean {
  return word.length <= SHORT_TIME && (lexicon.lookup(word)?.time.length ?? 0) > 0;
}

/** A text as two words: a space was left out between them, or a letter was hit in its place. */
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
