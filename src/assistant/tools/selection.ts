import type { Device, HomeView, Property } from "../../home/index.ts";
import { bareTarget } from "../../understanding/ground/situation.ts";
import { isNow, standing } from "../../understanding/ground/states.ts";
import { labelOf } from "./labels.ts";
import { findKind, findRoom } from "./names.ts";

/** How devices may have to be to be read: what people ask for. */
export const ONLY = [
  "on",
  "off",
  "open",
  "closed",
  "locked",
  "unlocked",
  "occupied",
  "playing",
  "charging",
  "low",
  "wet",
  "offline",
] as const;
export type Only = (typeof ONLY)[number];

/** By what else a place is called, in the arguments of a read. */
export const PLACE_NAMES = ["floor", "area", "place", "location", "roomid", "where"] as const;

/** Which devices a read is about; every part that is given must fit. */
export interface Selection {
  /** Id or name of a room or a floor. */
  readonly room?: string | undefined;
  readonly kind?: string | undefined;
  readonly properties?: readonly string[] | undefined;
  readonly only?: Only | undefined;
}

/**
 * The devices of the home that fit, in its order.
 * @throws JiaError `unknown-name` for a room or kind that there is not
 */
export function selected(home: HomeView, { room, kind, properties, only }: Selection, now: number): Device[] {
  const places = room === undefined ? null : placesOf(home, room);
  const ofKind = kind === undefined ? null : findKind(home, kind);
  return home.devices.filter(
    (device) =>
      (places === null || (device.room !== null && places.has(device.room.id))) &&
      (ofKind === null || device.spec.kind === ofKind) &&
      (properties === undefined || [...device.spec.properties.values()].some((p) => isNamed(device, p, properties))) &&
      (only === undefined || isSo(only, device, now)),
  );
}

function isSo(only: Only, device: Device, now: number): boolean {
  const target = bareTarget(device);
  if (isNow(only, target, now) !== true) return false;
  if (only !== "on" && only !== "off") return true;
  // A door may be called on where somebody says so; nobody who asks what is on means it.
  const found = standing(only, target);
  return found.kind === "is" && !(found.property && LEAVES.has(found.property.type));
}

/** What tells of doors, windows and covers. */
const LEAVES: ReadonlySet<string> = new Set([
  "locked",
  "contact-state",
  "door-state",
  "current-position",
  "target-position",
]);

/** A room, or all rooms of a floor. */
function placesOf(home: HomeView, given: string): ReadonlySet<string> {
  const floor = home.layout.findRoom(given) ? undefined : findFloor(home, given);
  if (!floor) return new Set([findRoom(home, given).id]);
  return new Set(home.layout.rooms.filter((room) => room.floor === floor).map(({ id }) => id));
}

function findFloor(home: HomeView, given: string): string | undefined {
  const wanted = given.trim().toLowerCase();
  return home.layout.floors.find(({ id, name, aliases }) =>
    [id, name, ...aliases].some((each) => each.toLowerCase() === wanted),
  )?.id;
}

/** Whether one of the names is that of a property: its label, address or short name. */
export function isNamed({ spec }: Device, property: Property, names: readonly string[]): boolean {
  return [property.address, property.type, labelOf(spec, property)].some((each) => names.includes(each));
}

/** One page of a list, and how to go on. */
export interface Page<Item> {
  readonly shown: readonly Item[];
  /** What the caller is told where there is more. */
  readonly rest: { readonly total?: number; readonly more?: number; readonly after?: string };
}

/**
 * The items behind `after`, at most `limit`.
 * @param keyOf what `after` names: a handle
 */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  after: string | undefined,
  limit: number,
): Page<Item> {
  const at = after === undefined ? -1 : items.findIndex((item) => keyOf(item) === after);
  const shown = items.slice(at + 1, at + 1 + limit);
  const more = items.length - (at + 1) - shown.length;
  const last = shown.at(-1);
  if (more === 0 || last === undefined) return { shown, rest: {} };
  return { shown, rest: { total: items.length, more, after: keyOf(last) } };
}
