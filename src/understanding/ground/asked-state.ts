import type { DeviceState } from "../../language/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Item } from "../parse/items.ts";
import type { DialogueContext } from "./context.ts";
import { roomsOf } from "./places.ts";
import { selectTargets } from "./select.ts";
import { checkState } from "./states.ts";
import type { DeviceTarget } from "./target.ts";

/** How a thing changes its state: by a lock, by opening, or by a switch. */
type Way = "lock" | "leaf" | "switch";

/** The state to ask a thing about, keyed by the state that was asked of the thing before, then by the way of this one. */
const TERMS: Readonly<Partial<Record<DeviceState, Readonly<Record<Way, DeviceState>>>>> = {
  on: { lock: "locked", leaf: "open", switch: "on" },
  off: { lock: "locked", leaf: "closed", switch: "off" },
  open: { lock: "unlocked", leaf: "open", switch: "on" },
  closed: { lock: "locked", leaf: "closed", switch: "off" },
  locked: { lock: "locked", leaf: "closed", switch: "on" },
  unlocked: { lock: "unlocked", leaf: "open", switch: "on" },
};

/**
 * Translates the state of an elliptical question to the thing it is now asked of: "and the garage door?", 大门呢 after "is it
 * locked". Only where the state comes from the question before.
 */
export function adaptAskedState(frame: Frame, context: DialogueContext): void {
  const [state, ...others] = frame.states;
  const terms = state && TERMS[state];
  if (!terms || others.length > 0 || frame.asking !== "polar" || frame.props.length + frame.values.length > 0) return;
  if (frame.heads.length === 0 || frame.timeless || frame.items.some(saysState)) return;
  const targets = namedBy(frame, context);
  const doors = targets.length > 0 ? targets : doorsOf(frame, context);
  if (doors.length > 0 && targets.length === 0) {
    const [head] = frame.heads;
    const devices = doors.map(({ indexed }) => indexed.device.id);
    if (head) frame.heads = [{ ...head, type: "devices", devices, kinds: [], parts: [], elsewise: [] }];
  }
  const leaf = state === "open" || state === "closed";
  const [way, ...more] = new Set(doors.map((target) => wayOf(target, leaf)));
  if (way && more.length === 0) frame.states = [terms[way]];
}

/** Whether the item says a state itself; a verb does too (大门打开的时候). */
function saysState({ lex }: Item): boolean {
  return lex !== null && lex.states.length + lex.acts.length > 0;
}

function namedBy({ heads }: Frame, context: DialogueContext): readonly DeviceTarget[] {
  return heads.flatMap((head) => {
    const { targets, options } = selectTargets(head, context, () => true);
    return targets ?? options ?? [];
  });
}

/** The only door of a place: "and the garage?" after the front door. */
function doorsOf({ heads: [head, ...others] }: Frame, context: DialogueContext): readonly DeviceTarget[] {
  if (!head || others.length > 0 || head.places.length === 0) return [];
  const { ids } = roomsOf(head.places, context);
  const all = [...(ids ?? [])].flatMap((id) => [...context.index.inRoom(id)]);
  const doors = all.filter(({ device }) => DOORS.test(device.spec.kind));
  return doors.length === 1 ? doors.map((indexed) => ({ indexed, service: null })) : [];
}

const DOORS = /^(garage-door|gate|door|lock)$/;

/**
 * How the target changes its state; null when it has none of these states.
 * @param leaf the question before was whether something is open, which a lock may tell of its door
 */
function wayOf(target: DeviceTarget, leaf: boolean): Way | null {
  const open = checkState("open", target);
  if (leaf && open.kind !== "absent" && open.property !== null && open.property.type !== "locked")
    return isSwitch(target) ? "switch" : "leaf";
  if (checkState("locked", target).kind !== "absent") return "lock";
  const { movers } = target.indexed.capabilities;
  if (movers.length > 0 || open.kind !== "absent") {
    return isSwitch(target) ? "switch" : "leaf";
  }
  return checkState("on", target).kind === "absent" ? null : "switch";
}

/** Whether the target is switched and nothing of it opens. */
function isSwitch({ indexed: { capabilities } }: DeviceTarget): boolean {
  return capabilities.power.length > 0 && capabilities.movers.length === 0;
}
