import type { DeviceState } from "../../../language/index.ts";
import type { Act } from "../../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { actReachingState, areOppositeActs } from "../opposite-acts.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

const IF = roleSet("if");

/**
 * "turn the fan off if it is on", "close the curtains if they are open": a condition behind the command that asks for nothing
 * but what the command ends is no condition. `items`: a sentence; it comes back as it is where the condition says more.
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

/** What an item says shall be done; a verb that waits for "off" says nothing by itself. */
function actsOf(item: Item): readonly Act[] {
  const [act] = item.lex?.acts ?? [];
  if (item.grammar.separableVerbs && playsRole(item, "on")) return ["on"];
  if (item.grammar.separableVerbs && playsRole(item, "off")) return ["off"];
  return act === undefined || act === "turn" || act === "set" ? [] : [act];
}

/** The states that a condition tells of what was named before it; null where it names or tells anything else. */
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
