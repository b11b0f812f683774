import {
  type Action,
  cleanText,
  type Device,
  type Outcome,
  type Property,
  type PropertyAddress,
  type Spec,
  type SpecEvent,
  succeeded,
  type Value,
} from "../../../home/index.ts";
import { errorText, type Language, truthWord } from "../../../language/index.ts";
import { propertyLabel } from "./labels.ts";

/** Most properties and actions that an outline names; the rest is counted. */
const MAX_WRITABLE = 16;
const MAX_READABLE = 10;
const MAX_ACTIONS = 12;
const MAX_EVENTS = 12;
/** Longest text value that is shown, in UTF-16 units: a device's words are not the conversation's. */
const MAX_SHOWN_TEXT = 200;

/** Short forms of units, keyed by MIoT's name. */
const SYMBOLS: Readonly<Record<string, string>> = {
  percentage: "%",
  celsius: "°C",
  kelvin: "K",
  lux: "lx",
  watt: "W",
  seconds: "s",
  minutes: "min",
  hours: "h",
  days: "d",
  arcdegrees: "°",
};

/** The short form of a unit; the unit itself where it has none. */
export function unitSymbol(unit: string): string {
  return SYMBOLS[unit] ?? unit;
}

/** A spec in few words: settable properties with their values, read-only properties, actions and events. */
export interface SpecOutline {
  readonly set: readonly string[];
  readonly read: readonly string[];
  readonly invoke: readonly string[];
  /** Events with the arguments that a trigger can match. */
  readonly events: readonly string[];
}

/** A string from a device in JSON quotes, escaped so that it cannot close a block of a prompt. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[<>`]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** The outline of a spec, each list bounded. */
export function specOutline(spec: Spec): SpecOutline {
  const properties = [...spec.properties.values()];
  const writable = properties.filter(({ access }) => access.write);
  const readable = properties.filter(({ access }) => !access.write && (access.read || access.notify));
  const labels = serviceLabels(spec);
  const described = (part: { address: string; service: string }) => part.address + (labels.get(part.service) ?? "");
  const named = (property: Property) => propertyLabel(spec, property) + (labels.get(property.service) ?? "");
  return {
    set: limited(
      writable.map((property) => `${named(property)}: ${valuesOf(property)}`),
      MAX_WRITABLE,
    ),
    read: limited(
      readable.map((property) => named(property) + (property.unit ? ` in ${unitSymbol(property.unit)}` : "")),
      MAX_READABLE,
    ),
    invoke: limited(
      [...spec.actions.values()].map((action) => `${described(action)}(${argumentsOf(action)})`),
      MAX_ACTIONS,
    ),
    events: limited(
      [...spec.events.values()].map((event) => described(event) + eventArguments(event)),
      MAX_EVENTS,
    ),
  };
}

/** The current values, keyed by address, as `shownValue` writes them. */
export function shownState(
  device: Device,
  wanted: (property: Property) => boolean = () => true,
): Record<PropertyAddress, Value> {
  const shown: Record<PropertyAddress, Value> = {};
  for (const [address, { value }] of device.state) {
    const property = device.spec.properties.get(address);
    if (property && wanted(property)) shown[address] = shownValue(property, value);
  }
  return shown;
}

/** A value as models read it: values of lists by their description, numbers with their unit, colours as `#rrggbb`. */
export function shownValue(property: Property, value: Value): Value {
  const listed = property.values.find((each) => each.value === value);
  if (listed) return listed.description;
  if (property.unit === "rgb" && typeof value === "number") return `#${value.toString(16).padStart(6, "0")}`;
  // A contact that is made is a window that is shut: the bare truth value says the opposite to most readers.
  if (typeof value === "boolean" && truthWord(property) === "contact") return `${value} (${value ? "closed" : "open"})`;
  if (typeof value === "string") return cleanText(value, MAX_SHOWN_TEXT);
  return property.unit && typeof value === "number" ? `${value} ${unitSymbol(property.unit)}` : value;
}

/** An outcome as a caller of tools reads it. */
export function shownOutcome(outcome: Outcome, device: Device | undefined, language: Language): object {
  const { status, code, error } = outcome;
  const target =
    "property" in outcome
      ? { property: outcome.property, value: shown(outcome.property, outcome.value) }
      : { action: outcome.action, ...(outcome.out && { out: outcome.out }) };
  return {
    device: device?.handle ?? outcome.device,
    ...target,
    status,
    ...(outcome.before !== undefined && "property" in outcome && { before: shown(outcome.property, outcome.before) }),
    ...(!succeeded(outcome) && code !== undefined && { code }),
    ...(error && { error: errorText(error, language) }),
  };
  function shown(address: PropertyAddress, value: Value): Value {
    const property = device?.spec.properties.get(address);
    return property ? shownValue(property, value) : value;
  }
}

/** Labels of services that differ only by their description (the keys of a wall switch), keyed by service key. */
function serviceLabels(spec: Spec): Map<string, string> {
  const twins = spec.services.filter(
    (service) => service.description !== "" && spec.services.some((o) => o !== service && o.type === service.type),
  );
  return new Map(twins.map((service) => [service.key, ` ${quote(service.description)}`]));
}

function valuesOf(property: Property): string {
  const { values, range, unit, format } = property;
  if (values.length > 0) {
    const shown = values.slice(0, 20).map(({ description }) => quote(description));
    return values.length > 20 ? `${shown.join("|")}|…` : shown.join("|");
  }
  if (format === "bool") return "true|false";
  if (format === "string") return "text";
  if (unit === "rgb") return '"#RRGGBB"';
  if (!range) return unit ? `number ${unitSymbol(unit)}` : "number";
  const step = range.step === 1 ? "" : ` step ${range.step}`;
  return `${range.min}..${range.max}${step}${unit ? ` ${unitSymbol(unit)}` : ""}`;
}

function argumentsOf(action: Action): string {
  return action.in.map((property) => `${property.type}: ${valuesOf(property)}`).join(", ");
}

function eventArguments({ arguments: given }: SpecEvent): string {
  if (given.length === 0) return "";
  return `(${given.map((property) => `${property.address}: ${valuesOf(property)}`).join(", ")})`;
}

function limited(lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `… ${lines.length - most} more`];
}
