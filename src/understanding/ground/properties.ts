import type { Property } from "../../home/index.ts";
import { rankedValues } from "./degrees.ts";
import type { Target } from "./situation.ts";

/**
 * The property that a bare number, percentage or "brighter" is about, by kind of device: the first that the device has and
 * that takes such a value.
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

/** The most of a humidifier is how much mist it makes; a number is how humid it shall be. */
export function pacesFirst(types: readonly string[]): readonly string[] {
  if (types[0] !== "target-humidity") return types;
  const paces: readonly string[] = ["fan-level", "intensity"].filter((type) => types.includes(type));
  return [...paces, ...types.filter((type) => !paces.includes(type))];
}

/** Types that any device may have, after those of its kind. */
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

/** What a thing has besides what it is for is meant where it is named: 60 percent of an air conditioner is no humidity. */
const NAMED_ONLY: ReadonlySet<string> = new Set(["target-humidity", "volume"]);

/** The types that are tried of a kind: its own, then those that many things have. Keyed by kind. */
const TRIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(DEFAULTS).map(([kind, own]) => [kind, [...own, ...COMMON.filter((type) => !NAMED_ONLY.has(type))]]),
);

/** The properties of these types that a target has and that can be set, in the order in which they are tried. */
export function settable(target: Target, types: readonly string[]): Property[] {
  return byType(target, types).filter(({ access }) => access.write);
}

/** Words for how fast or strong something works, which some devices call their mode. */
const PACES: ReadonlySet<string> = new Set(["fan-level", "cleaning-mode"]);

/** The same; where a device calls its speeds modes, the list of them. */
export function settableAs(target: Target, types: readonly string[]): Property[] {
  const found = settable(target, types);
  if (found.length > 0 || !types.some((type) => PACES.has(type))) return found;
  return settable(target, ["mode"]).filter((property) => rankedValues(property).length > 1);
}

function byType(target: Target, types: readonly string[]): Property[] {
  const found: Property[] = [];
  for (const type of types) found.push(...ofType(target, type));
  // "temperature" of a lamp is that of its colour.
  if (found.every(({ access }) => !access.write) && types.includes("target-temperature") && isLamp(target)) {
    found.push(...ofType(target, "color-temperature"));
  }
  // The intensity of a lamp is how bright it is.
  if (found.length === 0 && types.includes("intensity") && isLamp(target)) found.push(...ofType(target, "brightness"));
  if (found.length < 2) return found;
  const main = new Set(target.indexed.capabilities.main.map(({ key }) => key));
  // The order of the types counts first: what a number is usually about.
  const rank = ({ type }: Property): number => {
    const place = types.indexOf(type);
    return place < 0 ? types.length : place;
  };
  return found.sort((a, b) => rank(a) - rank(b) || Number(main.has(b.service)) - Number(main.has(a.service)));
}

/** The properties of a target of one type, in the order of its spec. */
function ofType({ indexed, service }: Target, type: string): readonly Property[] {
  const all = indexed.capabilities.properties.get(type) ?? [];
  return service === null ? all : all.filter((property) => property.service === service);
}

function isLamp({ indexed, service }: Target): boolean {
  const { spec } = indexed.device;
  return service === null
    ? spec.kind === "light"
    : spec.services.some(({ key, type }) => key === service && type === "light");
}

/** Types that a value without a property may be about on this target. */
export function defaultTypes({ indexed, service }: Target): readonly string[] {
  const { spec } = indexed.device;
  const kind = service === null ? spec.kind : (spec.services.find(({ key }) => key === service)?.type ?? spec.kind);
  return TRIED.get(kind) ?? COMMON;
}

/** A word like "faster" stands for any of the properties that say how fast. */
const FAMILIES: readonly (readonly string[])[] = [
  ["fan-level", "speed-level", "fan-speed", "speed", "fan-percent"],
  ["target-humidity", "intensity"],
];

export function expanded(types: readonly string[]): readonly string[] {
  return [...new Set(types.flatMap((type) => [type, ...(FAMILIES.find((family) => family.includes(type)) ?? [])]))];
}

/** "Brighter" and "high" are not about the small lamp or the screen that tells how a heater is set. */
export function isAside({ service: key }: Property, { indexed, service }: Target): boolean {
  const type = indexed.device.spec.services.find((each) => each.key === key)?.type ?? "";
  return service !== key && ASIDE.has(type) && indexed.device.spec.kind !== type;
}

/** Services that only tell something of their device. */
const ASIDE: ReadonlySet<string> = new Set(["indicator-light", "screen", "device-display-unit"]);
