import { AVAILABILITY, type SeriesKey } from "../../history/port.ts";
import type { Property, Value } from "../../home/index.ts";
import { type Watched, watched } from "../../understanding/ground/conditions.ts";
import type { BareTarget, Target } from "../../understanding/ground/situation.ts";
import type { State } from "../../understanding/lexicon/types.ts";

/** A state of a thing, as the history has it: in which series it is, and which of its values mean it. */
export interface Watch<Of extends BareTarget = Target> {
  readonly target: Of;
  readonly key: SeriesKey;
  /** null: whether the device can be reached. */
  readonly property: Property | null;
  readonly state: State;
  readonly holds: (value: Value) => boolean;
  /** The one value that means it; null where several do. */
  readonly only: Value | null;
}

/** How a thing tells a state; null where it tells nothing like it. */
export function watchOf<Of extends BareTarget>(said: State, target: Of): Watch<Of> | null {
  const { device } = target.indexed;
  if (said === "online" || said === "offline") {
    const key = { device: device.id, address: AVAILABILITY };
    const only = said === "online";
    return { target, key, property: null, state: said, holds: (value) => value === only, only };
  }
  const state = leafState(said, target) ?? said;
  const found = watched(state, target);
  if (!found) return null;
  const key = { device: device.id, address: found.property.address };
  return { target, key, property: found.property, state, holds: holdsBy(found), only: onlyOf(found) };
}

/** States that tell what a property is for, the most telling first. */
const TOLD: readonly State[] = ["open", "locked", "on", "occupied", "wet", "playing", "charging", "cleaning", "online"];

/** The state that a property of a device tells of; null where it tells none. */
export function stateTold(target: BareTarget, address: string): Watch<BareTarget> | null {
  for (const state of TOLD) {
    const watch = watchOf(state, target);
    if (watch?.key.address === address && !(state === "open" && !isLeaf(watch))) return watch;
  }
  return null;
}

/** What is switched is on, and not open. */
function isLeaf({ property }: Watch<BareTarget>): boolean {
  return property !== null && LEAF_TYPES.has(property.type);
}

function onlyOf(found: Watched): Value | null {
  if (!("to" in found)) return null;
  if (!Array.isArray(found.to)) return found.to;
  return found.to.length === 1 ? (found.to[0] ?? null) : null;
}

function holdsBy(found: Watched): (value: Value) => boolean {
  if ("to" in found) {
    const values = Array.isArray(found.to) ? found.to : [found.to];
    return (value) => values.includes(value);
  }
  const { bound } = found;
  return (value) => typeof value === "number" && ("above" in bound ? value > bound.above : value < bound.below);
}

const LEAF: Readonly<Partial<Record<State, State>>> = { on: "open", off: "closed" };
/** What tells whether something is open. */
const LEAF_TYPES: ReadonlySet<string> = new Set(["current-position", "door-state", "contact-state"]);
/** What always runs, and has a door. */
const ALWAYS = /^(?:fridge|refrigerator|freezer|wine-cooler)/;

/** 开 of a fridge is its door: what always runs, or has no switch but a door, is opened and not switched on. */
function leafState(state: State, target: BareTarget): State | null {
  const leaf = LEAF[state];
  const found = leaf === undefined ? null : watched(leaf, target);
  if (leaf === undefined || !found || !LEAF_TYPES.has(found.property.type)) return null;
  const { capabilities, device } = target.indexed;
  return ALWAYS.test(device.spec.kind) || capabilities.power.length === 0 ? leaf : null;
}
