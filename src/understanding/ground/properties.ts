import type { Property } from "../../home/index.ts";
import { rankedValues } from "./ranked-values.ts";
import type { DeviceTarget } from "./target.ts";

/**
 * Property types that a bare number, a percentage or "brighter" is about, keyed by kind of device. The first counts that the
 * device has and that takes such a value.
 */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  light: ["brightness", "color", "color-temperature", "mode"],
  curtain: ["target-position"],
  blinds: ["target-position"],
  "window-opener": ["target-position"],
  "garage-door": ["target-position"],
  door: ["target-position"],
  valve: ["target-position"],
  airer: ["target-position"],
  speaker: ["volume", "mode"],
  television: ["volume", "input-control"],
  "air-conditioner": ["target-temperature", "mode", "fan-level", "fan-speed", "speed-level"],
  thermostat: ["target-temperature", "mode"],
  heater: ["target-temperature", "heat-level", "mode", "fan-speed"],
  "bath-heater": ["target-temperature", "heat-level", "mode", "fan-level"],
  "water-heater": ["target-temperature", "mode"],
  kettle: ["target-temperature"],
  fridge: ["target-temperature"],
  fan: ["fan-level", "speed-level", "speed", "fan-speed", "fan-percent", "mode"],
  "range-hood": ["fan-level", "speed-level"],
  humidifier: ["target-humidity", "intensity", "fan-level", "mode"],
  dehumidifier: ["target-humidity", "intensity", "fan-level", "mode"],
  "air-purifier": ["fan-level", "fan-speed", "favorite-level", "mode"],
  aromatherapy: ["intensity", "interval"],
  vacuum: ["cleaning-mode", "mode"],
};

/** Puts fan level and intensity before humidity: "maximum" of a humidifier is its mist, while a number is the humidity. */
export function pacesFirst(types: readonly string[]): readonly string[] {
  if (types[0] !== "target-humidity") return types;
  const paces: readonly string[] = ["fan-level", "intensity"].filter((type) => types.includes(type));
  return [...paces, ...types.filter((type) => !paces.includes(type))];
}

/** Types that any device may have, tried after those of its kind. */
const COMMON = [
  "brightness",
  "target-position",
  "volume",
  "target-temperature",
  "target-humidity",
  "fan-level",
  "speed-level",
  "fan-speed",
  "speed",
  "intensity",
  "color",
  "color-temperature",
  "mode",
];

/** Types that must be named on other kinds: 60 percent of an air conditioner is no humidity. */
const NAMED_ONLY: ReadonlySet<string> = new Set(["target-humidity", "volume"]);

/** Types that are tried, keyed by kind: its defaults, then the common ones. */
const TRIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(DEFAULTS).map(([kind, own]) => [kind, [...own, ...COMMON.filter((type) => !NAMED_ONLY.has(type))]]),
);

/** The writable properties of these types, in the order in which they are tried. */
export function settable(target: DeviceTarget, types: readonly string[]): Property[] {
  return byType(target, types).filter(({ access }) => access.write);
}

/** Types of speed or strength that some devices call their mode. */
const PACES: ReadonlySet<string> = new Set(["fan-level", "cleaning-mode"]);

/** The same, or the ordered list of modes where a device calls its speeds modes. */
export function settableAs(target: DeviceTarget, types: readonly string[]): Property[] {
  const found = settable(target, types);
  if (found.length > 0 || !types.some((type) => PACES.has(type))) return found;
  return settable(target, ["mode"]).filter((property) => rankedValues(property).length > 1);
}

function byType(target: DeviceTarget, types: readonly string[]): Property[] {
  const found: Property[] = [];
  for (const type of types) found.push(...ofType(target, type));
  // The temperature of a lamp is its colour temperature.
  if (found.every(({ access }) => !access.write) && types.includes("target-temperature") && isLamp(target)) {
    found.push(...ofType(target, "color-temperature"));
  }
  // The intensity of a lamp is its brightness.
  if (found.length === 0 && types.includes("intensity") && isLamp(target)) found.push(...ofType(target, "brightness"));
  if (found.length < 2) return found;
  const main = new Set(target.indexed.capabilities.main.map(({ key }) => key));
  // The order of the types counts first, then whether the service is a main one.
  const rank = ({ type }: Property): number => {
    const place = types.indexOf(type);
    return place < 0 ? types.length : place;
  };
  return found.sort((a, b) => rank(a) - rank(b) || Number(main.has(b.service)) - Number(main.has(a.service)));
}

/** The properties of a target of one type, in the order of its spec. */
function ofType({ indexed, service }: DeviceTarget, type: string): readonly Property[] {
  const all = indexed.capabilities.properties.get(type) ?? [];
  return service === null ? all : all.filter((property) => property.service === service);
}

function isLamp({ indexed, service }: DeviceTarget): boolean {
  const { spec } = indexed.device;
  return service === null
    ? spec.kind === "light"
    : spec.services.some(({ key, type }) => key === service && type === "light");
}

/** Types that a value without a property may be about on this target. */
export function defaultTypes({ indexed, service }: DeviceTarget): readonly string[] {
  const { spec } = indexed.device;
  const kind = service === null ? spec.kind : (spec.services.find(({ key }) => key === service)?.type ?? spec.kind);
  return TRIED.get(kind) ?? COMMON;
}

/** Types that one word like "faster" may stand for. */
const FAMILIES: readonly (readonly string[])[] = [
  ["fan-level", "speed-level", "fan-speed", "speed", "fan-percent"],
  ["target-humidity", "intensity"],
];

/** The types with all related ones of their families. */
export function expanded(types: readonly string[]): readonly string[] {
  return [...new Set(types.flatMap((type) => [type, ...(FAMILIES.find((family) => family.includes(type)) ?? [])]))];
}

/** Whether the property is of an indicator light or a screen of the device. "Brighter" and "high" are not about these. */
export function isIndicatorProperty({ service: key }: Property, { indexed, service }: DeviceTarget): boolean {
  const type = indexed.device.spec.services.find((each) => each.key === key)?.type ?? "";
  return service !== key && ASIDE.has(type) && indexed.device.spec.kind !== type;
}

/** Services that only show the state of their device. */
const ASIDE: ReadonlySet<string> = new Set(["indicator-light", "screen", "device-display-unit"]);
