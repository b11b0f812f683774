import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { QuantityUnit } from "../../lexicon/types.ts";
import type { Token } from "../../text/tokens.ts";

/** The longest unit that begins at a token. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { unit: QuantityUnit; end: number } | null {
  let best: { unit: QuantityUnit; end: number } | null = null;
  if (!tokens[at]) return null;
  lexicon.trie.walk(tokens, at, (end, { unit }) => {
    if (unit && (!best || end > best.end)) best = { unit, end };
  });
  return best;
}
