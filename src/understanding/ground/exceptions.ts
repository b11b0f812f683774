import { packOf } from "../../language/index.ts";
import type { Frame, Head } from "../parse/frame.ts";
import { playsRole } from "../parse/items.ts";
import type { DialogueContext } from "./context.ts";
import { withoutDevices } from "./groups.ts";
import { inPlaces } from "./places.ts";
import { selectTargets, type TargetPredicate, type TargetSelection } from "./select.ts";
import type { DeviceTarget } from "./target.ts";

/** Selects the targets of a head without the exceptions of the frame; null when the exceptions are not clear. */
export function selectWithExceptions(
  head: Head,
  frame: Frame,
  context: DialogueContext,
  need: TargetPredicate,
): TargetSelection | null {
  const selection = selectTargets(head, context, need);
  if (!hasExceptions(frame)) return selection;
  if (selection.options) return chosen(selection.options, head, frame, context);
  if (selection.refusal) return selection;
  const { targets, inferred } = selection;
  const left = withoutExceptions(targets, frame, context);
  if (left === null) return null;
  if (left.length === 0) return targets.length > 0 ? null : selection;
  const same = left.length === targets.length;
  if (!same || head.type !== "kind" || head.places.length > 0 || head.quantifier === "all")
    return { targets: left, inferred };
  return beyond(head, frame, context, need) ?? (isOwn(frame) ? { targets: left, inferred } : selection);
}

/**
 * Selects from the whole home where the speaker's room holds none of the exceptions: "lights off, the bedroom excepted",
 * said elsewhere.
 */
function beyond(head: Head, frame: Frame, context: DialogueContext, need: TargetPredicate): TargetSelection | null {
  const wide = selectTargets({ ...head, quantifier: "all" }, context, need);
  const left = wide.targets ? withoutExceptions(wide.targets, frame, context) : null;
  if (!wide.targets || left === null || left.length === wide.targets.length) return null;
  // An exception from another clause may not widen this one.
  return isOwn(frame) ? { targets: left, inferred: null } : { options: [] };
}

/**
 * Removes the exceptions from a choice. It is settled if one option is left, or if the exceptions show that several are
 * meant.
 */
function chosen(
  options: readonly DeviceTarget[],
  head: Head,
  frame: Frame,
  context: DialogueContext,
): TargetSelection | null {
  const left = withoutExceptions(options, frame, context);
  if (left === null || left.length === 0) return null;
  const { language, spoken = language } = context;
  const counted = head.ordinals.some((role) => role !== "other");
  const several = head.type === "kind" && !packOf(spoken).marksPlural && !counted;
  const told = left.length < options.length && (several || left.length === 1);
  return told ? { targets: left, inferred: null } : { options: left };
}

/** Whether the clause itself states the exception. */
function isOwn({ items }: Frame): boolean {
  return items.some((item) => playsRole(item, "except") || playsRole(item, "exceptBehind") || playsRole(item, "leave"));
}

function hasExceptions({ except }: Frame): boolean {
  return except.heads.length + except.places.length > 0;
}

/** The targets without the exceptions; null when an exception is not found in this home. */
export function withoutExceptions(
  targets: readonly DeviceTarget[],
  frame: Frame,
  context: DialogueContext,
): readonly DeviceTarget[] | null {
  const { heads, places } = frame.except;
  let left = targets;
  if (places.length > 0) {
    const inside = inPlaces(places, left, context);
    if (inside.refusal !== undefined) return null;
    left = withoutDevices(left, inside.targets, context);
  }
  for (const head of heads) {
    // "leave the others as they are"
    if (head.type === "other" || head.ordinals.includes("other")) continue;
    const all: Head = { ...head, quantifier: "all" };
    const found = selectTargets(all, context, () => true);
    if (!found.targets) return null;
    left = withoutDevices(left, found.targets, context);
  }
  return left;
}
