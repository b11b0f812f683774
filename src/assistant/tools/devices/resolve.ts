import {
  type Action,
  cleanText,
  type Device,
  type HomeView,
  JiaError,
  type Property,
  type Room,
} from "../../../home/index.ts";
import { kindName, languages, message, unjoined, wordsInAllLanguages } from "../../../language/index.ts";
import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import { lettersAndDigits, likeness } from "../name-likeness.ts";
import { actionLabel, isMeantByBareName, propertyByLabel } from "./labels.ts";
import { measuredFirst, propertyTypesNamed } from "./property-names.ts";

/** Most nearest names in an error. */
const NEAREST = 5;
/** Most kinds in an error: all of them in most homes, because spelling does not tell which kind is meant. */
const MOST_KINDS = 40;

/**
 * Resolves a device: by handle or id, otherwise by a name or alias that only one device has (in the speaker's room first), with
 * or without its room in front.
 * @throws JiaError `unknown-name` with the nearest handles, or `ambiguous-name` with the possible ones
 */
export function resolveDevice(home: HomeView, given: string, room: string | null): Device {
  const exact = home.device(given) ?? home.device(given.trim().toLowerCase());
  if (exact) return exact;
  const wanted = [given, roomInFront(given), withoutArticle(given)].map((text) => unjoined(lettersAndDigits(text)));
  const called = (name: string): boolean => name !== "" && wanted.includes(unjoined(lettersAndDigits(name)));
  const named = home.devices.filter((device) => [device.handle, ...namesWithRoom(device)].some((name) => called(name)));
  const here = named.filter((device) => device.room?.id === room);
  const [only, ...others] = here.length === 1 ? here : named;
  if (only && others.length === 0) return only;
  if (only) {
    const known = list([only, ...others].map((device) => device.handle));
    throw new JiaError("ambiguous-name", { name: cleanText(given), known });
  }
  const known = nearest(given, home.devices, (device) => [device.handle, ...namesWithRoom(device)]);
  throw unknownName("device", given, list(known.map((device) => device.handle)));
}

/** Moves a room to the front: "ceiling light (living room)" becomes "living room ceiling light". */
function roomInFront(given: string): string {
  const [, name, room] =
    /^(.*\S)\s*[(（](.+)[)）]\s*$/.exec(given) ?? /^(?:the )?(.*\S) (?:in|of) (?:the )?(.+)$/i.exec(given.trim()) ?? [];
  return name === undefined || room === undefined ? given : `${room} ${name}`;
}

/** A name without its article. */
function withoutArticle(given: string): string {
  return given.replace(/^\s*(?:the|a|an)\s+/i, "");
}

/** A key that is equal for two calls of the same device: its id, or the given name when that resolves to none or several. */
export function deviceKey(home: HomeView, given: string): string {
  try {
    return resolveDevice(home, given, null).id;
  } catch (error) {
    if (error instanceof JiaError) return given;
    throw error;
  }
}

/** Resolves a room by id, name or alias. @throws JiaError `unknown-name` with the nearest rooms */
export function resolveRoom(home: HomeView, given: string): Room {
  const found = home.layout.findRoom(given);
  if (found) return found;
  const known = nearest(given, home.layout.rooms, (room) => [room.id, room.name, ...room.aliases], 12);
  throw unknownName("room", given, list(known.map((room) => room.id)));
}

/** Resolves a kind by its name in the spec or in any language. @throws JiaError `unknown-name` with the known kinds */
export function resolveKind(home: HomeView, given: string): string {
  const kinds = [...new Set(home.devices.map((device) => device.spec.kind))].sort();
  const wanted = lettersAndDigits(given);
  const found = kinds.find((kind) =>
    kindNames(kind).some((name) => [lettersAndDigits(name), `${lettersAndDigits(name)}s`].includes(wanted)),
  );
  if (found) return found;
  const words = wordsInAllLanguages("kinds");
  const called = kinds.filter((kind) =>
    words.get(kind)?.some((word) => [lettersAndDigits(word), `${lettersAndDigits(word)}s`].includes(wanted)),
  );
  const [only, ...others] = called;
  if (only !== undefined && others.length === 0) return only;
  throw unknownName("kind", given, list(nearest(given, kinds, kindNames, MOST_KINDS)));
}

/** The names of a kind: as the spec has it, then in each language. */
export function kindNames(kind: string): string[] {
  return [kind, ...languages().map((language) => kindName(kind, language))];
}

/**
 * Resolves a property: by address, otherwise by a label, a short name, a description or a word for its type that only one has.
 * @throws JiaError `unknown-property` with the nearest addresses
 */
export function resolveProperty(device: Device, given: string, use: "read" | "write"): Property {
  const exact = device.spec.properties.get(given);
  if (exact) return exact;
  const called = propertyByLabel(device.spec, given);
  if (called && (use === "read" || called.access.write)) return called;
  const usable = [...device.spec.properties.values()].filter(({ access }) =>
    use === "write" ? access.write : access.read || access.notify,
  );
  const wanted = lettersAndDigits(given);
  const bare = use === "write" ? usable.filter((property) => isMeantByBareName(device.spec, property)) : usable;
  for (const nameOf of [shortName, ({ type }: Property) => type, ({ description }: Property) => description]) {
    const [only, ...others] = bare.filter((property) => lettersAndDigits(nameOf(property)) === wanted);
    if (only && others.length === 0) return only;
  }
  const [spelt, ...alsoSpelt] = usable.filter(({ address }) => lettersAndDigits(address) === wanted);
  if (spelt && alsoSpelt.length === 0) return spelt;
  const part = partOf(device, wanted, usable);
  if (part) return part;
  // The name belongs to a read-only property: it must not fall to another one that could be set.
  const told =
    called ?? [...device.spec.properties.values()].find(({ address }) => lettersAndDigits(address) === wanted);
  if (use === "write" && told) throw readOnly(device, told.address, usable);
  // A heater of air has no water temperature.
  const types =
    use === "write" && isOfWater(given) && !hasWater(device) ? new Set<string>() : propertyTypesNamed(given);
  const alike = bare.filter(({ type }) => types.has(type));
  const [meant, ...more] = use === "read" ? measuredFirst(alike) : alike;
  if (meant && more.length === 0) return meant;
  const known = nearest(given, usable, (property) => [property.address, property.type, property.description], 12);
  throw new JiaError("unknown-property", {
    device: device.handle,
    address: cleanText(given),
    known: list(known.map((property) => property.address)),
  });
}

/** Kinds and services of devices whose water temperature can be set. */
const WITH_WATER = /water|kettle|wash|dispenser|coffee|toilet|fish|pool/;

function hasWater({ spec }: Device): boolean {
  return [spec.kind, ...spec.services.map(({ type }) => type)].some((type) => WITH_WATER.test(type));
}

/** Whether a name asks for a water temperature: "water temperature", 水温. */
function isOfWater(given: string): boolean {
  return matchesRole(given.replace(/[-_]/g, " "), "ofWater");
}

/** The switch of a service with this description: "Socket 1". */
function partOf({ spec }: Device, wanted: string, usable: readonly Property[]): Property | undefined {
  const [part, ...others] = spec.services.filter(({ description }) => lettersAndDigits(description) === wanted);
  if (!part || others.length > 0) return undefined;
  return usable.find(({ service, type }) => service === part.key && type === "on");
}

function readOnly(device: Device, address: string, usable: readonly Property[]): JiaError {
  const known = list(usable.slice(0, 12).map((property) => property.address));
  return new JiaError("not-writable", { device: device.handle, address, known });
}

/** Resolves an action by address, label, type or description. @throws JiaError `unknown-action` with the nearest ones */
export function resolveAction(device: Device, given: string): Action {
  const exact = device.spec.actions.get(given);
  if (exact) return exact;
  const actions = [...device.spec.actions.values()];
  const wanted = lettersAndDigits(given);
  for (const nameOf of [
    ({ address }: Action) => address,
    (action: Action) => actionLabel(device.spec, action),
    ({ type }: Action) => type,
    ({ description }: Action) => description,
  ]) {
    const [only, ...others] = actions.filter((action) => lettersAndDigits(nameOf(action)) === wanted);
    if (only && others.length === 0) return only;
  }
  const nearest = actions
    .map(({ address }) => ({ address, score: likeness(given, address) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ address }) => address);
  const known = nearest.join(", ");
  throw new JiaError("unknown-action", { device: device.handle, address: given.slice(0, 64), known });
}

/** The name and the aliases of a device, each also with every name of its room in front. */
export function namesWithRoom(device: Device): string[] {
  const own = [device.name, ...device.aliases];
  const rooms = device.room ? [device.room.id, device.room.name, ...device.room.aliases] : [];
  return [...own, ...rooms.flatMap((room) => own.map((name) => `${room} ${name}`))];
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

function list(names: readonly string[]): string {
  return names.join(", ");
}
