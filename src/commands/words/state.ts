import type { z } from "zod";
import type { DeviceWithSpecBody } from "../../api/schemas.ts";
import type { Property, Value } from "../../home/index.ts";
import {
  keyName,
  kindName,
  type Language,
  messages,
  packOf,
  propertyName,
  truthText,
  valueText,
  zoneName,
} from "../../language/index.ts";
import type { DeviceWithSpec } from "../client/client.ts";
import type { Style } from "../terminal/style.ts";

export type PropertyAnswer = z.infer<typeof DeviceWithSpecBody>["spec"]["properties"][number];

/** A property of an answer as the language layer takes it; it has no numbers of its own there. */
export function propertyFromAnswer({ address, access, ...body }: PropertyAnswer): Property {
  const [service = "", type = ""] = address.split(".");
  return {
    ...body,
    siid: 0,
    piid: 0,
    urn: "",
    address,
    service,
    type,
    access: { read: access.includes("read"), write: access.includes("write"), notify: access.includes("notify") },
    format: body.format as Property["format"],
    unit: body.unit as Property["unit"],
  };
}

/** A value in words: "26 °C", "locked", "no motion"; what is not known is said so, and why what is known may be old. */
export function propertyValueWords(property: PropertyAnswer, language: Language): string {
  const { doubts, doubted } = messages(language).devices;
  const known = propertyFromAnswer(property);
  const { value, doubt } = property;
  if (value === null) return doubt ? doubts[doubt.reason] : "—";
  const words = truthText(known, value, language) ?? valueText(known, value, language);
  return doubt ? doubted({ value: words, doubt: doubts[doubt.reason] }) : words;
}

/** A value of a property that was told by its address, as `propertyValueWords` says it; as it is where the device has no such one. */
export function valueWordsAt(
  device: DeviceWithSpec | undefined,
  address: string,
  value: Value,
  language: Language,
): string {
  const property = device?.spec.properties.find((each) => each.address === address);
  if (!property) return String(value);
  const known = propertyFromAnswer(property);
  return truthText(known, value, language) ?? valueText(known, value, language);
}

/** Whether the values of a property say by themselves what they are of: "locked", "no motion". */
export function isSelfExplanatory(device: DeviceWithSpec | undefined, address: string, language: Language): boolean {
  const property = device?.spec.properties.find((each) => each.address === address);
  return property !== undefined && truthText(propertyFromAnswer(property), true, language) !== null;
}

/** What a property that was told by its address is called: "brightness"; of a second service of its kind with its number. */
export function propertyNameAt(device: DeviceWithSpec | undefined, address: string, language: Language): string {
  const property = device?.spec.properties.find((each) => each.address === address);
  return property && device ? partName(property, device, language) : address;
}

/**
 * "brightness", "freezer target temperature"; for the power of one of several parts what that is called: "left key",
 * "switch 2", "light" of a clothes airer.
 */
function partName(property: PropertyAnswer, device: DeviceWithSpec, language: Language): string {
  const known = propertyFromAnswer(property);
  const { kind, number } = numberedService(known.service);
  const alike = device.spec.properties.map(propertyFromAnswer).filter((each) => {
    return each.type === known.type && numberedService(each.service).kind === kind;
  });
  const part = alike.length > 1 ? calledPart(known.service, device, language) : null;
  const name = propertyName(known, language);
  if (known.type !== "on") {
    if (part !== null) return messages(language).devices.ofPart({ part, name });
    return number === null ? name : `${name} ${number}`;
  }
  if (part !== null) return part;
  const switched = device.spec.properties.filter(({ address }) => address.endsWith(".on"));
  if (switched.length === 1 && isOwnPower(known, device)) return name;
  return alike.length > 1 ? `${kindName(kind, language)} ${number ?? 1}` : kindName(kind, language);
}

/** `switch-2` as the second service of its kind; the first of them, and an only one, have no number. */
function numberedService(service: string): { readonly kind: string; readonly number: string | null } {
  const [, kind = service, number = null] = /^(.*?)(?:-(\d+))?$/.exec(service) ?? [];
  return { kind, number };
}

/** What one of several parts is called by its spec: "left key", "freezer"; null where only a number tells them apart. */
function calledPart(service: string, { spec }: DeviceWithSpec, language: Language): string | null {
  const description = spec.services.find(({ name }) => name === service)?.description ?? "";
  return keyName(description, language) ?? zoneName({ type: service, description }, language);
}

/** Whether to switch this is to switch the device: not the lamp of a clothes airer, nor the climate of a car. */
function isOwnPower({ service }: Pick<Property, "service">, device: DeviceWithSpec): boolean {
  const { kind } = numberedService(service);
  return kind === device.kind || kind === "switch";
}

/** Properties that say most about a device, in this order. */
const SUMMARY_ORDER = [
  /\.on$/,
  /^lock\.locked$|\.(contact-state|motion-state|motion-status|presence|occupancy|submersion-state)$/,
  /\.status$/,
  /\.mode$/,
  /\.current-position$/,
  /\.brightness$/,
  /\.target-temperature$/,
  /\.temperature$/,
  /\.relative-humidity$/,
  /\.pm2-5-density$/,
  /\.volume$/,
  /\.battery-level$/,
];
/** How many of them are told in one line. */
const MOST_IN_SUMMARY = 4;

/** How a device is, in a line: "on, brightness 80%", "locked, battery 82%". */
export function stateLine(device: DeviceWithSpec, language: Language, style: Style): string {
  const { devices: words } = messages(language);
  if (device.lostSince !== null) return style.bad(words.doubts["broker-lost"]);
  if (device.online === false) return style.bad(words.offline);
  const told = device.spec.properties
    .filter(({ address, value, doubt }) => rank(address) >= 0 && (value !== null || doubt !== null))
    // A status that is a number is a measure, and not in what state the device is.
    .filter(({ address, values }) => !address.endsWith(".status") || values.length > 0)
    .filter((property) => !isAside(property, device) && !isSettingOfWhatIsOff(property, device))
    .sort((a, b) => order(a, device) - order(b, device))
    .slice(0, MOST_IN_SUMMARY)
    .map((property) => part(property, device, language, style));
  return packOf(language).messages.devices.parts({ parts: told });
}

/** Where a property stands in the line: the power of what is only a part of the device comes last. */
function order(property: PropertyAnswer, device: DeviceWithSpec): number {
  const { address } = property;
  const alone = device.spec.properties.filter((each) => each.address.endsWith(".on")).length === 1;
  const aside = alone && address.endsWith(".on") && !isOwnPower(propertyFromAnswer(property), device);
  return aside ? SUMMARY_ORDER.length : rank(address);
}

function rank(address: string): number {
  return SUMMARY_ORDER.findIndex((pattern) => pattern.test(address));
}

/** What is no part of how the device itself is: its display, and the modes of what stands beside its own service. */
function isAside({ address }: PropertyAnswer, { kind }: DeviceWithSpec): boolean {
  if (kind.startsWith("light") || kind === "speaker") return false;
  return (
    /^(indicator-light|screen|audio)/.test(address) || (address.endsWith(".mode") && !address.startsWith(`${kind}.`))
  );
}

/** How bright a lamp would be is of no interest while it is off. */
function isSettingOfWhatIsOff({ address, access }: PropertyAnswer, { state }: DeviceWithSpec): boolean {
  const [service] = address.split(".");
  return access.includes("write") && !address.endsWith(".on") && state[`${service}.on`] === false;
}

function part(property: PropertyAnswer, device: DeviceWithSpec, language: Language, style: Style): string {
  const { named } = messages(language).devices;
  const words = propertyValueWords(property, language);
  const shown = typeof property.value === "boolean" ? style[property.value ? "good" : "dim"](words) : words;
  const known = propertyFromAnswer(property);
  const speaks =
    property.value !== null &&
    (truthText(known, property.value, language) !== null || known.values.length > 0 || isOnlyPower(known, device));
  return speaks ? shown : named({ name: partName(property, device, language), value: shown });
}

/** "on" alone says it where there is one thing to switch. */
function isOnlyPower(property: Property, device: DeviceWithSpec): boolean {
  const { spec } = device;
  const switched = spec.properties.filter((each) => each.address.endsWith(".on") && !isAside(each, device));
  return property.type === "on" && switched.length === 1 && isOwnPower(property, device);
}
