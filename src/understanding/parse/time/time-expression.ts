import type { Item } from "../items.ts";
import { nextDate } from "../measure/dates.ts";
import type { CalendarDate } from "../measure/measures.ts";
import type { WeekdayOccurrence } from "./weekdays.ts";

/** When something shall happen, as it was said. */
export type TimeExpression =
  | { readonly kind: "delay"; readonly seconds: number }
  /** Now, and reverted after this time. */
  | { readonly kind: "for"; readonly seconds: number }
  /** Now, and reverted then. */
  | { readonly kind: "until"; readonly end: ClockExpression }
  | { readonly kind: "interval"; readonly seconds: number }
  | ClockExpression
  | {
      readonly kind: "sun";
      readonly event: "sunrise" | "sunset";
      readonly offsetSeconds: number;
      readonly weekdays: readonly number[];
    };

/** A time of day. */
export interface ClockExpression {
  readonly kind: "at";
  readonly hour: number;
  readonly minute: number;
  /** Days from today; null when no day was said. */
  readonly day: number | null;
  /** The day of the calendar; null when none was said. */
  readonly date: CalendarDate | null;
  /** ISO weekdays, 1 = Monday; empty: once. */
  readonly weekdays: readonly number[];
  /** Only the next of that one weekday, or the one in the week after this; null: each of them. */
  readonly once: WeekdayOccurrence | null;
  /** The half of the day was said; otherwise the next time that a clock shows the hour. */
  readonly exact: boolean;
}

/** What the words of time in a clause say, and the clause without them. */
export interface TimeExtraction {
  readonly when: TimeExpression | null;
  /** Seconds until it is reverted: "at seven for an hour"; null: not at all. */
  readonly lasting: number | null;
  /** The clause without the words of time. */
  readonly rest: readonly Item[];
}

/** Seconds from now until the next such moment, in the home's time zone. */
export function secondsUntil(when: ClockExpression, now: number, timezone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const on = (days: number, hour: number): Temporal.ZonedDateTime =>
    local.add({ days }).with({ hour, minute: when.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const [weekday] = when.once === null ? [] : when.weekdays;
  if (weekday !== undefined) {
    const ahead = (weekday - local.dayOfWeek + 7) % 7;
    // "next Monday" is that of the week after this one.
    const days = when.once === "next" ? 7 - local.dayOfWeek + weekday : ahead;
    const due = on(days, when.hour).epochMilliseconds;
    return ((due > now ? due : on(days + 7, when.hour).epochMilliseconds) - now) / 1000;
  }
  if (when.date !== null) return secondsUntilDate(when, when.date, local);
  if (when.day !== null && when.day > 0) return (on(when.day, when.hour).epochMilliseconds - now) / 1000;
  // "at 7", said in the afternoon, is in the evening, unless the half of the day was said.
  const hours = when.exact || when.hour === 0 || when.hour > 12 ? [when.hour] : [when.hour % 12, (when.hour % 12) + 12];
  const moments = [0, 1]
    .flatMap((days) => hours.map((hour) => on(days, hour).epochMilliseconds))
    .filter((at) => at > now);
  return (Math.min(...moments) - now) / 1000;
}

/** Seconds until that hour on the next such day. If the hour has passed this morning, the evening counts. */
function secondsUntilDate(when: ClockExpression, date: CalendarDate, now: Temporal.ZonedDateTime): number {
  const half = when.exact || when.hour === 0 || when.hour >= 12 ? [] : [when.hour + 12];
  let from = now.toPlainDate();
  for (;;) {
    const day = nextDate(date, from);
    if (day === null) throw new RangeError("no such date");
    for (const hour of [when.hour, ...half]) {
      const due = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour, minute: when.minute } });
      const seconds = (due.epochMilliseconds - now.epochMilliseconds) / 1000;
      if (seconds > 0) return seconds;
    }
    from = day.add({ days: 1 });
  }
}

/**
 * Resolves a time after another one in the same sentence: "at sunset …, at eleven …" is eleven in the evening, and it recurs if
 * the first one does.
 */
export function momentAfter(when: TimeExpression, before: TimeExpression | null): TimeExpression {
  const next = inherited(when, before);
  const open = when.kind === "at" && when.day === null && when.date === null && when.weekdays.length === 0;
  if (!open || next.kind !== "at" || before?.kind !== "at") return next;
  // "Tomorrow at ten in the evening …, at six …": an earlier hour is on the day after.
  return next.hour * 60 + next.minute < before.hour * 60 + before.minute ? dayAfter(next) : next;
}

/** The same time of day one day later. */
export function dayAfter(when: ClockExpression): ClockExpression {
  const weekdays = when.weekdays.map((day) => (day % 7) + 1).sort((a, b) => a - b);
  return { ...when, day: when.day === null ? null : when.day + 1, weekdays };
}

function inherited(when: TimeExpression, before: TimeExpression | null): TimeExpression {
  if (before === null || (when.kind !== "at" && when.kind !== "sun")) return when;
  const days =
    before.kind === "sun" && before.weekdays.length === 0
      ? EVERY_DAY
      : before.kind === "sun" || before.kind === "at"
        ? before.weekdays
        : [];
  if (when.kind === "sun") return when.weekdays.length > 0 ? when : { ...when, weekdays: days };
  const same = when.weekdays.length === 0 && when.day === null && when.date === null;
  const weekdays = same ? days : when.weekdays;
  const once = same && before.kind === "at" ? before.once : when.once;
  const day = when.day ?? (before.kind === "at" && weekdays.length === 0 && when.date === null ? before.day : null);
  const date = same && before.kind === "at" ? before.date : when.date;
  const hourBefore =
    before.kind === "sun" ? (before.event === "sunset" ? SUNSET_HOUR : 0) : before.kind === "at" ? before.hour : 0;
  if (when.exact || when.hour > 12 || hourBefore < 12) return { ...when, day, date, weekdays, once };
  // Twelve after an evening is midnight; an hour that is not later in the afternoon is in the morning.
  const hour = when.hour === 12 ? 0 : when.hour + 12 > hourBefore ? when.hour + 12 : when.hour;
  return { ...when, hour, day, date, weekdays, once, exact: true };
}

/** A recurring time: on weekdays, with the sun, or at an interval. */
export type Recurring =
  | Extract<TimeExpression, { kind: "sun" | "interval" }>
  | (ClockExpression & { readonly weekdays: readonly [number, ...number[]]; readonly once: null });

export function isRecurring(when: TimeExpression): when is Recurring {
  if (when.kind === "at") return when.weekdays.length > 0 && when.once === null;
  return when.kind === "sun" || when.kind === "interval";
}

/** Whether it is done now and reverted later. */
export function isTemporary(when: TimeExpression): when is Extract<TimeExpression, { kind: "for" | "until" }> {
  return when.kind === "for" || when.kind === "until";
}

/** 1 = Monday. */
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
/** Earliest sunset, as an hour. */
const SUNSET_HOUR = 16;
