/** Names of devices, rooms and parts of devices in sentences. The `…Phrase` functions return them as data. */
import { type Device, isMainService, isPower, type Phrase, type Service } from "../home/index.ts";
import type { Language } from "./language.ts";
import { message, textOf } from "./message.ts";
import { serviceName } from "./names.ts";
import { allPacks, languages, messages } from "./packs.ts";
import { suitableName } from "./suitable.ts";
import { namePhrase, term } from "./terms.ts";

/** Anything with a name and aliases. */
export interface Nameable {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** The names of a device and its room. */
export interface NamedDevice extends Nameable {
  readonly room: Nameable | null;
}

/** The first of name and aliases that fits the language: "Bedroom", 卧室. */
export function nameInLanguage(language: Language, { name, aliases = [] }: Nameable): string {
  return suitableName(language, name, aliases);
}

/** The name as data, with the aliases that other languages need. */
export function localizedName(named: Nameable): Phrase {
  const names = new Set([named.name, ...languages().map((language) => nameInLanguage(language, named))]);
  return names.size === 1 ? named.name : term("name", { names: [...names] });
}

/** A device in a sentence: "the Living room Ceiling light", "Leo's room Night light", "客厅吸顶灯". */
export function deviceName(device: NamedDevice, language: Language): string {
  return textOf(devicePhrase(device), language);
}

export function devicePhrase(device: NamedDevice): Phrase {
  return message("things.device", { name: localizedName(device), room: device.room ? localizedName(device.room) : "" });
}

/** A room, or a floor, by its name in the language. */
export function roomName(room: Nameable, language: Language): string {
  return nameInLanguage(language, room);
}

/**
 * A device, or its parts that the addresses belong to: "the light of the bath heater", 墙壁开关的左键.
 * @param addresses of the properties that are set or read
 */
export function partPhrase(device: Device, addresses: readonly string[]): Phrase {
  const whole = devicePhrase(device);
  const parts = addressedParts(device, addresses);
  if (parts.length === 0) return whole;
  return message("things.part", {
    part: devicesPhrase(
      parts.map((part) => partNamePhrase(part, device)),
      "and",
    ),
    whole,
  });
}

/**
 * The parts of a device that have to be named for `addresses`: it has several switches or several equal sensors, and not all of
 * them are meant. Empty when the device as a whole is meant.
 */
export function addressedParts({ spec }: Device, addresses: readonly string[]): readonly Service[] {
  const switched = spec.services.filter(({ properties }) => properties.some(isPower));
  const meant = spec.services.filter((each) => membersOf(each).some(({ address }) => addresses.includes(address)));
  const [first] = meant;
  if (!first || meant.some(({ type }) => type !== first.type)) return [];
  if (!switched.includes(first)) {
    const types = membersOf(first).flatMap(({ address, type }) => (addresses.includes(address) ? [type] : []));
    const twins = spec.services.filter(
      (each) => each.type === first.type && membersOf(each).some(({ type }) => types.includes(type)),
    );
    return meant.length === twins.length ? [] : meant;
  }
  const twins = switched.filter(({ type }) => type === first.type);
  if (meant.length < twins.length) return meant;
  // The lamp of a heater is a part even where nothing else of it is switched.
  const isOnly = switched.length === twins.length && first.type !== "light";
  return isOnly || isMainService(first.type, spec.kind) ? [] : meant;
}

/** The name of a part of a device among the other parts: "left key", "socket 2". */
export function servicePartName(service: Service, device: Device, language: Language): string {
  return textOf(partNamePhrase(service, device), language);
}

function partNamePhrase(service: Service, device: Device): Phrase {
  const twins = device.spec.services.filter(({ type, properties }) => type === service.type && properties.length > 0);
  return twins.length > 1 || !service.properties.some(isPower)
    ? nameAmongTwins(service, device)
    : term("kind", { kind: service.type });
}

/** The name of a service among others of its type: its description, or a number when descriptions are equal. */
function nameAmongTwins(service: Service, device: Device): Phrase {
  const { description } = service;
  const twins = device.spec.services.filter(({ type }) => type === service.type);
  if (/^\d+$/.test(description)) return message("things.key", { number: description });
  if (twins.filter((each) => sameText(each.description, description)).length < 2) return namePhrase("service", service);
  return message("things.numbered", {
    part: namePhrase("service", service),
    number: String(twins.indexOf(service) + 1),
  });
}

function membersOf({
  properties,
  events,
  actions,
}: Service): readonly { readonly address: string; readonly type: string }[] {
  return [...properties, ...events, ...actions];
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Of more names than this only the first are listed, so that a sentence stays short. */
const MOST_NAMED = 8;
const NAMED_OF_MANY = 6;

/** A list of devices: "the fan, the lamp and the kettle"; of many the first and how many more. */
export function devicesPhrase(names: readonly Phrase[], joining: "and" | "or"): Phrase {
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  const shown = names.length > MOST_NAMED ? names.slice(0, NAMED_OF_MANY) : names;
  return message("things.devices", { names: shown, total: names.length, joining });
}

/**
 * A device's name in a reply, with its room when the name is ambiguous and does not contain the room's name. English replies
 * add the article themselves.
 */
export function shortName(device: NamedDevice, language: Language, ambiguous: boolean): string {
  const name = nameInLanguage(language, device);
  const room = device.room ? nameInLanguage(language, device.room) : "";
  return room === "" || !ambiguous || containsName(name, room)
    ? name
    : messages(language).things.inRoom({ name, room });
}

/** A device's name with its room: "fan in the study". */
export function nameWithPlace(device: NamedDevice, language: Language): string {
  const name = nameInLanguage(language, device);
  const room = device.room ? nameInLanguage(language, device.room) : "";
  return room === "" || containsName(name, room) ? name : messages(language).things.placed({ name, room });
}

/** A service with its device: "the left key of the wall switch". @param service its key; null for the whole device @param name of the device */
export function serviceWithDevice(device: Device, service: string | null, name: string, language: Language): string {
  const part = service === null ? undefined : device.spec.services.find(({ key }) => key === service);
  return part ? messages(language).things.serviceOf({ part: serviceName(part, language), name }) : name;
}

/** Whether a name contains the room's name. */
export function containsName(name: string, room: string): boolean {
  return name.toLowerCase().includes(room.toLowerCase());
}

/** A name without connectives, in every language. Names that are equal then are the same name. */
export function withoutConnectives(name: string): string {
  return allPacks().reduce((text, { grammar }) => grammar.unjoined?.(text) ?? text, name);
}
