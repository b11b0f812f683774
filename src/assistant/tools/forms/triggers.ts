import { formatDuration, type TriggerType, WEEKDAYS } from "../../../automation/index.ts";
import { isRecurring } from "../../../understanding/parse/time/time-expression.ts";
import {
  isPlainObject,
  type KeyAliases,
  normalizeKey,
  omitKeys,
  parsedIfJson,
  type UnknownFields,
  withKnownKeys,
} from "./argument-shape.ts";
import { offsetIn } from "./durations.ts";
import { eventIn } from "./events.ts";
import {
  boundFor,
  type DraftContext,
  durationOr,
  resolveDeviceProperties,
  sceneIdIn,
  sharedAddress,
  TARGET_KEYS,
  targetIn,
  valueFor,
} from "./resolve-parts.ts";
import { localDateTimeIn, sunIn, timeOfDayIn, timeOfDayText, weekdaysIn, whenIn } from "./times.ts";
import { WRITE_NAMES } from "./writes.ts";

const KEYS = [
  ...TARGET_KEYS,
  "type",
  "time",
  "at",
  "weekdays",
  "sun",
  "event",
  "offset",
  "once",
  "date",
  "in",
  "every",
  "cron",
  "expression",
  "zone",
  "from",
  "missed",
  "property",
  "to",
  "for",
  "above",
  "below",
  "hysteresis",
  "arguments",
  "online",
  "scene",
  "key",
  "topic",
  "payload",
];
const NAMES: KeyAliases = {
  device: WRITE_NAMES["device"] ?? [],
  property: WRITE_NAMES["property"] ?? [],
  weekdays: ["days", "weekday", "dayofweek", "daysofweek", "repeat", "on"],
  to: ["is", "value", "state", "becomes", "equals"],
  for: ["duration", "forduration", "lasting"],
  above: ["greaterthan", "over", "gt"],
  below: ["lessthan", "under", "lt"],
  every: ["interval"],
  at: ["timeofday"],
  type: ["trigger", "platform", "kindoftrigger"],
  room: ["area"],
};
/** Types of triggers, keyed by the normalized names that models use. */
const TYPES: Readonly<Record<string, string>> = {
  state: "property",
  device: "",
  daily: "time",
  schedule: "time",
  timeofday: "time",
  numericstate: "numeric",
  threshold: "numeric",
  date: "once",
  datetime: "once",
  sunrise: "sun",
  sunset: "sun",
  timepattern: "interval",
};

/** Brings a trigger from any form that models use into triggers of the definition; an unknown form stays, for the check to report. */
export function triggersIn(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  if (typeof open === "string") return [spoken(open, reading) ?? open];
  if (!isPlainObject(open)) return [open];
  const part = withKnownKeys(open, KEYS, NAMES);
  const named = typeof part["type"] === "string" ? part["type"] : "";
  const type = (TYPES[normalizeKey(named)] ?? named) || typeOf(part);
  if (!isTriggerType(type)) return [type === "" ? open : { ...part, type }];
  return FORMS[type]({ type, part, named, field }, reading);
}

/** A trigger as a model gave it, with its type. */
interface GivenTrigger {
  readonly type: TriggerType;
  readonly part: UnknownFields;
  /** The model's own word for the type; "": it gave none. */
  readonly named: string;
  readonly field: string;
}

type TriggerForm = (given: GivenTrigger, reading: DraftContext) => unknown[];

const asGiven: TriggerForm = ({ part, type }) => [{ ...part, type }];
const ofDevices: TriggerForm = ({ type, part, field }, reading) => [ofDevice(type, part, field, reading)];

/** How each type is read. */
const FORMS: Readonly<Record<TriggerType, TriggerForm>> = {
  time: ({ part }, reading) => timed(part, reading),
  sun: ({ part, named }) => [sunny(part, named)],
  once: ({ part }, reading) => [once(part, reading)],
  interval: ({ part, type }) => [
    { ...omitKeys(part, "at", "time"), type, every: durationOr(part["every"] ?? part["at"]) },
  ],
  cron: ({ part, type }) => [{ ...omitKeys(part, "cron"), type, expression: part["expression"] ?? part["cron"] }],
  scene: ({ part, type, field }, reading) => [
    { ...omitKeys(part, "type"), type, scene: sceneIdIn(part["scene"], `${field}.scene`, reading) },
  ],
  property: ofDevices,
  numeric: ofDevices,
  event: ofDevices,
  availability: ofDevices,
  webhook: asGiven,
  mqtt: asGiven,
  startup: asGiven,
  mode: asGiven,
  presence: asGiven,
};

function isTriggerType(type: string): type is TriggerType {
  return Object.hasOwn(FORMS, type);
}

/** The type of a trigger without one, by its keys. */
function typeOf(part: UnknownFields): string {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => part[key] !== undefined);
  if (has("sun", "offset") || (typeof part["event"] === "string" && sunIn(part["event"]) !== null)) return "sun";
  if (has("cron", "expression")) return "cron";
  if (has("once", "in", "date")) return "once";
  if (has("time", "at")) return "time";
  if (has("every")) return "interval";
  if (has(...TARGET_KEYS)) {
    if (has("above", "below")) return "numeric";
    if (has("event")) return "event";
    if (has("online")) return "availability";
    return has("property") ? "property" : "";
  }
  if (has("scene")) return "scene";
  if (has("key")) return "webhook";
  return has("topic") ? "mqtt" : "";
}

/** A trigger from words: "07:00", "every Monday at 7", "sunset"; null for other texts. */
function spoken(text: string, { now, home }: DraftContext): UnknownFields | null {
  const time = timeOfDayIn(text);
  if (time !== null) return { type: "time", at: time };
  const sun = sunIn(text);
  if (sun) return { type: "sun", ...sun };
  const when = whenIn(text);
  switch (when?.kind) {
    case "at": {
      if (!isRecurring(when)) break;
      const weekdays = when.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []);
      return { type: "time", at: timeOfDayText(when), ...(weekdays.length < WEEKDAYS.length && { weekdays }) };
    }
    case "sun":
      return { type: "sun", event: when.event, weekdays: when.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []) };
    case "interval":
      return { type: "interval", every: formatDuration(when.seconds * 1000) };
    case "delay":
      return { type: "once", in: formatDuration(when.seconds * 1000) };
    default:
  }
  const at = localDateTimeIn(text, now, home.timezone);
  return at === null ? null : { type: "once", at };
}

/** Triggers for one or several times of day; a text with a date or an event of the sun becomes a trigger of that type. */
function timed(part: UnknownFields, reading: DraftContext): unknown[] {
  const given = parsedIfJson(part["at"] ?? part["time"]);
  const rest = { ...omitKeys(part, "type", "at", "time", "weekdays", "every"), ...daysOf(part) };
  return [given].flat().map((at) => {
    if (part["date"] !== undefined) return once({ ...part, at }, reading);
    const time = typeof at === "string" ? timeOfDayIn(at) : null;
    if (time !== null) return { type: "time", at: time, ...rest };
    const meant = typeof at === "string" ? spoken(at, reading) : null;
    return meant === null ? { type: "time", at, ...rest } : { ...meant, ...(meant["type"] !== "once" && rest) };
  });
}

function sunny(part: UnknownFields, named: string): UnknownFields {
  const given = [part["event"], part["sun"], part["at"], named].find(
    (each) => typeof each === "string" && sunIn(each) !== null,
  );
  const sun = typeof given === "string" ? sunIn(given) : null;
  const { offset } = part;
  return {
    ...omitKeys(part, "type", "event", "sun", "at", "offset", "weekdays", "every"),
    type: "sun",
    ...(sun ?? { event: part["event"] ?? part["sun"] }),
    ...(offset !== undefined && { offset: offsetIn(offset) }),
    ...daysOf(part),
  };
}

/** The days of a trigger: `weekdays` and a cycle `every`; both are left out for every day. */
function daysOf({ weekdays, every }: UnknownFields): UnknownFields {
  const named = weekdays === undefined ? weekdaysIn(every) : null;
  const days = weekdays === undefined ? (named ?? []) : (weekdaysIn(parsedIfJson(weekdays)) ?? weekdays);
  const cycle = named === null ? durationOr(every) : undefined;
  return {
    ...(!(Array.isArray(days) && days.length === 0) && { weekdays: days }),
    ...(cycle !== undefined && cycle !== "1d" && { every: weeks(cycle) }),
  };
}

/** A cycle of whole weeks in weeks, since only those may have weekdays: 14 days become `2w`. */
function weeks(cycle: unknown): unknown {
  const [, days] = typeof cycle === "string" ? (/^(\d+)d$/.exec(cycle) ?? []) : [];
  return days !== undefined && Number(days) % 7 === 0 ? `${Number(days) / 7}w` : cycle;
}

function once(part: UnknownFields, { now, home }: DraftContext): UnknownFields {
  const { date, in: delay } = part;
  const given = part["once"] ?? part["at"] ?? part["time"];
  const rest = omitKeys(part, "type", "once", "at", "time", "date", "in");
  if (delay !== undefined && given === undefined && date === undefined)
    return { ...rest, type: "once", in: durationOr(delay) };
  const time = typeof given === "string" ? timeOfDayIn(given) : null;
  const text = typeof date === "string" ? (time === null ? date : `${date}T${time}`) : given;
  const at = typeof text === "string" ? localDateTimeIn(text, now, home.timezone) : null;
  return { ...rest, type: "once", at: at ?? text };
}

function ofDevice(type: string, part: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const { target, rest } = targetIn(part, field, reading);
  const { property, to, from, above, below, for: lasting, event, arguments: wanted } = rest;
  const having =
    property === undefined ? null : resolveDeviceProperties(target, property, "read", `${field}.property`, reading);
  return {
    ...omitKeys(rest, "type"),
    type,
    ...(target !== undefined && { target }),
    ...(property !== undefined && { property: sharedAddress(having, property) }),
    ...(to !== undefined && { to: valueFor(having, to, `${field}.to`, reading) }),
    ...(from !== undefined && { from: valueFor(having, from, `${field}.from`, reading) }),
    ...(above !== undefined && { above: boundFor(having, above, `${field}.above`, reading) }),
    ...(below !== undefined && { below: boundFor(having, below, `${field}.below`, reading) }),
    ...(lasting !== undefined && { for: durationOr(lasting) }),
    ...(event !== undefined && eventIn(target, event, wanted, `${field}.event`, reading)),
  };
}
