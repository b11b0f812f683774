/** What devices, rooms and parts of devices are called in a sentence. The `…Phrase` functions give the same as data. */
import { type Device, isPower, type Phrase, type Service } from "../home/index.ts";
import type { Language } from "./language.ts";
import { message, textOf } from "./message.ts";
import { serviceName } from "./names.ts";
import { languages, messages } from "./packs.ts";
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
 * A device, or the part of it that a setting is about: "the light of the bath heater", "墙壁开关的左键". A part is named
 * where the device has several things to switch and only one of them is.
 * @param addresses what is set or read
 */
export function partPhrase(device: Device, addresses: readonly string[]): Phrase {
  const whole = devicePhrase(device);
  const switched = device.spec.services.filter(({ properties }) => properties.some(isPower));
  const meant = switched.filter(({ properties }) => properties.some((each) => addresses.includes(each.address)));
  const [service] = meant;
  if (meant.length > 1) return whole;
  if (!service) return twinPhrase(device, addresses, whole);
  const alone = switched.filter(({ type }) => type === service.type).length === 1;
  // The lamp of a heater is a part even where nothing else of it is switched.
  const itself = alone && (service.type === device.spec.kind || (switched.length === 1 && service.type !== "light"));
  if (itself) return whole;
  const part = alone ? term("kind", { kind: service.type }) : amongTwins(service, device);
  return message("things.part", { part, whole });
}

/** A device of which several parts tell the same (the keys of a remote control, two probes), by the part that is meant. */
function twinPhrase(device: Device, addresses: readonly string[], whole: Phrase): Phrase {
  const [address = ""] = addresses;
  const service = device.spec.services.find((each) => tellsOf(each, address) !== undefined);
  const type = service && tellsOf(service, address)?.type;
  const alike = device.spec.services.filter(
    (each) => each.type === service?.type && partsOf(each).some((part) => part.type === type),
  );
  if (!service || addresses.length > 1 || alike.length < 2) return whole;
  return message("things.part", { part: amongTwins(service, device), whole });
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

function tellsOf(service: Service, address: string): { readonly type: string } | undefined {
  return partsOf(service).find((part) => part.address === address);
}

function partsOf({ properties, events }: Service): readonly { readonly address: string; readonly type: string }[] {
  return [...properties, ...events];
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
