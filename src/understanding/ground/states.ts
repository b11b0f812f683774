import { type Knowledge, knowledgeOf, type Property } from "../../home/index.ts";
import type { DeviceState } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";
import { specText } from "./spec-text.ts";
import {
  ABSENT,
  checkBoolean,
  checkListed,
  checkNumber,
  firstKnown,
  knownCheck,
  negatedCheck,
  reportedValue,
  reportsValue,
  type StateCheck,
  unknownCheck,
} from "./state-check.ts";
import { type MinimalTarget, propertiesOf } from "./target.ts";
import { checkFunctions, checkWorking, isStatus } from "./working.ts";

/** Below this percentage a battery is low. */
export const LOW_BATTERY = 20;
/** Status descriptions that mean that the work has ended. */
export const STOPPED = /^(stop|idle|complet|finish|done|standby|end)/i;
/** Status descriptions of a sensor that gives an alarm. */
export const ALARMED = /^(alarm|triggered)/i;
/** From here on a room is warm, in °C. */
export const WARM = 24;
/** Up to here a room is cold, in °C. */
export const COLD = 18;

/** The state after an act. */
export const STATE_AFTER = {
  on: "on",
  off: "off",
  open: "open",
  close: "closed",
  lock: "locked",
  unlock: "unlocked",
  play: "playing",
} as const satisfies Readonly<Partial<Record<Act, DeviceState>>>;

/** The state after any act; undefined where an act leads to none. */
export function stateAfterAct(act: Act): DeviceState | undefined {
  const after: Readonly<Partial<Record<Act, DeviceState>>> = STATE_AFTER;
  return after[act];
}

/** The state of something that is not in the state of the key. */
export const OPPOSITES: Readonly<Partial<Record<DeviceState, DeviceState>>> = {
  on: "off",
  off: "on",
  open: "closed",
  closed: "open",
  locked: "unlocked",
  unlocked: "locked",
  occupied: "clear",
  clear: "occupied",
  online: "offline",
  offline: "online",
};

/** Kinds that cool all the time. */
const COOLS = /^(?:fridge|refrigerator|freezer|wine-cooler)$/;
/** Kinds that only measure. */
const SENSES = /sensor|monitor|alarm|detector|thermometer|hygrometer/;

/**
 * Whether a device without switch and status works as long as it reports: what cools, and sensors. Null for all others. The
 * door of a fridge does not count.
 */
export function worksAlways({ indexed: { capabilities, device } }: MinimalTarget): "cools" | "senses" | null {
  if (capabilities.power.length > 0) return null;
  const { kind } = device.spec;
  return COOLS.test(kind) ? "cools" : SENSES.test(kind) && kind !== "magnet-sensor" ? "senses" : null;
}

/** Whether a target is in a state; null when it has no such state, or it is not known. */
export function isInState(state: DeviceState, target: MinimalTarget): boolean | null {
  const found = checkState(state, target);
  return found.kind === "is" ? found.holds : null;
}

/** The same, but also null while the device is offline or overdue, because its state may have changed. */
export function isInStateNow(state: DeviceState, target: MinimalTarget, now: number): boolean | null {
  const found = checkState(state, target);
  if (found.kind !== "is") return null;
  /** What is known of a property now. */
  const known = found.property && knowledgeOf(target.indexed.device, found.property.address, now);
  return known?.kind === "value" && known.lapse ? null : found.holds;
}

/** Checks a state of a target by its last report. */
export function checkState(state: DeviceState, target: MinimalTarget): StateCheck {
  const { device } = target.indexed;
  switch (state) {
    case "on": {
      if (worksAlways(target) === "cools") return ABSENT;
      const status = checkWorking(target);
      const switched = power(target);
      // A device that keeps warm is on, whatever its switch says, unless it was switched off afterwards.
      if (status.kind === "is" && status.holds && !isOffSince(switched, status, target)) return status;
      if (switched.kind === "is") return switched;
      return firstKnown(
        switched,
        opened(target),
        contact(target),
        negatedCheck(playing(target, "stopped")),
        ...checkFunctions(target),
        status,
        negatedCheck(checkBoolean(target, "locked")),
      );
    }
    case "off": {
      const on = checkState("on", target);
      // A status without work does not prove that the device is off.
      return on.kind === "is" && !on.holds && on.property && isStatus(on.property)
        ? unknownCheck(on.property)
        : negatedCheck(on);
    }
    case "open": {
      const leaf = firstKnown(contact(target), opened(target));
      if (leaf.kind !== "absent") return leaf;
      // A locked door is shut; an unlocked one may be either.
      const locked = checkBoolean(target, "locked");
      if (locked.kind !== "absent")
        return locked.kind === "is" && !locked.holds
          ? unknownCheck(locked.property ?? undefined)
          : negatedCheck(locked);
      return power(target);
    }
    case "closed":
      return negatedCheck(checkState("open", target));
    case "locked":
      return checkBoolean(target, "locked");
    case "unlocked":
      return negatedCheck(checkBoolean(target, "locked"));
    case "playing":
    case "paused":
      return playing(target, state);
    case "stopped":
      // A robot in its dock has finished its work.
      if (device.spec.kind === "vacuum")
        return firstKnown(negatedCheck(checkState("cleaning", target)), playing(target, state));
      return firstKnown(playing(target, state), checkListed(target, ["status", "run-status"], STOPPED));
    case "muted":
      return checkBoolean(target, "mute");
    case "occupied":
      return firstKnown(
        checkBoolean(target, "motion-state"),
        checkListed(target, ["occupancy-status"], specText().occupied),
      );
    case "clear":
      return negatedCheck(checkState("occupied", target));
    case "charging":
      return checkListed(target, ["charging-state", "status"], specText().charging);
    case "low":
      return checkNumber(target, ["battery-level"], (level) => level < LOW_BATTERY);
    case "full":
      return checkListed(target, ["status", "water-level"], /^full/i);
    case "empty":
      return checkListed(target, ["status", "water-level"], /^empty/i);
    case "wet":
      return checkBoolean(target, "submersion-state");
    case "alarmed":
      return checkListed(target, ["status"], ALARMED);
    case "online":
      return { kind: "is", holds: device.online !== false, property: null };
    case "offline":
      return { kind: "is", holds: device.online === false, property: null };
    case "cleaning":
      return checkListed(target, ["status"], /sweep|mop|mow|clean/i);
    case "docked":
      return checkListed(target, ["status"], /charg|dock|idle/i);
    case "hot":
      return checkNumber(target, ["temperature"], (value) => value >= WARM);
    case "cold":
      return checkNumber(target, ["temperature"], (value) => value <= COLD);
    default:
      state satisfies never;
      return ABSENT;
  }
}

/** What is known of a property of a target now. */
export function propertyKnowledge({ indexed }: MinimalTarget, property: Property, now: number): Knowledge {
  return knowledgeOf(indexed.device, property.address, now);
}

/** The property that a state is read from, used for "since when" and to name its value; null when there is none. */
export function stateProperty(state: DeviceState, target: MinimalTarget): Property | null {
  const types: Readonly<Partial<Record<DeviceState, readonly string[]>>> = {
    low: ["battery-level"],
    hot: ["temperature"],
    cold: ["temperature"],
    locked: ["locked"],
    unlocked: ["locked"],
    open: ["current-position", "contact-state", "door-state", "locked"],
    closed: ["current-position", "contact-state", "door-state", "locked"],
    playing: ["playing-state"],
    paused: ["playing-state"],
    stopped: ["playing-state", "status", "run-status"],
    occupied: ["motion-state", "occupancy-status"],
    clear: ["motion-state", "occupancy-status"],
    wet: ["submersion-state"],
    alarmed: ["status"],
    muted: ["mute"],
    charging: ["charging-state", "status"],
    cleaning: ["status"],
    docked: ["status"],
    full: ["status", "water-level"],
    empty: ["status", "water-level"],
  };
  const wanted = types[state];
  const properties = propertiesOf(target);
  if (!wanted) {
    const found = checkState(state, target);
    const status = found.kind !== "absent" && found.property && isStatus(found.property) ? found.property : null;
    // A key has its own switch.
    const whole = target.service === null ? target.indexed.capabilities.power[0] : undefined;
    return whole ?? status ?? properties.find(({ type }) => type === "on") ?? null;
  }
  const found = wanted.map((type) => properties.find((property) => property.type === type));
  return found.find((property) => property !== undefined) ?? null;
}

function power(target: MinimalTarget): StateCheck {
  const { capabilities } = target.indexed;
  const properties =
    target.service === null ? capabilities.power : propertiesOf(target).filter(({ type }) => type === "on");
  const readable =
    properties.length > 0 ? properties : propertiesOf(target).filter((each) => isOwnSwitch(each, target));
  const told = readable.filter((property) => typeof reportedValue(target, property) === "boolean");
  const [any] = told;
  if (!any) return unknownCheck(readable.find(reportsValue) ?? readable[0]);
  const on = told.find((property) => reportedValue(target, property) === true);
  return on ? knownCheck(true, on) : knownCheck(false, any);
}

/** Whether the switch went off after the status was reported, so that the status is outdated. */
function isOffSince(switched: StateCheck, status: StateCheck, { indexed }: MinimalTarget): boolean {
  if (switched.kind !== "is" || switched.holds || status.kind !== "is") return false;
  const [off, told] = [switched, status].map(({ property }) =>
    property === null ? undefined : indexed.device.state.get(property.address),
  );
  if (!off?.changeSeen || !told) return false;
  return !told.changeSeen || off.changedAt > told.changedAt;
}

/** Whether the property switches the device itself, not a lamp in it. */
function isOwnSwitch({ type, format, service }: Property, { indexed }: MinimalTarget): boolean {
  if (type !== "on" || format !== "bool") return false;
  const { spec } = indexed.device;
  const of = spec.services.find(({ key }) => key === service);
  return of === undefined || of.type === spec.kind || !/light|screen/.test(of.type);
}

/** Words of a status for how far something is open. */
const LEAF = /open|clos|ajar/i;

function opened(target: MinimalTarget): StateCheck {
  const position = checkNumber(target, ["current-position"], (value) => value > 0);
  if (position.kind === "is") return position;
  const properties = propertiesOf(target);
  const property =
    properties.find(({ type }) => type === "door-state") ?? properties.find(({ type }) => type === "status");
  const value = property ? reportedValue(target, property) : undefined;
  const description = property?.values.find((each) => each.value === value)?.description;
  if (property && description !== undefined && LEAF.test(description))
    return knownCheck(/^(open|opened|opening|ajar)/i.test(description), property);
  // A motor that stands still may be at any position.
  const tells = property?.values.some((each) => LEAF.test(each.description)) ?? false;
  return position.kind === "unknown" ? position : unknownCheck(tells ? property : undefined);
}

/** A closed contact means a shut door or window. */
function contact(target: MinimalTarget): StateCheck {
  return negatedCheck(checkBoolean(target, "contact-state"));
}

function playing(target: MinimalTarget, state: "playing" | "paused" | "stopped"): StateCheck {
  const pattern = { playing: /^play/i, paused: /^pause/i, stopped: /^(stop|idle)/i }[state];
  return checkListed(target, ["playing-state"], pattern);
}
