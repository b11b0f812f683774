import { type Device, type DeviceId, standing } from "../../home/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../understanding/names/indexed-device.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart } from "./clause.ts";
import type { Evidence } from "./evidence.ts";

/** Ids of the rooms that the parts name; without any, the rooms of the floors that they name. */
export function namedRooms(parts: readonly ClausePart[], index: HomeIndex): ReadonlySet<string> {
  const rooms = new Set(parts.flatMap(({ home }) => [...(home?.rooms ?? []), ...(home?.owned ?? [])]));
  if (rooms.size > 0) return rooms;
  const floors = new Set(parts.flatMap(({ home }) => home?.floors ?? []));
  const onFloors = floors.size === 0 ? [] : index.rooms.filter(({ floor }) => floor !== null && floors.has(floor));
  return new Set(onFloors.map(({ id }) => id));
}

/**
 * The devices that a clause mentions; null when one of them was neither read nor commanded. Of several with one name it means
 * those in the named rooms, otherwise those that were commanded, otherwise those in `near`.
 * @param near ids of rooms that the person spoke of
 */
export function mentionedDevices(
  parts: readonly ClausePart[],
  evidence: Evidence,
  index: HomeIndex,
  near: ReadonlySet<string> = NOWHERE,
): readonly IndexedDevice[] | null {
  const places = namedRooms(parts, index);
  const all = parts.some((part) => ALL.some((role) => playsRole(part, role)));
  const found = new Set<IndexedDevice>();
  for (const [at, part] of parts.entries()) {
    const alike = isVerb(part, parts[at - 1]) ? null : alikeIn(part, index);
    if (alike === null) continue;
    const own = places.size < 2 ? places : firstNonEmpty(placesAt(parts, at, index), places);
    const placed = own.size === 0 ? alike.devices : devicesInRooms(alike.devices, own);
    // "The hall and the lamp": a name without a device in those rooms is meant as it stands.
    const meant = placed.length === 0 && alike.named ? alike.devices : placed;
    // A group is known when its members are.
    const there =
      all && !alike.named
        ? standing(
            meant,
            ({ device }) => device,
            (id) => index.devices.get(id)?.device,
          )
        : meant;
    const known = there.filter(({ device }) => evidence.devices.has(device.id));
    if (known.length === 0 || (all && !alike.named && known.length < there.length)) return null;
    for (const each of all && !alike.named ? known : nearest(known, evidence, places.size > 0 ? NOWHERE : near))
      found.add(each);
  }
  return [...found];
}

/** The rooms said with one of several things: "the bedroom lamp", "the lamp in the bedroom". */
function placesAt(parts: readonly ClausePart[], at: number, index: HomeIndex): ReadonlySet<string> {
  const names = ({ home, lex }: ClausePart) => (home?.devices.length ?? 0) > 0 || (lex?.kinds.length ?? 0) > 0;
  const earlier = parts.slice(0, at).findLastIndex(names);
  const before = namedRooms(parts.slice(Math.max(earlier + 1, at - 2), at), index);
  if (before.size > 0 && !parts.slice(earlier + 1, at).some((part) => playsRole(part, "in"))) return before;
  const next = parts.findIndex((part, place) => place > at && names(part));
  const behind = parts.slice(at + 1, next < 0 ? at + 4 : Math.min(next, at + 4));
  return behind.some((part) => playsRole(part, "in")) ? namedRooms(behind, index) : NOWHERE;
}

function firstNonEmpty(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return one.size > 0 ? one : other;
}

const NOWHERE: ReadonlySet<string> = new Set();
const ALL = ["all", "each", "no", "any"] as const;

/** Whether a part is a verb and no device: "you will have to switch it on" names no switch. */
function isVerb({ possible, lex, home }: ClausePart, before: ClausePart | undefined): boolean {
  return possible && home === null && (lex?.acts.length ?? 0) > 0 && !playsRole(before, "article");
}

/** The devices that a phrase may mean, and whether it names them or only their kind; null when it means none. */
function alikeIn(
  { home, lex, text }: ClausePart,
  index: HomeIndex,
): { readonly devices: readonly IndexedDevice[]; readonly named: boolean } | null {
  const named = [...(home?.devices ?? []), ...(home?.parts ?? []).map(({ device }) => device)];
  if (named.length > 0) return { devices: indexedDevices(new Set(named), index), named: true };
  const kinds = lex?.kinds ?? [];
  if (kinds.length === 0) return null;
  const alike = kinds.flatMap((kind) => [...index.ofKind(kind)]);
  // "The battery is at 71 percent": without a device of that kind, the word means the property.
  if (alike.length === 0 && (lex?.props.length ?? 0) > 0) return null;
  // The word for a kind may be the name of one device: "the light strip".
  const called = alike.filter(({ device }) => isCalled(device, text));
  return { devices: called.length > 0 ? called : alike, named: false };
}

/** Of several devices with one name, those that were commanded, otherwise those in `near`. */
function nearest(
  known: readonly IndexedDevice[],
  evidence: Evidence,
  near: ReadonlySet<string>,
): readonly IndexedDevice[] {
  if (known.length < 2) return known;
  const commanded = new Set(evidence.outcomes.map(({ device }) => device));
  const told = known.filter(({ device }) => commanded.has(device.id));
  if (told.length > 0) return told;
  const there = devicesInRooms(known, near);
  return there.length > 0 ? there : known;
}

export function devicesInRooms(devices: readonly IndexedDevice[], places: ReadonlySet<string>): IndexedDevice[] {
  return devices.filter(({ device }) => device.room !== null && places.has(device.room.id));
}

function isCalled({ name, aliases }: Device, text: string): boolean {
  return [name, ...aliases].some((each) => each.toLowerCase() === text);
}

export function indexedDevices(ids: Iterable<DeviceId>, index: HomeIndex): IndexedDevice[] {
  return [...ids].flatMap((id) => index.devices.get(id) ?? []);
}
