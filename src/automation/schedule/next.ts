import { message } from "../../language/index.ts";
import { offsetMs, type Schedule, type TriggerOf, toMs, WEEKDAYS, type Weekday } from "../definition/index.ts";
import { type CronPattern, dailyPattern, nextCron, parseCron } from "./cron.ts";
import { daysOfCycle, type LocalDayTest } from "./days.ts";
import { ScheduleError } from "./schedule-error.ts";
import { type Location, nextSun } from "./sun.ts";
import { timeOfDayMs, type ZoneClock, zoneClock } from "./zone.ts";

/** Where a home is, as far as its schedules care. */
export interface Place {
  /** IANA name. */
  readonly timezone: string;
  readonly location: Location | null;
}

const NO_MOMENT = message("schedule.noMoment");

/** When a schedule is due: the first instant after `after`, null when it never is again. Pure. */
export type NextRun = (after: number) => number | null;

/**
 * Prepares a schedule: what can be worked out once is.
 * @throws ScheduleError with the reason when it can never be worked out (a broken expression, no location for the sun)
 */
export function prepare(schedule: Schedule, place: Place): NextRun {
  const clock = zoneClock(("zone" in schedule && schedule.zone) || place.timezone);
  switch (schedule.type) {
    case "cron":
      return cronRun(parseCron(schedule.expression), clock);
    case "time":
      return cronRun(
        dailyPattern(timeOfDayMs(schedule.at), weekdayNumbers(schedule.weekdays), daysOf(schedule)),
        clock,
      );
    case "sun": {
      const { location } = place;
      if (!location) throw new ScheduleError(message("schedule.noLocation"));
      const weekdays = weekdayNumbers(schedule.weekdays);
      const offset = offsetMs(schedule.offset);
      const days = daysOf(schedule);
      return (after) => nextSun(schedule.event, offset, weekdays, after, location, clock, days);
    }
    case "once": {
      const at = parseMoment(schedule.at ?? "", clock);
      if (at === null) throw new ScheduleError(NO_MOMENT);
      return (after) => (at > after ? at : null);
    }
    case "interval": {
      const every = toMs(schedule.every);
      const from = parseMoment(schedule.from ?? "1970-01-01T00:00:00Z", clock);
      if (from === null) throw new ScheduleError(NO_MOMENT);
      if (every < 1000) throw new ScheduleError(message("schedule.tooShort"));
      return (after) => (after < from ? from : from + (Math.floor((after - from) / every) + 1) * every);
    }
    default:
      return schedule satisfies never;
  }
}

function daysOf({ every, from }: Pick<TriggerOf<"time" | "sun">, "every" | "from">): LocalDayTest | null {
  return every === undefined ? null : daysOfCycle(every, from ?? "1970-01-05");
}

function cronRun(pattern: CronPattern, clock: ZoneClock): NextRun {
  return (after) => nextCron(pattern, after, clock);
}

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

/** An instant as the local date and time of a zone with its offset, as definitions keep it: `2026-12-24T18:00:00+08:00`. */
export function writeMoment(instant: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}
