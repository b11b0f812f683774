import { AVAILABILITY, type SeriesKey } from "../../history/port.ts";
import type { Property, Value } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import { type StateMatch, stateMatchOf } from "../../understanding/ground/conditions.ts";
import { worksAlways } from "../../understanding/ground/states.ts";
import type { DeviceTarget, MinimalTarget } from "../../understanding/ground/target.ts";

/** The series of the history that shows a state, and the values of it that mean the state. */
export interface WatchedSeries {
  readonly key: SeriesKey;
  /** null: the series tells whether the device can be reached. */
  readonly property: Property | null;
  readonly holds: (value: Value) => boolean;
  /** The only value that means the state; null where several do. */
  readonly only: Value | null;
}

/** A state of a target, and where the history has it. */
export interface WatchedState<Of extends MinimalTarget = DeviceTarget> extends WatchedSeries {
  readonly target: Of;
  readonly state: DeviceState;
  /** Other series about the same thing: the sensor of a door beside its lock. */
  readonly related?: readonly WatchedSeries[];
}

/** All series that show a watched state. */
export function watchedSeriesOf({
  related = [],
  ...own
}: Pick<WatchedState, "related"> & WatchedSeries): readonly WatchedSeries[] {
  return [own, ...related];
}

/** Where the history has a state of a target; null where the target does not report it. */
export function watchedStateOf<Of extends MinimalTarget>(said: DeviceState, target: Of): WatchedState<Of> | null {
  const { device } = target.indexed;
  if (said === "online" || said === "offline") {
    const key = { device: device.id, address: AVAILABILITY };
    const only = said === "online";
    return { target, key, property: null, state: said, holds: (value) => value === only, only };
  }
  const state = leafState(said, target) ?? sensedState(said, target) ?? said;
  const found = stateMatchOf(state, target);
  if (!found) return null;
  const key = { device: device.id, address: found.property.address };
  return { target, key, property: found.property, state, holds: holdsBy(found), only: onlyOf(found) };
}

/** States that a property may report, the most telling first. */
const TOLD: readonly DeviceState[] = [
  "open",
  "locked",
  "on",
  "occupied",
  "wet",
  "alarmed",
  "playing",
  "charging",
  "cleaning",
  "online",
];

/** The state that a property of a target reports; null where it reports none. */
export function stateReportedBy(target: MinimalTarget, address: string): WatchedState<MinimalTarget> | null {
  for (const state of TOLD) {
    const watch = watchedStateOf(state, target);
    if (watch?.key.address === address && !(state === "open" && !isLeaf(watch))) return watch;
  }
  return null;
}

/** Whether a watched state is about a door, window or cover: switches are on and not open. */
function isLeaf({ property }: WatchedState<MinimalTarget>): boolean {
  return property !== null && LEAF_TYPES.has(property.type);
}

function onlyOf(found: StateMatch): Value | null {
  if (!("to" in found)) return null;
  if (!Array.isArray(found.to)) return found.to;
  return found.to.length === 1 ? (found.to[0] ?? null) : null;
}

function holdsBy(found: StateMatch): (value: Value) => boolean {
  if ("to" in found) {
    const values = Array.isArray(found.to) ? found.to : [found.to];
    return (value) => values.includes(value);
  }
  const { bound } = found;
  return (value) => typeof value === "number" && ("above" in bound ? value > bound.above : value < bound.below);
}

const LEAF: Readonly<Partial<Record<DeviceState, DeviceState>>> = { on: "open", off: "closed" };
/** Types of properties that report whether something is open. */
const LEAF_TYPES: ReadonlySet<string> = new Set(["current-position", "door-state", "contact-state"]);

/** States that sensors report, the most telling first. */
const SENSED: readonly DeviceState[] = ["occupied", "wet", "alarmed"];

/** "On" of a sensor without a switch means what it senses: "the motion sensor went off". */
function sensedState(state: DeviceState, target: MinimalTarget): DeviceState | null {
  if (state !== "on" || target.indexed.capabilities.power.length > 0) return null;
  return SENSED.find((each) => stateMatchOf(each, target) !== null) ?? null;
}

/** "On" of a device that always runs, or has a door and no switch, means open: 开 of a fridge is its door. */
function leafState(state: DeviceState, target: MinimalTarget): DeviceState | null {
  const leaf = LEAF[state];
  const found = leaf === undefined ? null : stateMatchOf(leaf, target);
  if (leaf === undefined || !found || !LEAF_TYPES.has(found.property.type)) return null;
  const { capabilities } = target.indexed;
  return worksAlways(target) === "cools" || capabilities.power.length === 0 ? leaf : null;
}
