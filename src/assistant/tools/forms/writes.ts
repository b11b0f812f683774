import type { HomeView } from "../../../home/index.ts";
import { hexColourIn, truthIn } from "./amounts.ts";
import {
  isPlainObject,
  type KeyAliases,
  normalizeKey,
  parsedIfJson,
  type UnknownFields,
  withKnownKeys,
} from "./argument-shape.ts";

/** The keys of a write. */
const WRITE_KEYS = ["device", "property", "value", "change", "percent", "limit"] as const;
/** The keys that give a place instead of a device. */
const PLACE_KEYS = ["room", "floor", "kind", "except"] as const;
const KNOWN: readonly string[] = [...WRITE_KEYS, ...PLACE_KEYS];

/** Other names of the keys of a write, keyed by key. */
export const WRITE_NAMES: KeyAliases = {
  device: [
    "deviceid",
    "devices",
    "deviceids",
    "devicename",
    "entity",
    "entityid",
    "entities",
    "handle",
    "handles",
    "target",
    "targets",
  ],
  property: ["prop", "propertyname", "attribute", "setting", "address", "feature", "field"],
  value: ["to", "val", "newvalue", "targetvalue", "state"],
  change: ["delta", "by", "adjust", "increase"],
  percent: ["percentage", "pct"],
  limit: ["extreme"],
  kind: ["devicekind", "devicetype"],
  room: ["area", "roomid"],
};
/** Keys that hold several values of one device. */
const GROUPS: ReadonlySet<string> = new Set([
  "properties",
  "set",
  "values",
  "attributes",
  "settings",
  "state",
  "states",
]);

/** Keys of a step of a scene that are no properties. */
const BESIDE: ReadonlySet<string> = new Set(["transition", "order"]);

/** Brings writes into the form {device, property, value}: from a list, one bare write, or a map by device or by "device.property". */
export function writesIn(given: unknown, home: HomeView): unknown[] {
  const open = parsedIfJson(given);
  if (Array.isArray(open)) return open.flatMap((each) => writesIn(each, home));
  if (!isPlainObject(open)) return [open];
  const write = withKnownKeys(open, KNOWN, WRITE_NAMES);
  if (KNOWN.some((key) => key in write && key !== "except")) return writesOf(write);
  return Object.entries(open).flatMap(([key, value]) => {
    const inner = parsedIfJson(value);
    if (isPlainObject(inner)) return writesIn({ device: key, ...inner }, home);
    const [device, property] = apart(key, home);
    return [property === "" ? { [key]: value } : { device, property, value: plainValue(value) }];
  });
}

/** Whether arguments are writes without the list around them. */
export function holdsWrites(args: UnknownFields): boolean {
  const known = withKnownKeys(args, KNOWN, WRITE_NAMES);
  if ("device" in known || ("property" in known && "value" in known)) return true;
  return Object.entries(args).some(([key, value]) => key.includes(".") || isPlainObject(parsedIfJson(value)));
}

/** One write for each device and property that it names. */
function writesOf(write: UnknownFields): unknown[] {
  const { device, ...rest } = write;
  const named = parsedIfJson(device);
  if (Array.isArray(named)) return named.flatMap((each) => writesOf({ device: each, ...rest }));
  const target = isPlainObject(named)
    ? withKnownKeys(named, KNOWN, WRITE_NAMES)
    : device === undefined
      ? {}
      : { device };
  const whole: UnknownFields = { ...target, ...rest };
  const values: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(whole)) {
    const inner = parsedIfJson(value);
    if (GROUPS.has(normalizeKey(key)) && isPlainObject(inner)) Object.assign(values, inner);
    // {"device": "lamp", "on": true, "brightness": 40}
    else if (!KNOWN.includes(key) && !BESIDE.has(key) && !("property" in whole)) values[key] = value;
    else if (isPlainObject(inner) && key === "value" && !("property" in whole) && hexColourIn(inner) === null)
      Object.assign(values, inner);
    else own[key] = key === "value" ? plainValue(value) : value;
  }
  const several = Object.entries(values);
  if (several.length === 0) return [withoutDoubles(switched(own))];
  const place = Object.fromEntries(
    Object.entries(own).filter(([key]) => key === "device" || isPlace(key) || BESIDE.has(key)),
  );
  const beside = "property" in own ? [withoutDoubles(own)] : [];
  return [...beside, ...several.map(([property, value]) => ({ ...place, property, value: plainValue(value) }))];
}

/** Adds the property `on` to a write that has only a truth value: {"device": "lamp", "state": "on"}. */
function switched(write: UnknownFields): UnknownFields {
  const on = "property" in write ? null : truthIn(write["value"]);
  return on === null ? write : { ...write, property: "on", value: on };
}

function isPlace(key: string): boolean {
  return (PLACE_KEYS as readonly string[]).includes(key);
}

/** A value as a scalar: a colour in three parts becomes hex, a list of one its element. */
function plainValue(value: unknown): unknown {
  const colour = typeof value === "object" ? hexColourIn(value) : null;
  if (colour !== null) return colour;
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** Drops a `value` that repeats `percent`. */
function withoutDoubles(write: UnknownFields): UnknownFields {
  const { value, percent, ...rest } = write;
  if (value === undefined || percent === undefined) return write;
  const number = typeof value === "string" ? Number(value.replace(/\s*%$/, "")) : value;
  return number === percent ? { ...rest, percent } : write;
}

/** Splits "living-lamp.light.on" into the longest known device and the property. */
function apart(key: string, home: HomeView): readonly [device: string, property: string] {
  const dots = [...key.matchAll(/\./g)].map(({ index }) => index);
  const at = dots.findLast((dot) => home.device(key.slice(0, dot)) !== undefined) ?? dots[0];
  return at === undefined ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
}
