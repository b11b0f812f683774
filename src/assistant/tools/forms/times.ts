import {
  durationMs,
  formatDuration,
  SUN_EVENTS,
  type SunEvent,
  WEEKDAYS,
  type Weekday,
} from "../../../automation/index.ts";
import { HomeIndex } from "../../../understanding/names/home-index.ts";
import { type Item, playsRole } from "../../../understanding/parse/items.ts";
import { nextDate } from "../../../understanding/parse/measure/dates.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { isRecurring, secondsUntil, type TimeExpression } from "../../../understanding/parse/time/time-expression.ts";
import { extractTime } from "../../../understanding/parse/time/times.ts";
import { weekdayMentionIn } from "../../../understanding/parse/time/weekdays.ts";

/** Longest text that may be a time, in UTF-16 units. */
const LONGEST = 80;
/** An empty index: words for times do not depend on the home. */
const NO_HOME = new HomeIndex();
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
/** A date, and a time of that day where one is given. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}.*)?$/i;
const ISO_DURATION = /^pt?(?=\d)((?:\d+(?:\.\d+)?[dhms])+)$/;

/** The items of a text, as the local engine segments it; none for a long text. */
export function wordsIn(text: string): readonly Item[] {
  return text.length > LONGEST ? [] : segmentText(text.trim(), NO_HOME);
}

/** The time that a text gives, in any language: "7am", "every Monday at 7", 日落前半小时. Null when it is not a time alone. */
export function whenIn(text: string): TimeExpression | null {
  const { when, rest } = extractTime(wordsIn(text));
  return when !== null && rest.length === 0 ? when : null;
}

/** A time of day in the form of definitions, `07:00`, from "7:00", "7am", 早上七点; null for other texts, and for one with a day. */
export function timeOfDayIn(text: string): string | null {
  const [, hour, minute, second] = CLOCK.exec(text.trim()) ?? [];
  if (hour !== undefined && Number(hour) < 24) {
    return `${hour.padStart(2, "0")}:${minute}${second === undefined || second === "00" ? "" : `:${second}`}`;
  }
  const when = whenIn(text);
  if (when?.kind !== "at" || when.day !== null || when.date !== null || when.weekdays.length > 0) return null;
  return timeOfDayText(when);
}

/** A time of day in the form of definitions: `07:00`. */
export function timeOfDayText({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Days of the week in the form of definitions, from "Monday", 周一, "weekdays", ["mon", "Tue"], 1 to 7 (Monday first). Empty: every day; null for other values. */
export function weekdaysIn(given: unknown): Weekday[] | null {
  const days = [given].flat().map((each) => daysOf(each));
  if (days.some((each) => each === null)) return null;
  const found = new Set(days.flatMap((each) => each ?? []));
  return found.size === WEEKDAYS.length ? [] : WEEKDAYS.filter((day) => found.has(day));
}

function daysOf(given: unknown): readonly Weekday[] | null {
  const number = typeof given === "string" && /^[0-7]$/.test(given.trim()) ? Number(given) : given;
  if (typeof number === "number") return [WEEKDAYS[(number + 6) % 7]].filter((day) => day !== undefined);
  if (typeof given !== "string") return null;
  const known = WEEKDAYS.find((day) => day === given.trim().toLowerCase());
  if (known) return [known];
  const [, first, last] = /^\s*(\p{L}+)\s*[-–~]\s*(\p{L}+)\s*$/u.exec(given) ?? [];
  if (first !== undefined && last !== undefined) return range(daysOf(first), daysOf(last));
  const items = wordsIn(given);
  const days = weekdayMentionIn(items);
  if (!days || days.weekdays.length === 0) return null;
  const other = items.filter(
    (item) => !days.words.includes(item) && !LINKS.some((role) => playsRole(item, role)) && item.first.kind !== "mark",
  );
  return other.length > 0 ? null : days.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []);
}

const LINKS = ["and", "every", "on", "at_time"] as const;

/** The days from one to another, across the end of the week if needed; null where either is no single day. */
function range(first: readonly Weekday[] | null, last: readonly Weekday[] | null): readonly Weekday[] | null {
  const [from, to] = [first?.[0], last?.[0]];
  if (!from || !to || first?.length !== 1 || last?.length !== 1) return null;
  const at = WEEKDAYS.indexOf(from);
  const days = (WEEKDAYS.indexOf(to) - at + WEEKDAYS.length) % WEEKDAYS.length;
  return [...WEEKDAYS, ...WEEKDAYS].slice(at, at + days + 1);
}

/** A duration in the form of definitions, from "20 minutes", 半小时, "PT20M", "01:30:00" or a number of seconds; null for other values. */
export function durationIn(given: unknown): string | null {
  if (typeof given === "number") return durationMs(given) === null ? null : formatDuration(given * 1000);
  if (typeof given !== "string") return null;
  const text = given.trim();
  const ms = durationMs(text);
  if (ms !== null) return formatDuration(ms);
  const iso = ISO_DURATION.exec(text.toLowerCase())?.[1];
  if (iso !== undefined) return durationIn(iso);
  if (/^\d+(\.\d+)?$/.test(text)) return durationIn(Number(text));
  const parts = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (parts) return durationIn(Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]));
  const when = whenIn(text);
  if (when?.kind === "delay" || when?.kind === "interval") return durationIn(when.seconds);
  const items = wordsIn(text);
  const [only] = items;
  return items.length === 1 && only?.measure?.kind === "duration" ? durationIn(only.measure.seconds) : null;
}

/** The event of the sun in a text, with its offset: "sunset-30m", "30 minutes before sunset", 日落. Null for other texts. */
export function sunIn(text: string): { readonly event: SunEvent; readonly offset?: string } | null {
  const [, name, sign, rest] = /^([a-z]+)\s*(?:([+-])\s*(.+))?$/i.exec(text.trim()) ?? [];
  const event = SUN_EVENTS.find((each) => each === name?.toLowerCase());
  if (event) {
    if (rest === undefined) return { event };
    // A number without a unit is ambiguous.
    const offset = /^[\d.]+$/.test(rest) ? null : durationIn(rest);
    return offset === null ? null : { event, offset: `${sign === "-" ? "-" : ""}${offset}` };
  }
  const when = whenIn(text);
  if (when?.kind !== "sun" || when.weekdays.length > 0) return null;
  const { offsetSeconds } = when;
  const offset = `${offsetSeconds < 0 ? "-" : ""}${formatDuration(Math.abs(offsetSeconds) * 1000)}`;
  return { event: when.event, ...(offsetSeconds !== 0 && { offset }) };
}

/** A point of the day in the form of conditions: `22:00`, `sunset-30m`; null for other texts. */
export function dayPointIn(text: string): string | null {
  const time = timeOfDayIn(text);
  if (time !== null) return time;
  const sun = sunIn(text);
  if (!sun) return null;
  const { event, offset = "" } = sun;
  return event + (offset === "" || offset.startsWith("-") ? offset : `+${offset}`);
}

/** A local date and time in the form of definitions, from ISO 8601, "tomorrow 7am", "Sunday"; null for other texts. */
export function localDateTimeIn(given: string, now: number, timezone: string): string | null {
  const text = given.trim();
  if (MOMENT.test(text)) return isoMoment(text);
  // A time in clock form counts 24 hours: "07:30" at noon is tomorrow's.
  const time = CLOCK.test(text) ? timeOfDayIn(text) : null;
  if (time !== null) return nextAt(time, now, timezone);
  const when = whenIn(text);
  if (when?.kind === "delay") return local(now + when.seconds * 1000, timezone);
  if (when?.kind === "at" && !isRecurring(when)) return local(now + secondsUntil(when, now, timezone) * 1000, timezone);
  return dayIn(text, now, timezone);
}

/** A day in the form of definitions, `2026-12-24`, for a text without a time; otherwise a date and time. Null for other texts. */
export function dayOrMomentIn(given: string, now: number, timezone: string): string | null {
  const moment = localDateTimeIn(given, now, timezone);
  return given.includes(":") || moment === null ? moment : moment.replace(/T00:00$/, "");
}

/** Whether a text names a day without a time: "tomorrow", 周日, 2026-12-24. */
export function isDayAlone(given: string): boolean {
  const text = given.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return true;
  return !text.includes(":") && !MOMENT.test(text) && whenIn(text) === null && dayIn(text, 0, "UTC") !== null;
}

/** The moment of a text as `localDateTimeIn` reads it, in milliseconds since the epoch; null for other texts. */
export function instantIn(given: string, now: number, timezone: string): number | null {
  const moment = localDateTimeIn(given, now, timezone);
  if (moment === null) return null;
  try {
    if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(moment.slice(10))) return Temporal.Instant.from(moment).epochMilliseconds;
    return Temporal.PlainDateTime.from(moment).toZonedDateTime(timezone).epochMilliseconds;
  } catch {
    return null;
  }
}

function nextAt(time: string, now: number, timezone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const at = today.toPlainDate().toPlainDateTime(time);
  const due = at.toZonedDateTime(timezone).epochMilliseconds > now ? at : at.add({ days: 1 });
  return due.toString({ smallestUnit: "second" });
}

/** A moment in the past, in milliseconds since the epoch: "03:00" is the last one, "yesterday 22:00", 昨晚十点. Null for other texts. */
export function pastInstantIn(given: string, now: number, timezone: string): number | null {
  const text = given.trim();
  if (MOMENT.test(text)) return instantIn(text, now, timezone);
  const when = whenIn(text);
  const time = timeOfDayIn(text) ?? (when?.kind === "at" && when.date === null ? timeOfDayText(when) : null);
  if (time === null) return null;
  const ahead = when?.kind === "at" ? (when.day ?? 0) : 0;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  const at = (days: number): number =>
    today.add({ days }).toPlainDateTime(time).toZonedDateTime(timezone).epochMilliseconds;
  return at(ahead) <= now ? at(ahead) : at(-1);
}

function isoMoment(text: string): string | null {
  const padded = text.replace(" ", "T").replace(/T(\d):/i, "T0$1:");
  try {
    const withTime = padded.includes("T") ? padded : `${padded}T00:00`;
    Temporal.PlainDateTime.from(withTime.replace(/Z$/i, ""), { overflow: "reject" });
    return withTime;
  } catch {
    return null;
  }
}

/** The beginning of the day that a text names, as local date and time; null for other texts. */
function dayIn(text: string, now: number, timezone: string): string | null {
  const items = wordsIn(text);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  const [date] = items.flatMap(({ measure }) => (measure?.kind === "date" ? [measure.date] : []));
  const [ahead] = items.flatMap(({ lex }) =>
    (lex?.time ?? []).flatMap((word) => (word.kind === "day" ? [word.offset] : [])),
  );
  const days = weekdayMentionIn(items);
  const [weekday, ...others] = days?.weekdays ?? [];
  if (others.length > 0) return null;
  const found =
    date !== undefined
      ? nextDate(date, today)
      : ahead !== undefined && ahead > 0
        ? today.add({ days: ahead })
        : weekday !== undefined
          ? today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 })
          : null;
  return found === null ? null : `${found.toString()}T00:00`;
}

function local(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });
}
