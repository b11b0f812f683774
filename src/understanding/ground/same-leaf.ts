import type { HomeIndex, IndexedDevice } from "../names/home-index.ts";
import { signs } from "./signs.ts";
import type { Situation, Target } from "./situation.ts";
import { isNow, standing } from "./states.ts";

/** Kinds that open and shut by themselves or tell it by their lock. */
const OPENS = /^(?:door|lock|garage-door|gate|window-opener)$/;
/** The same without windows. */
const DOORS = /^(?:door|lock|garage-door|gate)$/;
/** States of which the sensor of a door tells as well; 开着 of a door is on. */
const LEAF_STATES: ReadonlySet<string> = new Set(["open", "closed", "on", "off"]);

function isSensor({ device }: IndexedDevice): boolean {
  return device.spec.kind === "magnet-sensor";
}

/** Whether a sensor watches a door or a window, as its names tell; null where they tell neither. */
export function watchedBy({ device }: IndexedDevice): "door" | "window" | null {
  const { ofEither, ofWindow, ofDoor } = signs();
  for (const name of [device.name, ...device.aliases]) {
    const rest = name.replace(ofEither, "");
    if (ofWindow.test(rest)) return "window";
    if (ofDoor.test(rest)) return "door";
  }
  return null;
}

/** Names of what opens, without the words for what tells it and for its kind: "front" of a "front door lock". */
function leafNames({ device }: IndexedDevice): readonly string[] {
  return [device.name, ...device.aliases].map((name) => name.toLowerCase().trim().replace(signs().leafEnd, "").trim());
}

/** "Door sensor", "kitchen door sensor" in the kitchen: nothing but where it is tells which door. */
function isBare({ device }: IndexedDevice, [name]: readonly string[]): boolean {
  const { room } = device;
  const rooms = room === null ? [] : [room.name, ...room.aliases].map((each) => each.toLowerCase());
  return name === "" || (name !== undefined && rooms.includes(name));
}

/**
 * Everything that tells whether one door or window is open, what was asked about first: a lock knows of its door, and a
 * sensor beside it as well.
 */
export function sameLeaf(target: Target, index: HomeIndex): readonly Target[] {
  const { indexed, service } = target;
  const { room } = indexed.device;
  const own = isSensor(indexed);
  if (service !== null || room === null || !(own || OPENS.test(indexed.device.spec.kind))) return [target];
  const beside = [...index.inRoom(room.id)];
  const door = own ? doorOf(indexed, beside) : indexed;
  if (door === null) return [target];
  const all = beside.filter((each) => each === door || (isSensor(each) && doorOf(each, beside) === door));
  return [target, ...all.filter((each) => each !== indexed).map((each): Target => ({ indexed: each, service: null }))];
}

/** What opens and is watched by a sensor; null where it stands alone. */
function doorOf(sensor: IndexedDevice, beside: readonly IndexedDevice[]): IndexedDevice | null {
  const watched = watchedBy(sensor);
  const able = beside.filter(
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

/** What a sensor is told by: the door that it watches, where that is a device too. */
export function leafOf(target: Target, index: HomeIndex): Target {
  return isSensor(target.indexed)
    ? (sameLeaf(target, index).find(({ indexed }) => !isSensor(indexed)) ?? target)
    : target;
}

/** Each door and window once, where it is asked whether it is open. */
export function eachLeafOnce(targets: readonly Target[], index: HomeIndex): readonly Target[] {
  const devices = new Set(targets.map(({ indexed }) => indexed.device.id));
  return targets.filter((target) => {
    const leaf = leafOf(target, index);
    return leaf === target || !devices.has(leaf.indexed.device.id);
  });
}

/** Whether a state is one that several devices may tell of one thing. */
export function isOfLeaves(state: string | undefined): boolean {
  return state !== undefined && LEAF_STATES.has(state);
}

/**
 * What tells best how a door or window is: one that says that it is open, else the first that is not old. What opens no
 * door tells of itself.
 */
export function telling(state: string | undefined, target: Target, { index, now }: Situation): Target {
  if (!isOfLeaves(state)) return target;
  const all = sameLeaf(target, index).filter((each) => {
    const { kind } = standing("open", each);
    return kind !== "absent";
  });
  if (all.length < 2) return all[0] && standing("open", target).kind === "absent" ? all[0] : target;
  const fresh = all.map((each) => ({ each, open: isNow("open", each, now) }));
  return (fresh.find(({ open }) => open === true) ?? fresh.find(({ open }) => open !== null))?.each ?? target;
}
