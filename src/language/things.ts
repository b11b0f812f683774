/** What devices, rooms and parts of devices are called in a sentence. The `…Phrase` functions give the same as data. */
import { type Device, isMainService, isPower, type Phrase, type Service } from "../home/index.ts";
import type { Language } from "./language.ts";
import { message, textOf } from "./message.ts";
import { serviceName } from "./names.ts";
import { allPacks, languages, messages } from "./packs.ts";
import { suitableName } from "./suitable.ts";
import { namePhrase, term } from "./terms.ts";

/** Anything that people have given a name. */
export interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** A device, as far as it is named. */
export interface NamedDevice extends Named {
  readonly room: Named | null;
}

/** A name in the language when there is one among name and aliases: "Bedroom", 卧室. */
export function nameIn(language: Language, { name, aliases = [] }: Named): string {
  return suitableName(language, name, aliases);
}

/** The name as data: with as many others as the languages need. */
export function namedPhrase(named: Named): Phrase {
  const names = new Set([named.name, ...languages().map((language) => nameIn(language, named))]);
  return names.size === 1 ? named.name : term("name", { names: [...names] });
}

/** A device in a sentence: "the Living room Ceiling light", "Leo's room Night light", "客厅吸顶灯". */
export function deviceName(device: NamedDevice, language: Language): string {
  return textOf(devicePhrase(device), language);
}

export function devicePhrase(device: NamedDevice): Phrase {
  return message("things.device", { name: namedPhrase(device), room: device.room ? namedPhrase(device.room) : "" });
}

/** A room, or a floor, by its name in the language. */
export function roomName(room: Named, language: Language): string {
  return nameIn(language, room);
}

/**
 * A device, or the parts of it that a setting is about: "the light of the bath heater", "墙壁开关的左键".
 * @param addresses what is set or read
 */
export function partPhrase(device: Device, addresses: readonly string[]): Phrase {
  const whole = devicePhrase(device);
  const parts = partsMeant(device, addresses);
  if (parts.length === 0) return whole;
  return message("things.part", {
    part: devicesPhrase(
      parts.map((part) => calledPart(part, device)),
      "and",
    ),
    whole,
  });
}

/**
 * The parts of a device that are named for what is set or read at `addresses`, where it has several things to switch, or
 * several that tell the same, and not all of them are meant. Empty where the device as a whole is.
 */
export function partsMeant({ spec }: Device, addresses: readonly string[]): readonly Service[] {
  const switched = spec.services.filter(({ properties }) => properties.some(isPower));
  const meant = spec.services.filter((each) => partsOf(each).some(({ address }) => addresses.includes(address)));
  const [first] = meant;
  if (!first || meant.some(({ type }) => type !== first.type)) return [];
  if (!switched.includes(first)) {
    const types = partsOf(first).flatMap(({ address, type }) => (addresses.includes(address) ? [type] : []));
    const twins = spec.services.filter(
      (each) => each.type === first.type && partsOf(each).some(({ type }) => types.includes(type)),
    );
    return meant.length === twins.length ? [] : meant;
  }
  const twins = switched.filter(({ type }) => type === first.type);
  if (meant.length < twins.length) return meant;
  // The lamp of a heater is a part even where nothing else of it is switched.
  const isOnly = switched.length === twins.length && first.type !== "light";
  return isOnly || isMainService(first.type, spec.kind) ? [] : meant;
}

/** What a part of a device is called among the others: "left key", "socket 2". */
export function partCalled(service: Service, device: Device, language: Language): string {
  return textOf(calledPart(service, device), language);
}

function calledPart(service: Service, device: Device): Phrase {
  const twins = device.spec.services.filter(({ type, properties }) => type === service.type && properties.length > 0);
  return twins.length > 1 || !service.properties.some(isPower)
    ? amongTwins(service, device)
    : term("kind", { kind: service.type });
}

/** What a service is called beside others of its type: by its description, or by its number where that tells nothing. */
function amongTwins(service: Service, device: Device): Phrase {
  const { description } = service;
  const twins = device.spec.services.filter(({ type }) => type === service.type);
  if (/^\d+$/.test(description)) return message("things.key", { number: description });
  if (twins.filter((each) => sameText(each.description, description)).length < 2) return namePhrase("service", service);
  return message("things.numbered", {
    part: namePhrase("service", service),
    number: String(twins.indexOf(service) + 1),
  });
}

function partsOf({
  properties,
  events,
  actions,
}: Service): readonly { readonly address: string; readonly type: string }[] {
  return [...properties, ...events, ...actions];
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** More names than these are counted, so that a sentence can be listened to. */
const MOST_NAMED = 8;
const NAMED_OF_MANY = 6;

/** Devices one after another: "the fan, the lamp and the kettle"; of many the first and how many more. */
export function devicesPhrase(names: readonly Phrase[], joining: "and" | "or"): Phrase {
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  const shown = names.length > MOST_NAMED ? names.slice(0, NAMED_OF_MANY) : names;
  return message("things.devices", { names: shown, total: names.length, joining });
}

/**
 * How a reply calls a device: by its name, with its room where the name alone does not tell which it is and does not hold the
 * room's name already. English replies put the article themselves.
 */
export function shortName(device: NamedDevice, language: Language, ambiguous: boolean): string {
  const name = nameIn(language, device);
  const room = device.room ? nameIn(language, device.room) : "";
  return room === "" || !ambiguous || holds(name, room) ? name : messages(language).things.inRoom({ name, room });
}

/** A device by its name and where it stands: "fan in the study". */
export function placedName(device: NamedDevice, language: Language): string {
  const name = nameIn(language, device);
  const room = device.room ? nameIn(language, device.room) : "";
  return room === "" || holds(name, room) ? name : messages(language).things.placed({ name, room });
}

/** A service of a device, after what the device is called: "the left key of the wall switch". `service`: its key, null for the whole. */
export function serviceOf(device: Device, service: string | null, name: string, language: Language): string {
  const part = service === null ? undefined : device.spec.services.find(({ key }) => key === service);
  return part ? messages(language).things.serviceOf({ part: serviceName(part, language), name }) : name;
}

/** Whether a name tells the room already. */
export function holds(name: string, room: string): boolean {
  return name.toLowerCase().includes(room.toLowerCase());
}

/** A name without the words that join its parts, in every language: names that are alike then are one name. */
export function unjoined(name: string): string {
  return allPacks().reduce((text, { grammar }) => grammar.unjoined?.(text) ?? text, name);
}
