import type { DeviceState } from "../../../language/index.ts";
import type { Act } from "../../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { actReachingState, areOppositeActs } from "../opposite-acts.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

const IF = roleSet("if");

/**
 * Drops a condition that only says what the command ends: "turn the fan off if it is on", "close the curtains if they are
 * open". Other sentences are returned unchanged.
 */
export function withoutRedundantCondition(items: readonly Item[]): readonly Item[] {
  if (!anyHasRole(items, IF)) return items;
  const at = items.findIndex((item) => playsRole(item, "if"));
  if (at < 1) return items;
  const states = statesAlone(items.slice(at + 1));
  if (states === null) return items;
  const command = items.slice(0, at);
  const [act, ...others] = command.flatMap(actsOf);
  if (act === undefined || others.length > 0) return items;
  const ended = states.some((state) => {
    const into = actReachingState(state);
    return into !== null && areOppositeActs(into, act);
  });
  return ended ? command : items;
}

/** The act of an item; "turn" and "set" alone are none. */
function actsOf(item: Item): readonly Act[] {
  const [act] = item.lex?.acts ?? [];
  if (item.grammar.separableVerbs && playsRole(item, "on")) return ["on"];
  if (item.grammar.separableVerbs && playsRole(item, "off")) return ["off"];
  return act === undefined || act === "turn" || act === "set" ? [] : [act];
}

/** The states of a condition about a pronoun; null if it says anything else. */
function statesAlone(items: readonly Item[]): readonly DeviceState[] | null {
  const [last, ...before] = items.filter((item) => !isMark(item)).reverse();
  const idle = before.every(
    (item) =>
      playsRole(item, "it") ||
      playsRole(item, "them") ||
      playsRole(item, "is") ||
      (playsRole(item, "filler") && item.home === null),
  );
  return last && idle && before.length > 0 ? (last.lex?.states ?? null) : null;
}
