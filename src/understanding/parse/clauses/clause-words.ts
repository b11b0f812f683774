import { type Item, playsRole } from "../items.ts";
import { namesTarget } from "../senses.ts";

/** Whether an item is only courtesy, without another meaning. */
export function isOnlyFiller({ lex, home }: Item): boolean {
  if (!lex || home) return false;
  const { acts, changes, kinds, props, states, listed, rooms, actions } = lex;
  const more =
    acts.length + changes.length + kinds.length + props.length + states.length + listed.length > 0 ||
    rooms.length + actions.length > 0;
  return (
    !more &&
    lex.roles.length > 0 &&
    lex.roles.every((role) => role === "filler" || role === "article" || role === "polite")
  );
}

/** Whether an item is an act. */
export function isAct(item: Item): boolean {
  return (item.lex?.acts.length ?? 0) > 0;
}

/** Whether an item names a device, a part of one, a kind, or everything. */
export function isTarget(item: Item): boolean {
  return namesTarget(item) || playsRole(item, "everything");
}

/** Whether an item says in which direction a value changes: "turn it down", "volume up". */
export function changesValue({ lex }: Item): boolean {
  return lex !== null && (lex.changes.length > 0 || lex.acts.some((act) => act === "raise" || act === "lower"));
}
