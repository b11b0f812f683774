import { binary, binaryList, type Codec, celsiusOf, NUMBER, REPORTED_TEXT, TEXT } from "../../spec/codec.ts";
import { BINARY_NAMES, NUMERIC_NAMES, specUnitOf } from "../../spec/names.ts";
import { type ServiceWriter, specLabelOf } from "../../spec/writer.ts";
import { type Component, OWN_STATE } from "../component.ts";

/** Device classes of sensors that have a place of their own, and that place's key in NUMERIC_NAMES. */
const NUMERIC_CLASSES: Readonly<Record<string, keyof typeof NUMERIC_NAMES>> = {
  temperature: "temperature",
  humidity: "humidity",
  battery: "battery",
  pressure: "pressure",
  atmospheric_pressure: "pressure",
  carbon_dioxide: "co2",
  pm25: "pm25",
  pm10: "pm10",
  volatile_organic_compounds: "voc",
  illuminance: "illuminance",
  power: "power",
  energy: "energy",
  current: "current",
  voltage: "voltage",
};

/** Device classes whose value is text, whatever it looks like. */
const TEXT_CLASSES = new Set(["timestamp", "date", "enum", "uptime"]);

/** Text, which has to be a time or a day where the device class says so. */
function textOf(deviceClass: string): Codec {
  if (deviceClass !== "timestamp" && deviceClass !== "date") return REPORTED_TEXT;
  return {
    decode(raw) {
      const text = REPORTED_TEXT.decode(raw);
      return typeof text === "string" && Number.isNaN(Date.parse(text)) ? null : text;
    },
    encode: REPORTED_TEXT.encode,
  };
}

export function addSensor(component: Component): void {
  const state = component.state("state_topic", "value_template");
  if (state === null) {
    component.problem("no-topic", "state_topic");
    return;
  }
  const unit = component.text("unit_of_measurement");
  const deviceClass = component.deviceClass ?? "";
  const values = component.texts("options");
  if (values.length > 0) {
    component.choice(readings(component), component.ownName, component.label, values, state, null);
    return;
  }
  const numeric =
    !TEXT_CLASSES.has(deviceClass) &&
    (unit !== undefined || component.text("state_class") !== undefined || deviceClass in NUMERIC_CLASSES);
  if (!numeric) {
    const draft = { name: component.ownName, description: component.label, format: "string" } as const;
    component.property(readings(component), draft, textOf(deviceClass), state, null);
    return;
  }
  const fahrenheit = unit === "°F" || unit === "F";
  const codec = fahrenheit ? celsiusOf(true) : NUMBER;
  const miotUnit = fahrenheit ? "celsius" : specUnitOf(unit);
  const key = Object.hasOwn(NUMERIC_CLASSES, deviceClass) ? NUMERIC_CLASSES[deviceClass] : undefined;
  const place = key === undefined ? undefined : NUMERIC_NAMES[key];
  // A diagnostic temperature is the chip's, not the room's.
  if (place && (component.text("entity_category") === undefined || place.service === "battery")) {
    if (place.trait) component.trait(place.trait);
    const { property: name, format = "float", range } = place;
    const service = component.shared(place.service, place.serviceLabel);
    component.property(
      service,
      { name, description: component.label, format, unit: miotUnit, range },
      codec,
      state,
      null,
    );
    return;
  }
  const draft = { name: component.ownName, description: component.label, format: "float", unit: miotUnit } as const;
  component.property(readings(component), draft, codec, state, null);
}

/** Device classes of binary sensors that have a place of their own, and that place's key in BINARY_NAMES. */
const BINARY_CLASSES: Readonly<Record<string, keyof typeof BINARY_NAMES>> = {
  motion: "occupancy",
  moving: "occupancy",
  occupancy: "presence",
  presence: "presence",
  door: "contact",
  window: "contact",
  opening: "contact",
  garage_door: "contact",
  moisture: "water_leak",
  smoke: "smoke",
  gas: "gas",
  carbon_monoxide: "carbon_monoxide",
  vibration: "vibration",
  tamper: "tamper",
  battery: "battery_low",
};

export function addBinarySensor(component: Component): void {
  const state = component.state("state_topic", "value_template");
  if (state === null) {
    component.problem("no-topic", "state_topic");
    return;
  }
  const on = component.text("payload_on") ?? "ON";
  const off = component.text("payload_off") ?? "OFF";
  const deviceClass = component.deviceClass ?? "";
  const key = Object.hasOwn(BINARY_CLASSES, deviceClass) ? BINARY_CLASSES[deviceClass] : undefined;
  const place = key === undefined ? undefined : BINARY_NAMES[key];
  let slot: string;
  if (place) {
    if (place.trait) component.trait(place.trait);
    const service =
      place.service === "battery"
        ? component.shared(place.service, place.serviceLabel)
        : component.service(place.service);
    const base = { name: place.property, description: component.label };
    if (place.as === "bool" || place.as === "inverted") {
      const codec = place.as === "bool" ? binary(on, off) : binary(off, on);
      slot = component.property(service, { ...base, format: "bool" }, codec, state, null);
    } else {
      const [offLabel, onLabel] = place.as;
      const values = [
        { value: 0, description: offLabel },
        { value: 1, description: onLabel },
      ];
      slot = component.property(service, { ...base, format: "uint8", values }, binaryList(on, off, 1, 0), state, null);
    }
  } else {
    const draft = { name: component.ownName, description: component.label, format: "bool" } as const;
    slot = component.property(readings(component), draft, binary(on, off), state, null);
  }
  const delay = component.number("off_delay");
  if (delay !== undefined && delay > 0) component.offAfter(slot, off, delay * 1000);
}

/** Whether there is a newer version: two texts, from JSON or from a topic each. */
export function addUpdate(component: Component): void {
  const service = component.shared("diagnostics", "Diagnostics");
  const label = component.label;
  const installed = { name: "installed-version", description: `${label}: installed`, format: "string" } as const;
  const latest = { name: "latest-version", description: `${label}: latest`, format: "string" } as const;
  const topic = component.heardTopic("state_topic");
  const template = component.template("value_template");
  const own = topic === undefined ? null : OWN_STATE;
  const installedSlot = component.property(service, installed, TEXT, own, null);
  const latestTopic = component.state("latest_version_topic", "latest_version_template", "value_template");
  const latestSlot = component.property(service, latest, TEXT, latestTopic ?? own, null);
  if (topic === undefined) return;
  component.listen(topic, (payload) => {
    const rendered = component.render(template, payload);
    if (!("text" in rendered)) return [rendered];
    const json = component.jsonOf(rendered.text);
    if (json === null) return rendered.text === "" ? [] : [{ kind: "value", slot: installedSlot, wire: rendered.text }];
    return [
      { kind: "value", slot: installedSlot, wire: json["installed_version"] },
      { kind: "value", slot: latestSlot, wire: json["latest_version"] },
    ];
  });
}

/** Where what has no place of its own is told: what is about the device itself, and readings. */
function readings(component: Component): ServiceWriter {
  const category = component.text("entity_category");
  return category === undefined
    ? component.shared("readings", "Readings")
    : component.shared("diagnostics", specLabelOf("diagnostics"));
}
