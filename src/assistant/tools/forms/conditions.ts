import {
  isPlainObject,
  type KeyAliases,
  normalizeKey,
  omitKeys,
  parsedIfJson,
  type UnknownFields,
  withKnownKeys,
} from "./argument-shape.ts";
import {
  boundFor,
  type DraftContext,
  durationOr,
  resolveDeviceProperties,
  sharedAddress,
  TARGET_KEYS,
  targetIn,
  valueFor,
} from "./resolve-parts.ts";
import { dayPointIn, weekdaysIn } from "./times.ts";
import { WRITE_NAMES } from "./writes.ts";

const KEYS = [
  ...TARGET_KEYS,
  "type",
  "property",
  "is",
  "above",
  "below",
  "match",
  "for",
  "after",
  "before",
  "days",
  "sun",
  "quiet",
  "online",
  "all",
  "any",
  "not",
  "of",
];
const NAMES: KeyAliases = {
  device: WRITE_NAMES["device"] ?? [],
  property: WRITE_NAMES["property"] ?? [],
  is: ["value", "state", "equals", "eq"],
  for: ["duration", "lasting"],
  above: ["greaterthan", "over", "gt"],
  below: ["lessthan", "under", "lt"],
  days: ["weekdays", "weekday", "dayofweek", "daysofweek"],
  after: ["start", "starttime"],
  before: ["end", "until", "endtime"],
  type: ["condition"],
  all: ["and"],
  any: ["or"],
  of: ["conditions", "condition"],
  room: ["area"],
};
const TYPES: Readonly<Record<string, string>> = {
  property: "state",
  device: "",
  numericstate: "numeric",
  threshold: "numeric",
  weekdays: "weekday",
  days: "weekday",
  timerange: "time",
  and: "all",
  or: "any",
  sunset: "sun",
};

/** Brings a condition from any form that models use into conditions of the definition. */
export function conditionsIn(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  if (!isPlainObject(open)) return [open];
  const part = withKnownKeys(open, KEYS, NAMES);
  const named = typeof part["type"] === "string" ? part["type"] : "";
  const type = (TYPES[normalizeKey(named)] ?? named) || typeOf(part);
  switch (type) {
    case "all":
    case "any":
      return [{ type, of: listOf(part["of"] ?? part[type], `${field}.of`, reading) }];
    case "not": {
      const inner = listOf(part["of"] ?? part["not"], `${field}.of`, reading);
      return [{ type, of: inner.length === 1 ? inner[0] : { type: "all", of: inner } }];
    }
    case "time":
      return windowed(part);
    case "weekday":
      return [{ type, days: weekdaysIn(parsedIfJson(part["days"])) ?? part["days"] }];
    case "sun":
      return [{ type, is: part["is"] ?? part["sun"] }];
    case "state":
    case "numeric":
    case "quiet":
    case "availability":
      return [ofDevice(type, part, field, reading)];
    default:
      return [type === "" ? open : others(type, part, field, reading)];
  }
}

/** Reads one condition; a list becomes one condition of type `all`. */
export function conditionIn(given: unknown, field: string, reading: DraftContext): unknown {
  const list = listOf(given, field, reading);
  return list.length === 1 ? list[0] : { type: "all", of: list };
}

function listOf(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  return (Array.isArray(open) ? open : [open]).flatMap((each: unknown, at) =>
    conditionsIn(each, Array.isArray(open) ? `${field}[${at}]` : field, reading),
  );
}

/** The type of a condition without one, by its keys. */
function typeOf(part: UnknownFields): string {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => part[key] !== undefined);
  if (has("all")) return "all";
  if (has("any")) return "any";
  if (has("not")) return "not";
  if (has(...TARGET_KEYS)) {
    if (has("quiet")) return "quiet";
    if (has("above", "below")) return "numeric";
    if (has("online")) return "availability";
    return has("property") ? "state" : "";
  }
  if (has("after", "before")) return "time";
  if (has("days")) return "weekday";
  if (has("from", "to", "on")) return "date";
  return has("sun") ? "sun" : "";
}

/** A time window; days beside it become a condition of their own. */
function windowed(part: UnknownFields): unknown[] {
  const { after, before, days } = part;
  const point = (given: unknown): unknown => (typeof given === "string" ? (dayPointIn(given) ?? given) : given);
  const window = {
    type: "time",
    ...(after !== undefined && { after: point(after) }),
    ...(before !== undefined && { before: point(before) }),
    ...omitKeys(part, "type", "after", "before", "days"),
  };
  return days === undefined ? [window] : [window, { type: "weekday", days: weekdaysIn(parsedIfJson(days)) ?? days }];
}

function ofDevice(type: string, part: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const { target, rest } = targetIn(part, field, reading);
  const { property, to, is = to, above, below, quiet, for: lasting = quiet } = rest;
  const having =
    property === undefined ? null : resolveDeviceProperties(target, property, "read", `${field}.property`, reading);
  return {
    ...omitKeys(rest, "type", "quiet", "to"),
    type,
    ...(target !== undefined && { target }),
    ...(property !== undefined && { property: sharedAddress(having, property) }),
    ...(is !== undefined && { is: valueFor(having, is, `${field}.is`, reading) }),
    ...(above !== undefined && { above: boundFor(having, above, `${field}.above`, reading) }),
    ...(below !== undefined && { below: boundFor(having, below, `${field}.below`, reading) }),
    ...(lasting !== undefined && { for: durationOr(lasting) }),
  };
}

/** A condition of another type: only its target is resolved. */
function others(type: string, part: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const { target, rest } = targetIn(part, field, reading);
  return { ...rest, type, ...(target !== undefined && { target }) };
}
