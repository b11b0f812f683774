import type { Format } from "../../home/index.ts";

/** Where a reading of this name belongs in MIoT-Spec-V2. */
export interface StandardName {
  readonly service: string;
  readonly serviceLabel: string;
  readonly property: string;
  readonly format?: Format;
  readonly range?: readonly [number, number, number];
  /** The trait that it gives the device, for finding its kind. */
  readonly trait?: string;
}

const environment = (property: string, trait: string, range?: readonly [number, number, number]): StandardName => ({
  service: "environment",
  serviceLabel: "Environment",
  property,
  trait,
  ...(range && { range }),
});
const power = (property: string): StandardName => ({
  service: "power-consumption",
  serviceLabel: "Power consumption",
  property,
  trait: "power",
});

/** Numeric exposes with a standard name, keyed by their `name`. */
export const NUMERIC_NAMES: Readonly<Record<string, StandardName>> = {
  battery: {
    service: "battery",
    serviceLabel: "Battery",
    property: "battery-level",
    format: "uint8",
    range: [0, 100, 1],
  },
  temperature: environment("temperature", "temperature"),
  humidity: environment("relative-humidity", "temperature", [0, 100, 0.01]),
  pressure: environment("atmospheric-pressure", "temperature"),
  co2: environment("co2-density", "air"),
  pm25: environment("pm2.5-density", "air"),
  pm10: environment("pm10-density", "air"),
  voc: environment("tvoc-density", "air"),
  formaldehyd: environment("hcho-density", "air"),
  hcho: environment("hcho-density", "air"),
  illuminance: {
    service: "illumination-sensor",
    serviceLabel: "Illumination",
    property: "illumination",
    trait: "illumination",
  },
  power: power("electric-power"),
  energy: power("power-consumption"),
  current: power("electric-current"),
  voltage: power("voltage"),
};

/** How a binary reading becomes a property. */
export interface BinaryName extends StandardName {
  /** bool: the wire's on is true · inverted: the wire's on is false · list: 1 for on, 0 for off, with these descriptions */
  readonly as: "bool" | "inverted" | readonly [off: string, on: string];
}

const detector = (service: string, label: string, property: string, as: BinaryName["as"]): BinaryName => ({
  service,
  serviceLabel: label,
  property,
  as,
  trait: service,
});

/** Binary exposes with a standard name, keyed by their `name`. */
export const BINARY_NAMES: Readonly<Record<string, BinaryName>> = {
  occupancy: detector("motion-sensor", "Motion", "motion-state", "bool"),
  presence: detector("occupancy-sensor", "Presence", "occupancy-status", ["No One", "Has One"]),
  // The wire's "on" is an open door; contact-state is true while the contact is closed.
  contact: detector("magnet-sensor", "Contact", "contact-state", "inverted"),
  water_leak: detector("submersion-sensor", "Water leak", "submersion-state", "bool"),
  smoke: detector("smoke-sensor", "Smoke", "status", ["Normal", "Alarm"]),
  gas: detector("gas-sensor", "Gas", "status", ["Normal", "Alarm"]),
  carbon_monoxide: detector("carbon-monoxide-sensor", "Carbon monoxide", "status", ["Normal", "Alarm"]),
  vibration: detector("vibration-sensor", "Vibration", "vibration", "bool"),
  tamper: { service: "tamper-sensor", serviceLabel: "Tamper", property: "tamper", as: "bool" },
  battery_low: { service: "battery", serviceLabel: "Battery", property: "battery-low", as: "bool" },
  child_lock: {
    service: "physical-controls-locked",
    serviceLabel: "Child lock",
    property: "physical-controls-locked",
    as: "bool",
  },
};

/** Units of the wire in MIoT's words. What is not here stays as it is. */
const UNITS: Readonly<Record<string, string>> = {
  "%": "percentage",
  "°C": "celsius",
  "℃": "celsius",
  "  C": "celsius",
  "°F": "fahrenheit",
  "℉": "fahrenheit",
  K: "kelvin",
  lx: "lux",
  lux: "lux",
  W: "watt",
  s: "seconds",
  sec: "seconds",
  second: "seconds",
  seconds: "seconds",
  min: "minutes",
  minute: "minutes",
  minutes: "minutes",
  h: "hours",
  hours: "hours",
  d: "days",
  days: "days",
  ppm: "ppm",
  "µg/m³": "μg/m3",
  "μg/m³": "μg/m3",
  "ug/m3": "μg/m3",
  "°": "arcdegrees",
};

/** The unit of an expose, or of a discovery payload, in MIoT's words; null for none. */
export function specUnitOf(unit: string | null | undefined): string | null {
  if (unit === undefined || unit === null) return null;
  const known = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return known ?? (unit.trim() || null);
}
