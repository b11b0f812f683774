import type { DeviceState } from "../../../language/index.ts";
import type { LexicalMeaning, WordRole } from "../../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { actReachingState } from "../opposite-acts.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

const DID = roleSet("didSomebody");

/** The states that "did I …" can ask for. Opening is left out: what was opened may have been closed since. */
const BROUGHT: readonly DeviceState[] = ["off", "closed", "locked"];

/** Particles behind the object. */
const SIDES = ["on", "off"] as const satisfies readonly WordRole[];

/**
 * Turns a did-question into a question about the state now: "did I lock the front door", "did we turn off the oven". The verb
 * becomes the state that it leads to; other sentences are returned unchanged.
 */
export function withDidQuestions(items: readonly Item[]): readonly Item[] {
  if (!anyHasRole(items, DID)) return items;
  const words = items.filter((item) => !isMark(item) && !playsRole(item, "filler"));
  const [did, verb, ...others] = words;
  if (
    !did ||
    !verb ||
    !playsRole(did, "didSomebody") ||
    others.some((item) => SIDES.some((side) => playsRole(item, side)))
  )
    return items;
  const state = BROUGHT.find((each) => verb.lex?.acts.some((act) => act === actReachingState(each)));
  if (state === undefined) return items;
  return items.map((item) => (item === verb ? { ...item, home: null, lex: asState(verb.lex, state) } : item));
}

function asState(lex: LexicalMeaning | null, state: DeviceState): LexicalMeaning | null {
  return lex && { ...lex, acts: [], kinds: [], props: [], listed: [], states: [state] };
}
