import { binary, type Codec, kelvin, listedValues, NUMBER, percentOf, TEXT } from "../../../bridge/spec/codec.ts";
import { colourCodec } from "../../../bridge/zigbee2mqtt/colour.ts";
import { ACCESS, type Expose } from "../../../bridge/zigbee2mqtt/index.ts";
import type { Action, Property, Service, Spec, SpecEvent } from "../../../home/index.ts";

/** A property of a simulated device on the wire. */
export interface ExposeProperty {
  readonly key: string;
  readonly property: Property;
  readonly codec: Codec;
}

/** A simulated device as Zigbee2MQTT describes it. */
export interface WireShape {
  readonly exposes: readonly Expose[];
  /** Keyed by the key in the state. */
  readonly properties: ReadonlyMap<string, ExposeProperty>;
  /** Actions keyed by state key, then by raw value: `state` with TOGGLE. */
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, Action>>;
  /** The value of `action` for an event. */
  readonly events: ReadonlyMap<SpecEvent, string>;
}

/** Names of events in Zigbee2MQTT's words. */
const PRESSES: Readonly<Record<string, string>> = { click: "single", "double-click": "double", "long-press": "hold" };

/** Readings with a name of Zigbee2MQTT, keyed by the short name of the property. */
const READINGS: Readonly<Record<string, { readonly name: string; readonly unit?: string }>> = {
  "battery-level": { name: "battery", unit: "%" },
  temperature: { name: "temperature", unit: "°C" },
  "relative-humidity": { name: "humidity", unit: "%" },
  illumination: { name: "illuminance", unit: "lx" },
  "electric-power": { name: "power", unit: "W" },
  "power-consumption": { name: "energy", unit: "kWh" },
  "electric-current": { name: "current", unit: "A" },
  voltage: { name: "voltage", unit: "V" },
  "co2-density": { name: "co2", unit: "ppm" },
  "pm2.5-density": { name: "pm25", unit: "µg/m³" },
};
/** Two-valued readings; `on` is the wire's value for true. */
const DETECTORS: Readonly<Record<string, { readonly name: string; readonly on: boolean }>> = {
  "motion-state": { name: "occupancy", on: true },
  "contact-state": { name: "contact", on: false },
  "submersion-state": { name: "water_leak", on: true },
};

const ON_OFF = { type: "binary", value_on: "ON", value_off: "OFF" } as const;

/** Makes exposes of a spec: what Zigbee2MQTT has a type for by that type, the rest as settings and readings. */
export function shapeOfSpec(spec: Spec): WireShape {
  /** Lights, switches and the like, which come first. */
  const specific: Expose[] = [];
  const exposes: Expose[] = [];
  const properties = new Map<string, ExposeProperty>();
  const actions = new Map<string, Map<string, Action>>();
  const add = (property: Property, key: string, expose: Omit<Expose, "property" | "access">, codec: Codec): Expose => {
    properties.set(key, { key, property, codec });
    return { ...expose, type: String(expose["type"]), property: key, access: accessOf(property) };
  };
  const counts = new Map<string, number>();
  for (const { type } of spec.services) counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const service of spec.services) {
    const number = /-(\d+)$/.exec(service.key.slice(service.type.length))?.[1] ?? "1";
    const type = specificType(service);
    // One `state` a device: a light beside a fan has an endpoint of its own, as two switches have.
    const beside = type !== null && properties.has("state");
    const several = (counts.get(service.type) ?? 0) > 1;
    const endpoint = several ? `l${number}` : beside ? service.key.replaceAll("-", "_") : undefined;
    const named = (name: string) => (endpoint === undefined ? name : `${name}_${endpoint}`);
    const own = endpoint === undefined ? {} : { endpoint };
    const features: Expose[] = [];
    for (const property of service.properties) {
      const feature = type === null ? null : featureOf(type, property);
      if (feature) {
        const { name, codec, ...expose } = feature;
        features.push(add(property, named(name), { ...own, name, ...expose }, codec));
      } else {
        const { name, codec, ...expose } = plainOf(service, property);
        const key = properties.has(named(name)) ? `${service.key}_${name}`.replaceAll("-", "_") : named(name);
        exposes.push(add(property, key, { ...own, name, ...expose }, codec));
      }
    }
    if (type !== null && features.length > 0) specific.push({ type, ...own, features });
    const toggle = service.actions.find((action) => action.type === "toggle");
    if (toggle && properties.has(named("state"))) actions.set(named("state"), new Map([["TOGGLE", toggle]]));
    for (const action of service.actions) {
      if (action === toggle || action.in.length > 0) continue;
      const name = `${service.key}_${action.type}`.replaceAll("-", "_");
      exposes.push({ type: "enum", name, property: name, access: ACCESS.set, values: [action.type] });
      actions.set(name, new Map([[action.type, action]]));
    }
  }
  const events = new Map<SpecEvent, string>();
  for (const event of spec.events.values()) {
    const press = Object.hasOwn(PRESSES, event.type)
      ? (PRESSES[event.type] ?? event.type)
      : event.type.replaceAll("-", "_");
    const number = /-(\d+)$/.exec(event.service)?.[1];
    events.set(event, number === undefined ? press : `${number}_${press}`);
  }
  if (events.size > 0) {
    exposes.push({
      type: "enum",
      name: "action",
      property: "action",
      access: ACCESS.state,
      values: [...events.values()],
    });
  }
  return { exposes: [...specific, ...exposes], properties, actions, events };
}

const accessOf = ({ access }: Property) =>
  (access.read || access.notify ? ACCESS.state | ACCESS.get : 0) | (access.write ? ACCESS.set : 0);

function specificType({ type, properties }: Service): string | null {
  const has = (name: string) => properties.some((property) => property.type === name);
  if (type === "light" && has("on")) return "light";
  if (type === "switch" && has("on")) return "switch";
  if (type === "fan" && has("on")) return "fan";
  if (type === "lock" && has("locked")) return "lock";
  return has("motor-control") && (has("target-position") || has("current-position")) ? "cover" : null;
}

type Feature = Omit<Expose, "property" | "access" | "name"> & { readonly name: string; readonly codec: Codec };

function featureOf(type: string, property: Property): Feature | null {
  if (property.type === "on" && property.format === "bool") {
    return { name: "state", ...ON_OFF, value_toggle: "TOGGLE", codec: binary("ON", "OFF") };
  }
  if (type === "light" && property.type === "brightness") {
    return { name: "brightness", type: "numeric", value_min: 0, value_max: 254, codec: percentOf(254) };
  }
  if (type === "light" && property.type === "color-temperature" && property.unit === "kelvin" && property.range) {
    const [least, most] = [Math.round(1_000_000 / property.range.max), Math.round(1_000_000 / property.range.min)];
    return {
      name: "color_temp",
      type: "numeric",
      unit: "mired",
      value_min: least,
      value_max: most,
      codec: kelvin(least, most),
    };
  }
  if (type === "light" && property.type === "color") {
    const part = (name: string): Expose => ({ type: "numeric", name, property: name, access: 7 });
    return { name: "color", type: "composite", features: [part("x"), part("y")], codec: colourCodec("xy") };
  }
  if (type === "lock" && property.type === "locked") {
    return { name: "state", type: "binary", value_on: "LOCK", value_off: "UNLOCK", codec: binary("LOCK", "UNLOCK") };
  }
  if (type === "cover" && property.type === "motor-control") {
    const moves = property.values.flatMap(({ value, description }) => {
      const wire = { open: "OPEN", close: "CLOSE", pause: "STOP", stop: "STOP" }[description.toLowerCase()];
      return wire === undefined ? [] : [{ value, wire }];
    });
    const wires = moves.map(({ wire }) => wire);
    return {
      name: "state",
      type: "enum",
      values: wires,
      codec: listedValues(
        wires,
        moves.map(({ value }) => value),
      ),
    };
  }
  if (type === "cover" && property.type === "target-position") {
    return { name: "position", type: "numeric", unit: "%", value_min: 0, value_max: 100, codec: NUMBER };
  }
  return null;
}

function plainOf(service: Service, property: Property): Feature {
  const { type, format, values, range, description } = property;
  const reading = Object.hasOwn(READINGS, type) ? READINGS[type] : undefined;
  const detector = Object.hasOwn(DETECTORS, type) ? DETECTORS[type] : undefined;
  if (detector && format === "bool") {
    const { name, on } = detector;
    return { name, type: "binary", value_on: on, value_off: !on, codec: binary(true, false) };
  }
  const name = reading?.name ?? `${service.key}_${type}`.replace(/[^A-Za-z0-9]+/g, "_");
  const base = { name, label: description };
  if (values.length > 0) {
    const wires = values.map(({ value, description: text }) => text.toLowerCase() || String(value));
    const unique = new Set(wires).size === wires.length ? wires : values.map(({ value }) => String(value));
    return {
      ...base,
      type: "enum",
      values: unique,
      codec: listedValues(
        unique,
        values.map(({ value }) => value),
      ),
    };
  }
  if (format === "bool") return { ...base, ...ON_OFF, codec: binary("ON", "OFF") };
  if (format === "string") return { ...base, type: "text", codec: TEXT };
  const bounds = range === null ? {} : { value_min: range.min, value_max: range.max, value_step: range.step };
  return { ...base, type: "numeric", ...(reading?.unit && { unit: reading.unit }), ...bounds, codec: NUMBER };
}
