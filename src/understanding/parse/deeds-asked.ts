import type { DeviceState } from "../../language/index.ts";
import type { Meaning, Role } from "../lexicon/types.ts";
import { actInto } from "./contrary.ts";
import { type Item, is, isMark } from "./items.ts";
import { roleSet, says } from "./said.ts";

const DID = roleSet("didSomebody");

/** The states that a person asks to have brought about. What was opened may have been closed again: that is not asked so. */
const BROUGHT: readonly DeviceState[] = ["off", "closed", "locked"];

/** What says that a thing is on or off, behind the thing. */
const SIDES = ["on", "off"] as const satisfies readonly Role[];

/**
 * "Did I lock the front door", "did we turn off the oven": whether it is so now. The verb as the state that it brings about;
 * `items` as they are where nothing is asked so.
 */
export function withDeedsAsked(items: readonly Item[]): readonly Item[] {
  if (!says(items, DID)) return items;
  const words = items.filter((item) => !isMark(item) && !is(item, "filler"));
  const [did, verb, ...others] = words;
  if (!did || !verb || !is(did, "didSomebody") || others.some((item) => SIDES.some((side) => is(item, side))))
    return items;
  const state = BROUGHT.find((each) => verb.lex?.acts.some((act) => act === actInto(each)));
  if (state === undefined) return items;
  return items.map((item) => (item === verb ? { ...item, home: null, lex: asState(verb.lex, state) } : item));
}

function asState(lex: Meaning | null, state: DeviceState): Meaning | null {
  return lex && { ...lex, acts: [], kinds: [], props: [], listed: [], states: [state] };
}
