import { lexicon } from "./lexicon/lexicon.ts";
import type { Role } from "./lexicon/types.ts";
import { normalise, type Token, tokenise } from "./text/tokens.ts";

/** Whether the whole text says no more than this: "yes please", "好的，执行吧", "undo that". */
export function saysWord(text: string, role: Role): boolean {
  if (text.length > 60) return false;
  const tokens = tokenise(normalise(text)).filter(({ kind }) => kind !== "mark");
  return tokens.length > 0 && covers(tokens, 0, role, false);
}

/** Whether the tokens from `at` on are words with the role, and fillers around them. */
function covers(tokens: readonly Token[], at: number, role: Role, found: boolean): boolean {
  if (at === tokens.length) return found;
  let ok = false;
  lexicon().trie.walk(tokens, at, (end, { roles }) => {
    if (ok) return;
    const hit = roles.includes(role);
    if (hit || roles.includes("filler") || roles.includes("article")) ok = covers(tokens, end, role, found || hit);
  });
  return ok;
}
