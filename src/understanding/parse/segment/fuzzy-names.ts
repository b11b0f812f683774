import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHomeMeaning } from "../../names/phrases.ts";
import type { Token } from "../../text/tokens.ts";
import { type CandidatePhrase, LENGTH_POWER, NAME_BONUS } from "./candidates.ts";

/** Which words may be misspelt names: unknown words only, or any. */
export type FuzzyNameScope = "unknown" | "any";

/** Longest misspelt name, in tokens. */
const LONGEST_GUESS = 9;
const LONGEST_GUESS_WORDS = 4;
const SHORTEST_GUESS = 4;
const SHORTEST_GUESS_CHARACTERS = 3;
/** Weight of a guess against the known words as they stand. */
const GUESS_WEIGHT = 0.9;

/** For each token, whether a known phrase covers it. */
export function coveredTokens(spans: readonly CandidatePhrase[][]): readonly boolean[] {
  const covered = new Array<boolean>(spans.length).fill(false);
  for (let from = 0; from < spans.length; from += 1) {
    let end = from;
    for (const span of spans[from] ?? []) end = Math.max(end, span.end);
    covered.fill(true, from, Math.min(end, from + LONGEST_GUESS + 1));
  }
  return covered;
}

/** Adds names of devices that are one letter away from uncovered words to the candidates in `spans`. */
export function addFuzzyNames(
  tokens: readonly Token[],
  spans: CandidatePhrase[][],
  wrong: readonly boolean[],
  words: Lexicon,
  index: HomeIndex,
  guess: FuzzyNameScope,
): void {
  for (let from = 0; from < tokens.length; from += 1) {
    let text = "";
    let touches = false;
    for (let end = from + 1; end <= Math.min(tokens.length, from + LONGEST_GUESS); end += 1) {
      const token = tokens[end - 1];
      // Unknown words were corrected before, or are ambiguous.
      if (!token || token.kind === "mark" || (token.kind === "word" && guess === "unknown")) break;
      if (token.kind === "word" && end - from > LONGEST_GUESS_WORDS) break;
      text += token.text;
      touches ||= wrong[end - 1] === true;
      // A single known word is not a misspelt name.
      if (guess === "any" && end === from + 1 && token.kind === "word") continue;
      const shortest = token.kind === "character" ? SHORTEST_GUESS_CHARACTERS : SHORTEST_GUESS;
      if (!touches || text.length < shortest || words.things.has(text)) continue;
      // 电视|看: behind a known thing begins another word, not the end of a longer name.
      if (token.kind === "character" && spans[from]?.some((span) => span.end === end - 1 && isThing(span))) continue;
      const devices = guess === "any" ? index.fuzzy.find(text) : onlyNear(text, index);
      if (devices.length === 0) continue;
      const home = { ...emptyHomeMeaning(), devices: [...devices] };
      spans[from]?.push({
        end,
        score: GUESS_WEIGHT * (end - from) ** LENGTH_POWER + NAME_BONUS,
        lex: null,
        home,
        measure: null,
        ...(devices.every((id) => !index.devices.get(id)?.joined.some((name) => name[0] === text[0])) && {
          guessed: true,
        }),
      });
    }
  }
}

function isThing({ home, lex }: CandidatePhrase): boolean {
  return (home !== null && home.devices.length > 0) || (lex !== null && lex.kinds.length > 0);
}

/** Devices of the only name within one edit that has the same length; empty if there are several. */
function onlyNear(text: string, index: HomeIndex): readonly string[] {
  const near = index.fuzzy.near(text).filter((each) => each.text.length === text.length);
  return new Set(near.map((each) => each.text)).size === 1 ? [...new Set(near.map(({ id }) => id))] : [];
}
