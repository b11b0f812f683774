import { message } from "../../language/index.ts";
import { WEEKDAYS, type Weekday } from "../definition/basics.ts";
import { type CronPattern, nextCron } from "./cron.ts";
import { daysOfCycle, type LocalDayTest } from "./days.ts";
import type { Location } from "./sun.ts";
import { type ZoneClock, zoneClock } from "./zone.ts";

/** The place of a home for its schedules. */
export interface ScheduleLocation {
  /** IANA name. */
  readonly timezone: string;
  readonly location: Location | null;
}

/** The message for an invalid date and time. */
export const NO_MOMENT = message("schedule.noMoment");

/** Computes the first due time after `after`, both in milliseconds since the epoch; null when there is none. Pure. */
export type NextRun = (after: number) => number | null;

/** The clock of a zone; that of the home when `zone` is left out. */
export function clockOf({ timezone }: Pick<ScheduleLocation, "timezone">, zone?: string): ZoneClock {
  return zoneClock(zone || timezone);
}

/** The due times of a cron pattern. */
export function cronRun(pattern: CronPattern, clock: ZoneClock): NextRun {
  return (after) => nextCron(pattern, after, clock);
}

/** The fields of a daily schedule that leave out days. */
interface Cyclic {
  readonly every?: string | undefined;
  readonly from?: string | undefined;
  readonly zone?: string | undefined;
}

/** The days of a cycle (`2d`, `3w`); null: every day. */
export function cycleDays({ every, from }: Cyclic): LocalDayTest | null {
  return every === undefined ? null : daysOfCycle(every, from ?? "1970-01-05");
}

/**
 * A daily schedule with the first day of its cycle: the first day on which it is due. The same object where it has
 * one, or comes every day.
 */
export function firstDay<Schedule extends Cyclic>(
  schedule: Schedule,
  place: ScheduleLocation,
  now: number,
  prepare: (schedule: Schedule, place: ScheduleLocation) => NextRun,
): Schedule {
  if (schedule.every === undefined || schedule.from !== undefined) return schedule;
  const { every: _, ...daily } = schedule;
  let first: number | null = null;
  try {
    first = prepare(daily as Schedule, place)(now);
  } catch {
    // A broken schedule is reported by its check.
  }
  const local = clockOf(place, schedule.zone).toLocal(first ?? now);
  return { ...schedule, from: new Date(local).toISOString().slice(0, "2026-12-24".length) };
}

/** Weekdays as numbers from 0 for Sunday; null: every day. */
export function weekdayNumbers(weekdays: readonly Weekday[] | undefined): number[] | null {
  return weekdays ? weekdays.map((day) => (WEEKDAYS.indexOf(day) + 1) % 7) : null;
}

const WITH_OFFSET = /(Z|[+-]\d{2}(:?\d{2})?)(\[[^\]]*\])?$/i;

/** The instant of an ISO date and time, local to the zone unless it says its own offset; null when it is not one. */
export function parseMoment(text: string, clock: ZoneClock): number | null {
  try {
    const timePart = text.slice(10);
    if (WITH_OFFSET.test(timePart)) return Temporal.Instant.from(text).epochMilliseconds;
    const local = Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return clock.toInstant(local.toZonedDateTime("UTC").epochMilliseconds);
  } catch {
    return null;
  }
}

/** The local date and time of an instant with its offset, as definitions hold it: `2026-12-24T18:00:00+08:00`. */
export function writeMoment(instant: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}
