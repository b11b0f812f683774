import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import type { LexicalMeaning, WordRole } from "./types.ts";

/**
 * Whether the whole text says no more than this role: "yes please", 好的，执行吧, "undo that". Words with one of the roles
 * `fillerRoles` may stand with it: "cancel it".
 */
export function matchesRole(text: string, role: WordRole, fillerRoles: readonly WordRole[] = []): boolean {
  if (text.length > 60) return false;
  const tokens = tokenise(normalise(text)).filter(({ kind }) => kind !== "mark");
  return tokens.length > 0 && covers(lexiconOf(tokens), tokens, 0, role, ["filler", "article", ...fillerRoles], false);
}

/** Whether the tokens from `at` on are words with the role, or others that may stand beside it. */
function covers(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  role: WordRole,
  fillerRoles: readonly WordRole[],
  found: boolean,
): boolean {
  if (at === tokens.length) return found;
  let ok = false;
  lexicon.trie.walk(tokens, at, (end, { roles }) => {
    if (ok) return;
    const hit = roles.includes(role);
    if (hit || fillerRoles.some((each) => roles.includes(each)))
      ok = covers(lexicon, tokens, end, role, fillerRoles, found || hit);
  });
  return ok;
}

/** What distinguishes two names of nearly the same letters: "Floor lamp on" and "Floor lamp off". */
export interface NameDistinctions {
  /** Kinds of rooms. */
  readonly rooms: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  /** Words for states, acts and times: "on", "close", "morning". */
  readonly turns: ReadonlySet<string>;
}

/** The words of a name that distinguish it from similar names, in any language. */
export function nameDistinctions(text: string): NameDistinctions {
  const tokens = tokenise(normalise(text.slice(0, 200).replace(/[-_]/g, " ")));
  const { trie } = lexiconOf(tokens);
  const [rooms, numbers, turns] = [new Set<string>(), new Set<number>(), new Set<string>()];
  for (let at = 0; at < tokens.length; ) {
    let longest: { readonly end: number; readonly meaning: LexicalMeaning } | null = null;
    trie.walk(tokens, at, (end, meaning) => {
      if (end > (longest?.end ?? at)) longest = { end, meaning };
    });
    const found = longest as { readonly end: number; readonly meaning: LexicalMeaning } | null;
    const digits = tokens[at]?.value ?? Number.NaN;
    if (!Number.isNaN(digits)) numbers.add(digits);
    if (found) {
      const { acts, states, time, number, particles, rooms: kinds } = found.meaning;
      for (const kind of kinds) rooms.add(kind);
      for (const turn of [...acts, ...states, ...(particles === null ? [] : [JSON.stringify(particles)])])
        turns.add(turn);
      for (const each of time) turns.add(JSON.stringify(each));
      if (number !== null) numbers.add(number);
    }
    at = found?.end ?? at + 1;
  }
  return { rooms, numbers, turns };
}
