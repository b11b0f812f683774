import {
  type Action,
  cleanText,
  type Device,
  type HomeView,
  JiaError,
  type Property,
  type Room,
} from "../../home/index.ts";
import { kindName, languages, message } from "../../language/index.ts";
import { labelled } from "./labels.ts";

/** How many of the nearest names an error lists. */
const NEAREST = 5;

/**
 * The device that a caller means: by handle or id, else by a name or alias that only one device has (in the speaker's
 * room first), with or without its room in front.
 * @throws JiaError `unknown-name` with the nearest handles, or `ambiguous-name` with the possible ones
 */
export function findDevice(home: HomeView, given: string, room: string | null): Device {
  const exact = home.device(given) ?? home.device(given.trim().toLowerCase());
  if (exact) return exact;
  const wanted = plain(given);
  const named = home.devices.filter((device) => namesOf(device).some((name) => plain(name) === wanted));
  const here = named.filter((device) => device.room?.id === room);
  const [only, ...others] = here.length === 1 ? here : named;
  if (only && others.length === 0) return only;
  if (only) {
    const known = list([only, ...others].map((device) => device.handle));
    throw new JiaError("ambiguous-name", { name: cleanText(given), known });
  }
  const known = nearest(given, home.devices, (device) => [device.handle, ...namesOf(device)]);
  throw unknownName("device", given, list(known.map((device) => device.handle)));
}

/** Names a device for telling whether two calls touch the same one; the given name when it is none or several. */
export function deviceKey(home: HomeView, given: string): string {
  try {
    return findDevice(home, given, null).id;
  } catch (error) {
    if (error instanceof JiaError) return given;
    throw error;
  }
}

/** @throws JiaError `unknown-name` with the rooms that there are */
export function findRoom(home: HomeView, given: string): Room {
  const found = home.layout.findRoom(given);
  if (found) return found;
  const known = nearest(given, home.layout.rooms, (room) => [room.id, room.name, ...room.aliases], 12);
  throw unknownName("room", given, list(known.map((room) => room.id)));
}

/** @throws JiaError `unknown-name` with the kinds that there are */
export function findKind(home: HomeView, given: string): string {
  const kinds = [...new Set(home.devices.map((device) => device.spec.kind))].sort();
  const wanted = plain(given);
  const found = kinds.find((kind) => kindNames(kind).some((name) => [plain(name), `${plain(name)}s`].includes(wanted)));
  if (found) return found;
  throw unknownName("kind", given, list(nearest(given, kinds, kindNames, 12)));
}

/** A kind as the spec and as people name it. */
export function kindNames(kind: string): string[] {
  return [kind, ...languages().map((language) => kindName(kind, language))];
}

/**
 * The property that a caller means: by address, else by its short name or description when only one property has it.
 * @throws JiaError `unknown-property` with the nearest addresses
 */
export function findProperty(device: Device, given: string, use: "read" | "write"): Property {
  const exact = device.spec.properties.get(given);
  if (exact) return exact;
  const called = labelled(device.spec, given);
  if (called && (use === "read" || called.access.write)) return called;
  const usable = [...device.spec.properties.values()].filter(({ access }) =>
    use === "write" ? access.write : access.read || access.notify,
  );
  const wanted = plain(given);
  for (const nameOf of [shortName, (property: Property) => property.type, (p: Property) => p.description]) {
    const [only, ...others] = usable.filter((property) => plain(nameOf(property)) === wanted);
    if (only && others.length === 0) return only;
  }
  const known = nearest(given, usable, (property) => [property.address, property.type, property.description], 12);
  throw new JiaError("unknown-property", {
    device: device.handle,
    address: cleanText(given),
    known: list(known.map((property) => property.address)),
  });
}

/** @throws JiaError `unknown-action` with the nearest ones */
export function findAction(device: Device, given: string): Action {
  const exact = device.spec.actions.get(given);
  if (exact) return exact;
  const actions = [...device.spec.actions.values()];
  const [only, ...others] = actions.filter(({ type }) => type === given.trim().toLowerCase());
  if (only && others.length === 0) return only;
  const nearest = actions
    .map(({ address }) => ({ address, score: likeness(given, address) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ address }) => address);
  const known = nearest.join(", ");
  throw new JiaError("unknown-action", { device: device.handle, address: given.slice(0, 64), known });
}

/** Name and aliases, each also with every name of its room in front. */
export function namesOf(device: Device): string[] {
  const own = [device.name, ...device.aliases];
  const rooms = device.room ? [device.room.name, ...device.room.aliases] : [];
  return [...own, ...rooms.flatMap((room) => own.map((name) => `${room} ${name}`))];
}

/** How alike two texts are, 0 to 1: Dice's coefficient over pairs of characters. */
export function likeness(a: string, b: string): number {
  const left = pairs(plain(a));
  const right = pairs(plain(b));
  if (left.length === 0 || right.length === 0) return 0;
  const remaining = [...right];
  let common = 0;
  for (const pair of left) {
    const at = remaining.indexOf(pair);
    if (at < 0) continue;
    remaining.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

function nearest<Item>(
  given: string,
  items: readonly Item[],
  namesOfItem: (item: Item) => readonly string[],
  most = NEAREST,
): Item[] {
  return items
    .map((item) => ({ item, score: Math.max(...namesOfItem(item).map((name) => likeness(given, name))) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

function unknownName(what: "device" | "room" | "kind", name: string, known: string): JiaError {
  return new JiaError("unknown-name", { what: message(`tools.${what}`), name: cleanText(name), known });
}

function shortName(property: Property): string {
  return property.address.slice(property.address.indexOf(".") + 1);
}

/** Lower case letters and digits alone: "Living-room" and "living room" are the same. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}

function list(names: readonly string[]): string {
  return names.join(", ");
}
