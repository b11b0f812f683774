import type { HomeIndex } from "../index/home-index.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Token } from "./tokens.ts";

/** Shorter unknown words are left as they are. */
const SHORTEST = 4;
/** Everyday words shorter than this are not guessed at: too many are one letter apart. */
const SHORTEST_EVERYDAY = 5;

/**
 * Puts right words with one letter wrong: to a word of this home's names when exactly one is near, else to an everyday
 * word. A word that is known is never changed.
 */
export function corrected(tokens: readonly Token[], lexicon: Lexicon, index: HomeIndex): readonly Token[] {
  let result: Token[] | null = null;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word" || token.text.length < SHORTEST) continue;
    if (lexicon.words.has(token.stem) || index.words.has(token.stem)) continue;
    // One letter from a whole name: that is looked for where names are.
    if (index.fuzzy.find(token.text).length > 0) continue;
    const word = nearestWord(token, lexicon, index);
    if (word === null) continue;
    result ??= [...tokens];
    result[at] = { ...token, text: token.plural ? `${word}s` : word, stem: word };
  }
  return result ?? tokens;
}

function nearestWord(token: Token, lexicon: Lexicon, index: HomeIndex): string | null {
  const ofHome = index.fuzzyWords.find(token.stem);
  if (ofHome.length === 1) return ofHome[0] ?? null;
  if (ofHome.length > 1 || token.text.length < SHORTEST_EVERYDAY) return null;
  const everyday = lexicon.fuzzy.find(token.stem);
  return everyday.length === 1 ? (everyday[0] ?? null) : null;
}
