import type { Device, HomeView, Property } from "../../../home/index.ts";
import { checkState, isInStateNow } from "../../../understanding/ground/states.ts";
import { minimalTarget } from "../../../understanding/ground/target.ts";
import { propertyLabel } from "./labels.ts";
import { resolveKind, resolveRoom } from "./resolve.ts";

/** The states by which a read can filter devices. */
export const STATE_FILTERS = [
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
export type StateFilter = (typeof STATE_FILTERS)[number];

/** Other names of the argument `room`. */
export const PLACE_NAMES = ["floor", "area", "place", "location", "roomid", "where"] as const;

/** Filters of devices; all that are given must fit. */
export interface DeviceCriteria {
  /** Id or name of a room or a floor. */
  readonly room?: string | undefined;
  readonly kind?: string | undefined;
  readonly properties?: readonly string[] | undefined;
  readonly only?: StateFilter | undefined;
}

/**
 * The devices of the home that pass the filters, in the order of the home.
 * @throws JiaError `unknown-name` for an unknown room or kind
 */
export function filterDevices(home: HomeView, { room, kind, properties, only }: DeviceCriteria, now: number): Device[] {
  const places = room === undefined ? null : placesOf(home, room);
  const ofKind = kind === undefined ? null : resolveKind(home, kind);
  return home.devices.filter(
    (device) =>
      (places === null || (device.room !== null && places.has(device.room.id))) &&
      (ofKind === null || device.spec.kind === ofKind) &&
      (properties === undefined ||
        [...device.spec.properties.values()].some((p) => isPropertyNamed(device, p, properties))) &&
      (only === undefined || isSo(only, device, now)),
  );
}

function isSo(only: StateFilter, device: Device, now: number): boolean {
  const target = minimalTarget(device);
  if (isInStateNow(only, target, now) !== true) return false;
  if (only !== "on" && only !== "off") return true;
  // A door may count as on in a sentence, but a list of what is on must not include it.
  const found = checkState(only, target);
  return found.kind === "is" && !(found.property && LEAVES.has(found.property.type));
}

/** Types of properties of doors, windows, covers and locks. */
const LEAVES: ReadonlySet<string> = new Set([
  "locked",
  "contact-state",
  "door-state",
  "current-position",
  "target-position",
]);

/** The id of a room, or those of all rooms of a floor. */
function placesOf(home: HomeView, given: string): ReadonlySet<string> {
  const floor = home.layout.findRoom(given) ? undefined : findFloor(home, given);
  if (!floor) return new Set([resolveRoom(home, given).id]);
  return new Set(home.layout.rooms.filter((room) => room.floor === floor).map(({ id }) => id));
}

function findFloor(home: HomeView, given: string): string | undefined {
  const wanted = given.trim().toLowerCase();
  return home.layout.floors.find(({ id, name, aliases }) =>
    [id, name, ...aliases].some((each) => each.toLowerCase() === wanted),
  )?.id;
}

/** Whether one of the names is the label, the address or the type of a property. */
export function isPropertyNamed({ spec }: Device, property: Property, names: readonly string[]): boolean {
  return [property.address, property.type, propertyLabel(spec, property)].some((each) => names.includes(each));
}

/** One page of a list, and how to get the next. */
export interface ListPage<Item> {
  readonly shown: readonly Item[];
  /** Totals and the start of the next page; empty on the last page. */
  readonly rest: { readonly total?: number; readonly more?: number; readonly after?: string };
}

/**
 * The page of at most `limit` items behind the one with the key `after`.
 * @param keyOf the key of an item, such as its handle
 */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  after: string | undefined,
  limit: number,
): ListPage<Item> {
  const at = after === undefined ? -1 : items.findIndex((item) => keyOf(item) === after);
  const shown = items.slice(at + 1, at + 1 + limit);
  const more = items.length - (at + 1) - shown.length;
  const last = shown.at(-1);
  if (more === 0 || last === undefined) return { shown, rest: {} };
  return { shown, rest: { total: items.length, more, after: keyOf(last) } };
}
