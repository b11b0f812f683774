import { colourObject } from "../../../bridge/discovery/components/light-colour.ts";
import { binary, type Codec, kelvin, listedValues, NUMBER, percentOf, TEXT } from "../../../bridge/spec/codec.ts";
import type { Action, Property, Service, Spec, SpecEvent } from "../../../home/index.ts";

/** A property of a simulated device on the wire: a key of the JSON in its component's topic. */
export interface ComponentProperty {
  readonly property: Property;
  readonly key: string;
  readonly codec: Codec;
}

/** One component that a device announces. */
export interface WireComponent {
  /** Id of the component: part of its topics. */
  readonly id: string;
  readonly platform: string;
  /** Options besides topics. `state`, `set` and `position` are put under the topic keys named here. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly topics: Readonly<Record<string, "state" | "set">>;
  readonly properties: readonly ComponentProperty[];
  /** How a command is taken: JSON with the keys of the properties, or the value of the only one. */
  readonly takes: "json" | "value";
  /** Set for a button: what it invokes. */
  readonly action?: Action;
  /** Set for events: what each is called. */
  readonly events?: ReadonlyMap<SpecEvent, string>;
}

/** Device classes of sensors, keyed by the short name of the property. */
const CLASSES: Readonly<Record<string, readonly [deviceClass: string, unit: string]>> = {
  temperature: ["temperature", "°C"],
  "relative-humidity": ["humidity", "%"],
  "battery-level": ["battery", "%"],
  illumination: ["illuminance", "lx"],
  "electric-power": ["power", "W"],
  "power-consumption": ["energy", "kWh"],
  "electric-current": ["current", "A"],
  voltage: ["voltage", "V"],
  "co2-density": ["carbon_dioxide", "ppm"],
  "pm2.5-density": ["pm25", "µg/m³"],
};
/** Two-valued readings; `inverted` where the wire's on is false here. */
const DETECTORS: Readonly<Record<string, { readonly deviceClass: string; readonly inverted: boolean }>> = {
  "motion-state": { deviceClass: "motion", inverted: false },
  "contact-state": { deviceClass: "door", inverted: true },
  "submersion-state": { deviceClass: "moisture", inverted: false },
};

const slug = (text: string) => text.replace(/[^a-zA-Z0-9]+/g, "_");

/** The components of a spec: a light whole, everything else property by property, actions as buttons. */
export function componentsOfSpec(spec: Spec): WireComponent[] {
  return spec.services.flatMap((service) => {
    const light = service.type === "light" ? lightOf(service) : null;
    const rest = service.properties.filter((property) => !light?.properties.some((each) => each.property === property));
    const plain = rest
      .filter(({ access }) => access.read || access.write || access.notify)
      .map((each) => plainOf(service, each));
    const buttons = service.actions.filter((action) => action.in.length === 0).map(buttonOf);
    return [...(light ? [light] : []), ...plain, ...buttons, ...eventsOf(service)];
  });
}

function lightOf(service: Service): WireComponent | null {
  const find = (name: string) => service.properties.find(({ type }) => type === name);
  const on = find("on");
  if (!on) return null;
  const brightness = find("brightness");
  const white = find("color-temperature");
  // On the wire it is mired: a percentage of a range that nobody tells cannot be one.
  const temperature = white?.unit === "kelvin" ? white : undefined;
  const colour = find("color");
  const [least, most] = [
    1_000_000 / (temperature?.range?.max ?? 6500),
    1_000_000 / (temperature?.range?.min ?? 2700),
  ].map(Math.round);
  const modes = [...(temperature ? ["color_temp"] : []), ...(colour ? ["rgb"] : [])];
  const properties: ComponentProperty[] = [{ property: on, key: "state", codec: binary("ON", "OFF") }];
  if (brightness) properties.push({ property: brightness, key: "brightness", codec: percentOf(255) });
  if (temperature)
    properties.push({ property: temperature, key: "color_temp", codec: kelvin(least ?? 153, most ?? 370) });
  if (colour) properties.push({ property: colour, key: "color", codec: colourObject("rgb") });
  return {
    id: slug(service.key),
    platform: "light",
    options: {
      name: service.description,
      schema: "json",
      brightness: brightness !== undefined,
      ...(modes.length > 0 && { supported_color_modes: modes }),
      ...(temperature && { min_mireds: least, max_mireds: most }),
    },
    topics: { state_topic: "state", command_topic: "set" },
    properties,
    takes: "json",
  };
}

function plainOf(service: Service, property: Property): WireComponent {
  const { type, access, format, values, range } = property;
  const id = slug(property.address);
  const name = type === "on" ? service.description : `${service.description} ${property.description}`;
  const one = (platform: string, options: Readonly<Record<string, unknown>>, codec: Codec): WireComponent => ({
    id,
    platform,
    options: { name, value_template: "{{ value_json.value }}", ...options },
    topics: { state_topic: "state", ...(access.write && { command_topic: "set" as const }) },
    properties: [{ property, key: "value", codec }],
    takes: "value",
  });
  if (format === "bool") {
    const detector = Object.hasOwn(DETECTORS, type) ? DETECTORS[type] : undefined;
    const codec = detector?.inverted ? binary("OFF", "ON") : binary("ON", "OFF");
    if (type === "locked" && access.write) return one("lock", {}, binary("LOCKED", "UNLOCKED"));
    return one(
      access.write ? "switch" : "binary_sensor",
      {
        ...(detector && { device_class: detector.deviceClass }),
        ...(access.write && service.type !== "switch" && { entity_category: "config" }),
      },
      codec,
    );
  }
  if (values.length > 0) {
    const unique = new Set(values.map(({ description }) => description)).size === values.length;
    const options = values.map(({ value, description }) => (unique ? description : String(value)));
    const codec = listedValues(
      options,
      values.map(({ value }) => value),
    );
    return one(access.write ? "select" : "sensor", { options }, codec);
  }
  if (format === "string") return one(access.write ? "text" : "sensor", {}, TEXT);
  const [deviceClass, unit] = (Object.hasOwn(CLASSES, type) ? CLASSES[type] : undefined) ?? [
    undefined,
    property.unit ?? undefined,
  ];
  const bounds = range === null ? {} : { min: range.min, max: range.max, step: range.step };
  const about = { ...(deviceClass && { device_class: deviceClass }), ...(unit && { unit_of_measurement: unit }) };
  if (access.write) return one("number", { ...about, ...bounds }, NUMBER);
  return one("sensor", { ...about, ...(!unit && { state_class: "measurement" }) }, NUMBER);
}

function buttonOf(action: Action): WireComponent {
  const options = { name: `${action.description}`, payload_press: "PRESS" };
  return {
    id: slug(action.address),
    platform: "button",
    options,
    topics: { command_topic: "set" },
    properties: [],
    takes: "value",
    action,
  };
}

function eventsOf(service: Service): WireComponent[] {
  if (service.events.length === 0) return [];
  const events = new Map(
    service.events.map((event) => [event, event.type === "click" ? "press" : event.type.replaceAll("-", "_")]),
  );
  const options = { name: service.description, event_types: [...events.values()] };
  return [
    {
      id: `${slug(service.key)}_event`,
      platform: "event",
      options,
      topics: { state_topic: "state" },
      properties: [],
      takes: "value",
      events,
    },
  ];
}
