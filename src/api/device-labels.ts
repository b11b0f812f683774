import type { Property, Unit, Value } from "../home/index.ts";
import { type Language, listedText, unitSign, valueText } from "../language/index.ts";

/** Labels and icons of devices for pages and apps, beside the values that programs use. */

/** Names of Material Design Icons, keyed by kind of device. A name stays as it is once a kind has it. */
const ICONS: Readonly<Record<string, string>> = {
  light: "lightbulb",
  "night-light": "lightbulb-night",
  "ambient-light": "led-strip-variant",
  "indicator-light": "led-on",
  switch: "light-switch",
  outlet: "power-socket",
  "air-condition-outlet": "power-socket",
  curtain: "curtains",
  blinds: "blinds",
  "window-opener": "window-open-variant",
  awning: "storefront-outline",
  "garage-door": "garage",
  door: "door",
  gate: "gate",
  lock: "lock",
  valve: "valve",
  "gas-valve": "valve",
  sprinkler: "sprinkler",
  fan: "fan",
  "range-hood": "hvac",
  "air-conditioner": "air-conditioner",
  thermostat: "thermostat",
  heater: "radiator",
  "bath-heater": "heat-wave",
  "water-heater": "water-boiler",
  "electric-blanket": "bed",
  humidifier: "air-humidifier",
  dehumidifier: "air-humidifier-off",
  "air-purifier": "air-purifier",
  "air-fresh": "hvac",
  aromatherapy: "scent",
  diffuser: "scent",
  vacuum: "robot-vacuum",
  "lawn-mower": "robot-mower",
  television: "television",
  speaker: "speaker",
  "media-player": "cast",
  projector: "projector",
  "tv-box": "set-top-box",
  camera: "cctv",
  "video-doorbell": "doorbell-video",
  washer: "washing-machine",
  dryer: "tumble-dryer",
  airer: "hanger",
  dishwasher: "dishwasher",
  fridge: "fridge",
  oven: "stove",
  "microwave-oven": "microwave",
  cooker: "rice",
  "pressure-cooker": "pot-steam",
  "air-fryer": "pot",
  "induction-cooker": "stove",
  "coffee-machine": "coffee-maker",
  kettle: "kettle",
  "water-purifier": "water-pump",
  "trash-can": "trash-can",
  "pet-feeder": "paw",
  car: "car",
  climate: "thermostat",
  "motion-sensor": "motion-sensor",
  "device-tracker": "crosshairs-gps",
  "occupancy-sensor": "account-eye",
  "magnet-sensor": "magnet",
  "temperature-humidity-sensor": "thermometer",
  "submersion-sensor": "water-alert",
  "smoke-sensor": "smoke-detector",
  "gas-sensor": "molecule-co",
  "illumination-sensor": "brightness-6",
  "air-monitor": "air-filter",
  "weather-station": "weather-partly-cloudy",
  gateway: "router-wireless",
  "remote-control": "remote",
  button: "gesture-tap-button",
  alarm: "alarm-light",
  battery: "battery",
  screen: "monitor",
  microphone: "microphone",
};
/** The icon of a kind that has none. */
const ANY_DEVICE = "devices";
/** The icon of a sensor of any kind that has none. */
const ANY_SENSOR = "gauge";

/** The name of the icon (Material Design Icons) of a kind of device. */
export function iconOf(kind: string): string {
  if (Object.hasOwn(ICONS, kind)) return ICONS[kind] ?? ANY_DEVICE;
  return kind.endsWith("-sensor") ? ANY_SENSOR : ANY_DEVICE;
}

/** A unit as it stands behind a number: "%", " °C"; null without one. Values of the API are never converted. */
export function unitLabel(unit: Unit | null, language: Language): string | null {
  return unit === null ? null : unitSign(unit, language);
}

/** A value in words: "on", 开, "50%", "Cool". Temperatures are in the unit of the home. */
export function valueLabel(property: Property, value: Value, language: Language): string {
  return valueText(property, value, language);
}

/** The listed values of a property, each with its words. */
export function valuesWithLabels({ values }: Property, language: Language) {
  return values.map((each) => ({
    value: each.value,
    description: each.description,
    label: listedText(each, language),
  }));
}
