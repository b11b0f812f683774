import { currentValue, type Home, isPower, type Outcome, positionOf } from "../home/index.ts";
import type { Conversation } from "./contract.ts";
import type { MovedPlan, PlanRef } from "./plan-changes.ts";

/**
 * Sets what "it", "there" and "undo that" mean after a turn.
 * @param read ids of devices that the turn only read
 */
export function updateFocus(
  conversation: Conversation,
  home: Home,
  outcomes: readonly Outcome[],
  read: readonly string[],
): void {
  const all = [...new Set(outcomes.map((outcome) => outcome.device))];
  // After "the pendant on, the cabinet light off" a value is for the one that is on.
  const kept = all.filter((id) => !outcomes.every((outcome) => outcome.device !== id || switchesOff(outcome, home)));
  const devices = kept.length > 0 ? kept : all;
  const about = devices.length > 0 ? devices : [...read];
  if (about.length === 0) return;
  const rooms = about.flatMap((id) => home.device(id)?.room?.id ?? []);
  const last = outcomes.findLast((outcome) => "property" in outcome);
  const address = last && "property" in last ? last.property : null;
  conversation.focus = { devices: about, rooms: [...new Set(rooms)], address, frame: null };
  const changed = outcomes.filter(({ status }) => status === "confirmed" || status === "accepted");
  if (changed.length > 0) setUndo(conversation, changed);
}

/** Most plans of a conversation that a sentence without a name can mean; older ones are forgotten. */
export const MAX_KNOWN_PLANS = 50;

/**
 * Sets the plans that a model made or changed in this turn as the focus: "make that seven", "cancel it" and "how long is left"
 * are about them.
 */
export function updateFocusPlans(
  conversation: Conversation,
  made: readonly PlanRef[],
  changed: readonly MovedPlan[] = [],
): void {
  const plans = [...made, ...changed.map(({ plan }) => plan)];
  if (plans.length === 0) return;
  // "Undo that" also deletes what was made together with a change.
  const all =
    changed.length === 0 ? [] : [...changed, ...made.map((plan) => ({ plan, before: { kind: "made" as const } }))];
  const { devices = [], rooms = [], address = null } = conversation.focus ?? {};
  const planned = { after: conversation.exchanges.at(-1) ?? null, made: true };
  conversation.known = [...(conversation.known ?? []), ...plans].slice(-MAX_KNOWN_PLANS);
  conversation.focus = { devices, rooms, address, frame: null, plans, planned, ...(all.length > 0 && { moved: all }) };
}

function switchesOff(outcome: Outcome, home: Home): boolean {
  if (!("property" in outcome) || outcome.value !== false) return false;
  const property = home.device(outcome.device)?.spec.properties.get(outcome.property);
  return property !== undefined && isPower(property);
}

/** Most turns that can be undone one after another. */
const MAX_EARLIER = 5;

/** Makes these outcomes what "undo that" restores; a second undo restores what the first one did before. */
export function setUndo(conversation: Conversation, outcomes: readonly Outcome[]): void {
  const { undo, earlier = [] } = conversation;
  if (undo.length > 0) conversation.earlier = [...earlier, undo].slice(-MAX_EARLIER);
  conversation.undo = outcomes;
}

/** After an undo: the changes before become undoable, as far as their values still hold. */
export function restoreEarlierUndo(conversation: Conversation, home: Home): void {
  const { earlier = [] } = conversation;
  const isSo = (outcome: Outcome): boolean => {
    if (!("property" in outcome)) return false;
    const device = home.device(outcome.device);
    const property = device?.spec.properties.get(outcome.property);
    if (!device || !property) return false;
    // A motor does not report its target: its change holds while its position differs from before.
    if (outcome.position && !property.access.read)
      return positionOf(device, property)?.value !== outcome.position.value;
    return currentValue(device, outcome.property) === outcome.value;
  };
  conversation.undo = (earlier.at(-1) ?? []).filter(isSo);
  conversation.earlier = earlier.slice(0, -1);
}
