import type { HomeView } from "../../../home/index.ts";
import { colourIn, truthIn } from "./amounts.ts";
import { isLoose, type KeyNames, type Loose, plainKey, unfolded, withKeys } from "./shape.ts";

/** What a write may hold, as it is told to models. */
const WRITE_KEYS = ["device", "property", "value", "change", "percent", "limit"] as const;
/** Where the things are that a write is for, in place of one device. */
const PLACE_KEYS = ["room", "floor", "kind", "except"] as const;
const KNOWN: readonly string[] = [...WRITE_KEYS, ...PLACE_KEYS];

/** By what else models and other systems call the parts of a write. */
export const WRITE_NAMES: KeyNames = {
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
/** What holds several values of one device. */
const GROUPS: ReadonlySet<string> = new Set([
  "properties",
  "set",
  "values",
  "attributes",
  "settings",
  "state",
  "states",
]);

/** What says how a step of a scene is done, and is no property. */
const BESIDE: ReadonlySet<string> = new Set(["transition", "order"]);

/** The writes of a list, of one bare write, or of a map by devices or by "device.property", each as {device, property, value}. */
export function writesIn(given: unknown, home: HomeView): unknown[] {
  const open = unfolded(given);
  if (Array.isArray(open)) return open.flatMap((each) => writesIn(each, home));
  if (!isLoose(open)) return [open];
  const write = withKeys(open, KNOWN, WRITE_NAMES);
  if (KNOWN.some((key) => key in write && key !== "except")) return writesOf(write);
  return Object.entries(open).flatMap(([key, value]) => {
    const inner = unfolded(value);
    if (isLoose(inner)) return writesIn({ device: key, ...inner }, home);
    const [device, property] = apart(key, home);
    return [property === "" ? { [key]: value } : { device, property, value: plainValue(value) }];
  });
}

/** Whether arguments hold a write, or several, without the list that they belong in. */
export function holdsWrites(args: Loose): boolean {
  const known = withKeys(args, KNOWN, WRITE_NAMES);
  if ("device" in known || ("property" in known && "value" in known)) return true;
  return Object.entries(args).some(([key, value]) => key.includes(".") || isLoose(unfolded(value)));
}

/** One write for each device and property that it names. */
function writesOf(write: Loose): unknown[] {
  const { device, ...rest } = write;
  const named = unfolded(device);
  if (Array.isArray(named)) return named.flatMap((each) => writesOf({ device: each, ...rest }));
  const target = isLoose(named) ? withKeys(named, KNOWN, WRITE_NAMES) : device === undefined ? {} : { device };
  const whole: Loose = { ...target, ...rest };
  const values: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(whole)) {
    const inner = unfolded(value);
    if (GROUPS.has(plainKey(key)) && isLoose(inner)) Object.assign(values, inner);
    // {"device": "lamp", "on": true, "brightness": 40}
    else if (!KNOWN.includes(key) && !BESIDE.has(key) && !("property" in whole)) values[key] = value;
    else if (isLoose(inner) && key === "value" && !("property" in whole) && colourIn(inner) === null)
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

/** {"device": "lamp", "state": "on"}: what is only on or off is so as a whole. */
function switched(write: Loose): Loose {
  const on = "property" in write ? null : truthIn(write["value"]);
  return on === null ? write : { ...write, property: "on", value: on };
}

function isPlace(key: string): boolean {
  return (PLACE_KEYS as readonly string[]).includes(key);
}

/** A value as one of the plain ones: a colour may come in three parts, a value as a list of one. */
function plainValue(value: unknown): unknown {
  const colour = typeof value === "object" ? colourIn(value) : null;
  if (colour !== null) return colour;
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** `value` beside a `percent` that says the same: the same thing said twice. */
function withoutDoubles(write: Loose): Loose {
  const { value, percent, ...rest } = write;
  if (value === undefined || percent === undefined) return write;
  const number = typeof value === "string" ? Number(value.replace(/\s*%$/, "")) : value;
  return number === percent ? { ...rest, percent } : write;
}

/** "living-lamp.light.on": the longest name of a device in front, and the property. */
function apart(key: string, home: HomeView): readonly [device: string, property: string] {
  const dots = [...key.matchAll(/\./g)].map(({ index }) => index);
  const at = dots.findLast((dot) => home.device(key.slice(0, dot)) !== undefined) ?? dots[0];
  return at === undefined ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
}
