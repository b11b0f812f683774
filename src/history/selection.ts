import type { Device, Property, PropertyAddress } from "../home/index.ts";
import { AVAILABILITY } from "./port.ts";

/** Exceptions from the default selection: devices, kinds, rooms, or `device:address`. */
export interface HistorySelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Whether changes of a property are recorded. Excluded ones never are; included ones are if they can be read; the default
 * selection decides about the rest.
 */
export function isRecorded(device: Device, address: PropertyAddress, { include, exclude }: HistorySelection): boolean {
  if (exclude.some((each) => entryMatches(each, device, address))) return false;
  if (address === AVAILABILITY) return true;
  const property = device.spec.properties.get(address);
  if (!property || !(property.access.read || property.access.notify)) return false;
  return include.some((each) => entryMatches(each, device, address)) || isRecordedByDefault(property);
}

/** Whether an entry of the settings matches a property: by device, by the device's kind or room, or by `device:address`. */
function entryMatches(entry: string, device: Device, address: PropertyAddress): boolean {
  if (entryMatchesDevice(entry, device)) return true;
  // Ids of devices have colons themselves; addresses have none.
  const colon = entry.lastIndexOf(":");
  return colon > 0 && entry.slice(colon + 1) === address && entryMatchesDevice(entry.slice(0, colon), device);
}

function entryMatchesDevice(entry: string, { id, handle, name, spec, room }: Device): boolean {
  return [id, handle, name, spec.kind, room?.id, room?.name].includes(entry);
}

/** Units of measurements. */
const MEASURED_UNITS: ReadonlySet<string> = new Set([
  ...[
    "celsius",
    "fahrenheit",
    "kelvin",
    "lux",
    "watt",
    "W",
    "kW",
    "kWh",
    "Wh",
    "ppm",
    "ppb",
    "μg/m3",
    "mg/m3",
    "kg",
    "g",
    "lb",
  ],
  ...["m3", "L", "liter", "pascal", "hPa", "kPa", "bar", "mm", "km", "km/h", "m/s", "dB", "BPM", "bpm"],
]);
/** Property types of measurements. */
const MEASURED =
  /^(?:.*-?(?:temperature|humidity|density)|temperature-.*|humidity-.*|illumination|illuminance|lux|co2|voc|tvoc|pm\d.*|air-quality.*|aqi|electric-power|power|power-consumption|electric-energy|energy|total-energy|electricity|water-consumption|gas-consumption|battery-level|filter-life-level|brush-life-level|water-level|weight|body-.*|atmospheric-pressure|air-pressure|rain.*|wind-speed|moisture|soil-.*|noise.*|heart-rate|mileage|range|distance)$/;
/** Property types of states and of sensors with few values. */
const SENSED =
  /^(?:status|.*-(?:state|status)|fault|faults|error-code|alarm|.*-alarm|contact.*|motion|occupancy.*|presence|vibration|tamper|smoke|gas|carbon-monoxide|water-leak|leak|battery-low|overload|plugged-in|charging|door|window|current-position|current-step|speed-now|heating|cooling|action|running|moving|locked|.*-fault|air-quality.*|sleep.*)$/;
/** Property types of settings. */
const SET =
  /^(?:on|.*-?mode|target-.*|brightness|color|color-temperature|colour.*|.*fan-level|fan-speed|speed-level|fan-percent|.*-position|volume|mute|locked|arming.*|physical-controls-locked|child-lock|childlock|.*-swing|heater|heating|cooling|dryer|dehumidification|humidification|ventilation|anion|uv|eco|preset|effect|input.*|playing-state|charge-limit|trunk|windows|heat-level|water-level)$/;
/** Words in property types that exclude them: about the device's inside, its radio, its configuration. */
const INTERNAL: ReadonlySet<string> = new Set([
  ...[
    "rssi",
    "lqi",
    "link",
    "linkquality",
    "signal",
    "uptime",
    "heartbeat",
    "firmware",
    "fw",
    "version",
    "serial",
    "debug",
  ],
  ...["chip", "module", "pcb", "cpu", "mcu", "board", "pipe", "exhaust", "compressor", "phase", "error"],
  ...[
    "default",
    "display",
    "screen",
    "indicator",
    "led",
    "button",
    "click",
    "remote",
    "pair",
    "wireless",
    "map",
    "stream",
  ],
  ...[
    "cfg",
    "config",
    "calibration",
    "offset",
    "threshold",
    "sensitivity",
    "unit",
    "time",
    "zone",
    "interval",
    "duration",
  ],
  ...["delay", "countdown", "user", "manual", "favorite", "range", "cover", "limit"],
]);
const ASKED_ALL_THE_SAME: ReadonlySet<string> = new Set(["range", "charge-limit", "error-code"]);
/** Services about the device itself. */
const INTERNAL_SERVICE =
  /(?:indicator|screen|display|night-shot|device-information|identify|maintenance|debug|factory|calibration)/;

/**
 * The default selection: values that people ask about (measurements; on, open, locked, moving; settings) and no noise (radio,
 * uptime, free text, times, pictures, configuration of the device).
 */
export function isRecordedByDefault({ type, service, format, values, access, unit }: Property): boolean {
  const measured = !access.write && unit !== null && MEASURED_UNITS.has(unit);
  if (INTERNAL_SERVICE.test(service) && !measured) return false;
  if (type.split("-").some((word) => INTERNAL.has(word)) && !ASKED_ALL_THE_SAME.has(type)) return false;
  // Free text: names, pictures, addresses.
  if (format === "string" && values.length === 0) return false;
  if (access.write) return SET.test(type);
  if (format === "bool") return SENSED.test(type) || SET.test(type);
  return measured || MEASURED.test(type) || SENSED.test(type) || SET.test(type);
}
