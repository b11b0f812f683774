import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import type { DialogueContext } from "./context.ts";
import { specText } from "./spec-text.ts";
import { checkState, isInStateNow } from "./states.ts";
import type { DeviceTarget, MinimalTarget } from "./target.ts";

/** Kinds of doors and windows with a motor or a lock. */
const OPENS = /^(?:door|lock|garage-door|gate|window-opener)$/;
/** The same without windows. */
const DOORS = /^(?:door|lock|garage-door|gate)$/;
/** States that a contact sensor also reports; 开着 of a door counts as on. */
const LEAF_STATES: ReadonlySet<string> = new Set(["open", "closed", "on", "off"]);

/** Kinds that open and shut. */
const LEAVES = /door(?!bell)|gate(?!way)|lock$|window|curtain|blind|shutter|awning|magnet-sensor/;

/** Whether the device opens and shuts, by hand or by motor. 开着 of it means open, even if it has a lamp. */
export function isOpenable({ indexed: { capabilities, device } }: MinimalTarget): boolean {
  const { kind } = device.spec;
  return kind !== "airer" && (capabilities.movers.length > 0 || LEAVES.test(kind));
}

function isSensor({ device }: IndexedDevice): boolean {
  return device.spec.kind === "magnet-sensor";
}

/** Whether the names of a contact sensor say that it watches a door or a window; null: neither. */
export function watchedBy({ device }: IndexedDevice): "door" | "window" | null {
  const { ofEither, ofWindow, ofDoor } = specText();
  for (const name of [device.name, ...device.aliases]) {
    const rest = name.replace(ofEither, "");
    if (ofWindow.test(rest)) return "window";
    if (ofDoor.test(rest)) return "door";
  }
  return null;
}

/** Names of a door or window without the words for its sensor and kind: "front" of "front door lock". */
function leafNames({ device }: IndexedDevice): readonly string[] {
  return [device.name, ...device.aliases].map((name) =>
    name.toLowerCase().trim().replace(specText().leafEnd, "").trim(),
  );
}

/** Whether the name says no more than the room: "door sensor", "kitchen door sensor" in the kitchen. */
function isBare({ device }: IndexedDevice, [name]: readonly string[]): boolean {
  const { room } = device;
  const rooms = room === null ? [] : [room.name, ...room.aliases].map((each) => each.toLowerCase());
  return name === "" || (name !== undefined && rooms.includes(name));
}

/**
 * The target and every other device that reports whether the same door or window is open: a lock knows about its door, and
 * so does a sensor beside it. The target is first.
 */
export function sensorsOfOpening(target: DeviceTarget, index: HomeIndex): readonly DeviceTarget[] {
  const { indexed, service } = target;
  const { room } = indexed.device;
  const own = isSensor(indexed);
  if (service !== null || room === null || !(own || OPENS.test(indexed.device.spec.kind))) return [target];
  const roomDevices = [...index.inRoom(room.id)];
  const door = own ? doorOf(indexed, roomDevices) : indexed;
  if (door === null) return [target];
  const all = roomDevices.filter((each) => each === door || (isSensor(each) && doorOf(each, roomDevices) === door));
  return [
    target,
    ...all.filter((each) => each !== indexed).map((each): DeviceTarget => ({ indexed: each, service: null })),
  ];
}

/** The door or window that a sensor watches; null when none of the room fits. */
function doorOf(sensor: IndexedDevice, roomDevices: readonly IndexedDevice[]): IndexedDevice | null {
  const watched = watchedBy(sensor);
  const able = roomDevices.filter(
    ({ device }) =>
      OPENS.test(device.spec.kind) && (watched === null || (watched === "door") === DOORS.test(device.spec.kind)),
  );
  const own = leafNames(sensor);
  const names = own.filter((name) => name !== "");
  const called = able.filter((each) => leafNames(each).some((name) => names.includes(name)));
  if (called.length > 0) return called[0] ?? null;
  // "Door sensor" in a room with one door.
  const [only, ...others] = able;
  return watched !== "window" && isBare(sensor, own) && others.length === 0 ? (only ?? null) : null;
}

/** The door or window that a sensor watches, if it is a device too; otherwise the target itself. */
export function openingOf(target: DeviceTarget, index: HomeIndex): DeviceTarget {
  return isSensor(target.indexed)
    ? (sensorsOfOpening(target, index).find(({ indexed }) => !isSensor(indexed)) ?? target)
    : target;
}

/** Keeps one target for each door and window. */
export function distinctOpenings(targets: readonly DeviceTarget[], index: HomeIndex): readonly DeviceTarget[] {
  const devices = new Set(targets.map(({ indexed }) => indexed.device.id));
  return targets.filter((target) => {
    const leaf = openingOf(target, index);
    return leaf === target || !devices.has(leaf.indexed.device.id);
  });
}

/** Whether several devices may report this state of one door or window. */
export function isOpeningState(state: string | undefined): boolean {
  return state !== undefined && LEAF_STATES.has(state);
}

/**
 * The device that reports the state of a door or window best: one that says open, otherwise the first with a fresh report. A
 * target without a door is returned as it is.
 */
export function bestOpeningSource(
  state: string | undefined,
  target: DeviceTarget,
  { index, now }: DialogueContext,
): DeviceTarget {
  if (!isOpeningState(state)) return target;
  const all = sensorsOfOpening(target, index).filter((each) => {
    const { kind } = checkState("open", each);
    return kind !== "absent";
  });
  if (all.length < 2) return all[0] && checkState("open", target).kind === "absent" ? all[0] : target;
  const fresh = all.map((each) => ({ each, open: isInStateNow("open", each, now) }));
  return (fresh.find(({ open }) => open === true) ?? fresh.find(({ open }) => open !== null))?.each ?? target;
}
