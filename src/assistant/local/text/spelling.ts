import type { HomeIndex } from "../index/home-index.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { type Token, tokenise } from "./tokens.ts";

/** Shorter unknown words are left as they are: too many words are one letter apart. */
const SHORTEST = 4;
/** A word that may be one of more than these is left as it is. */
const MOST_WORDS = 8;
/** A sentence that may be read in more ways than these is left as it is. */
const MOST_READINGS = 12;

/**
 * The ways in which a sentence with words that mean nothing may have been meant: each puts every such word right with one
 * letter more, less, other or swapped, or with a space between two words. A word that is known is never changed. Without
 * such words, or where nothing known is near, the tokens as they are.
 */
export function readingsOf(
  tokens: readonly Token[],
  lexicon: Lexicon,
  index: HomeIndex,
): readonly [readonly Token[], ...(readonly Token[])[]] {
  let readings: Token[][] = [[]];
  let changed = false;
  for (const token of tokens) {
    const meant = isWrong(token, lexicon, index) ? meantBy(token, lexicon, index) : [];
    if (meant.length === 0) {
      for (const reading of readings) reading.push(token);
      continue;
    }
    changed = true;
    readings = readings.flatMap((reading) => meant.map((words) => [...reading, ...words]));
    if (readings.length > MOST_READINGS) return [tokens];
  }
  const [first, ...others] = readings;
  return changed && first ? [first, ...others] : [tokens];
}

/** The tokens put right when there is one way to do so, else as they are. */
export function corrected(tokens: readonly Token[], lexicon: Lexicon, index: HomeIndex): readonly Token[] {
  const [first, ...others] = readingsOf(tokens, lexicon, index);
  return others.length === 0 ? first : tokens;
}

function isWrong({ kind, text, stem }: Token, lexicon: Lexicon, index: HomeIndex): boolean {
  return kind === "word" && text.length >= SHORTEST && !lexicon.words.has(stem) && !index.words.has(stem);
}

/** What may have been meant by a word, this home's names first; nothing when that may be too much. */
function meantBy(token: Token, lexicon: Lexicon, index: HomeIndex): readonly (readonly Token[])[] {
  const { text } = token;
  const near = [index.fuzzyWords, lexicon.fuzzy, index.fuzzy].flatMap((known) => known.near(text));
  const words = new Set(near.map((each) => each.text).filter((each) => !/\p{Script=Han}/u.test(each)));
  for (const both of apart(text)) {
    if (tokenise(both).every(({ stem }) => lexicon.words.has(stem) || index.words.has(stem))) words.add(both);
  }
  if (words.size > MOST_WORDS) return [];
  // They stand where the word stood, for quoting it as it was said.
  return [...words].map((each) => tokenise(each).map((word) => ({ ...word, start: token.start, end: token.end })));
}

/** A text as two words: a space was left out between them, or a letter was hit in its place. */
function apart(text: string): string[] {
  const cuts = [...text.slice(1)].map((_, at) => at + 1);
  return [0, 1].flatMap((hit) => cuts.map((at) => `${text.slice(0, at)} ${text.slice(at + hit)}`));
}
