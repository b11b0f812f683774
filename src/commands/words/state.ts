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

/** A property of an answer in the form of the language layer; its spec numbers are not known here. */
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

/** A value in words: "26 °C", "locked", "no motion"; also that it is not known, and why it may be old. */
export function propertyValueWords(property: PropertyAnswer, language: Language): string {
  const { doubts, doubted } = messages(language).devices;
  const known = propertyFromAnswer(property);
  const { value, doubt } = property;
  if (value === null) return doubt ? doubts[doubt.reason] : "—";
  const words = truthText(known, value, language) ?? valueText(known, value, language);
  return doubt ? doubted({ value: words, doubt: doubts[doubt.reason] }) : words;
}

/**
 * A value of the property at `address` in words, like `propertyValueWords`; unchanged when the device has no such
 * property.
 */
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

/** Whether the values of a property are clear without its name: "locked", "no motion". */
export function isSelfExplanatory(device: DeviceWithSpec | undefined, address: string, language: Language): boolean {
  const property = device?.spec.properties.find((each) => each.address === address);
  return property !== undefined && truthText(propertyFromAnswer(property), true, language) !== null;
}

/** The name of the property at `address`: "brightness"; for a second service of its kind with its number. */
export function propertyNameAt(device: DeviceWithSpec | undefined, address: string, language: Language): string {
  const property = device?.spec.properties.find((each) => each.address === address);
  return property && device ? partName(property, device, language) : address;
}

/**
 * The name of a property: "brightness", "freezer target temperature"; for the power of one of several parts the name
 * of that part: "left key", "switch 2", "light" of a clothes airer.
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

/** The kind and number of a service: `switch-2` is the second of its kind; the first, or an only one, has no number. */
function numberedService(service: string): { readonly kind: string; readonly number: string | null } {
  const [, kind = service, number = null] = /^(.*?)(?:-(\d+))?$/.exec(service) ?? [];
  return { kind, number };
}

/**
 * The description of one of several parts by its spec: "left key", "freezer"; null where only a number distinguishes
 * them.
 */
function calledPart(service: string, { spec }: DeviceWithSpec, language: Language): string | null {
  const description = spec.services.find(({ name }) => name === service)?.description ?? "";
  return keyName(description, language) ?? zoneName({ type: service, description }, language);
}

/** Whether a property switches the device itself: not the lamp of a clothes airer, nor the climate of a car. */
function isOwnPower({ service }: Pick<Property, "service">, device: DeviceWithSpec): boolean {
  const { kind } = numberedService(service);
  return kind === device.kind || kind === "switch";
}

/** The properties that tell most about a device, the most important first. */
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
/** The most properties in a line. */
const MOST_IN_SUMMARY = 4;

/** The state of a device in a line: "on, brightness 80%", "locked, battery 82%". */
export function stateLine(device: DeviceWithSpec, language: Language, style: Style): string {
  const { devices: words } = messages(language);
  if (device.lostSince !== null) return style.bad(words.doubts["broker-lost"]);
  if (device.online === false) return style.bad(words.offline);
  const told = device.spec.properties
    .filter(({ address, value, doubt }) => rank(address) >= 0 && (value !== null || doubt !== null))
    // A status that is a number is a measure and not a state.
    .filter(({ address, values }) => !address.endsWith(".status") || values.length > 0)
    .filter((property) => !isAside(property, device) && !isSettingOfWhatIsOff(property, device))
    .sort((a, b) => order(a, device) - order(b, device))
    .slice(0, MOST_IN_SUMMARY)
    .map((property) => part(property, device, language, style));
  return packOf(language).messages.devices.parts({ parts: told });
}

/** The position of a property in the line: the power of a part of the device comes last. */
function order(property: PropertyAnswer, device: DeviceWithSpec): number {
  const { address } = property;
  const alone = device.spec.properties.filter((each) => each.address.endsWith(".on")).length === 1;
  const aside = alone && address.endsWith(".on") && !isOwnPower(propertyFromAnswer(property), device);
  return aside ? SUMMARY_ORDER.length : rank(address);
}

function rank(address: string): number {
  return SUMMARY_ORDER.findIndex((pattern) => pattern.test(address));
}

/** Whether a property does not belong to the device's own state: its display, and modes of other services. */
function isAside({ address }: PropertyAnswer, { kind }: DeviceWithSpec): boolean {
  if (kind.startsWith("light") || kind === "speaker") return false;
  return (
    /^(indicator-light|screen|audio)/.test(address) || (address.endsWith(".mode") && !address.startsWith(`${kind}.`))
  );
}

/** Whether a property is a setting of something that is off, such as the brightness of a lamp. */
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

/** Whether a property is the only power of its device, so that "on" alone is clear. */
function isOnlyPower(property: Property, device: DeviceWithSpec): boolean {
  const { spec } = device;
  const switched = spec.properties.filter((each) => each.address.endsWith(".on") && !isAside(each, device));
  return property.type === "on" && switched.length === 1 && isOwnPower(property, device);
}
