import { type Lexicon, lexiconOf } from "./lexicon/lexicon.ts";
import type { Role } from "./lexicon/types.ts";
import { normalise, type Token, tokenise } from "./text/tokens.ts";

/**
 * Whether the whole text says no more than this: "yes please", "好的，执行吧", "undo that". Words with one of the roles
 * `beside` may stand with it: "cancel it".
 */
export function saysWord(text: string, role: Role, beside: readonly Role[] = []): boolean {
  if (text.length > 60) return false;
  const tokens = tokenise(normalise(text)).filter(({ kind }) => kind !== "mark");
  return tokens.length > 0 && covers(lexiconOf(tokens), tokens, 0, role, ["filler", "article", ...beside], false);
}

/** Whether the tokens from `at` on are words with the role, and others that may stand beside them. */
function covers(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  role: Role,
  beside: readonly Role[],
  found: boolean,
): boolean {
  if (at === tokens.length) return found;
  let ok = false;
  lexicon.trie.walk(tokens, at, (end, { roles }) => {
    if (ok) return;
    const hit = roles.includes(role);
    if (hit || beside.some((each) => roles.includes(each)))
      ok = covers(lexicon, tokens, end, role, beside, found || hit);
  });
  return ok;
}
