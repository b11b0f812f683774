import { getTimes } from "suncalc";
import type { SunEvent } from "../definition/basics.ts";
import type { LocalDayTest } from "./days.ts";
import { DAY_MS, startOfDay, weekdayOf, type ZoneClock, zoneClock } from "./zone.ts";

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** How many days to search ahead: polar days and nights end within a year. */
const HORIZON_DAYS = 370;
/** How many days to search ahead with a cycle: the longest cycle, and a year. */
const CYCLE_HORIZON_DAYS = 999 * 7 + HORIZON_DAYS;

/**
 * The instant of an event of the sun on the local day that begins at `midnight` (a local number); null when it does
 * not happen on that day.
 */
export function sunTime(event: SunEvent, midnight: number, location: Location, clock: ZoneClock): number | null {
  // suncalc takes the solar day of the moment it is given: local noon lies in the right one.
  const noon = clock.toInstant(midnight + DAY_MS / 2);
  const time = getTimes(new Date(noon), location.latitude, location.longitude)[event];
  return time === null ? null : Math.round(time.getTime() / 1000) * 1000;
}

/**
 * The first event of the sun after `after`, moved by `offset` milliseconds; null when there is none. `weekdays`:
 * numbers from 0 for Sunday; null: every day.
 */
export function nextSun(
  event: SunEvent,
  offset: number,
  weekdays: readonly number[] | null,
  after: number,
  location: Location,
  clock: ZoneClock,
  isDay: LocalDayTest | null = null,
): number | null {
  let midnight = startOfDay(clock.toLocal(after - offset)) - DAY_MS;
  const horizon = isDay ? CYCLE_HORIZON_DAYS : HORIZON_DAYS;
  for (let days = 0; days < horizon; days += 1, midnight += DAY_MS) {
    if (weekdays && !weekdays.includes(weekdayOf(midnight))) continue;
    if (isDay && !isDay(midnight)) continue;
    const time = sunTime(event, midnight, location, clock);
    if (time !== null && time + offset > after) return time + offset;
  }
  return null;
}

/** Whether the sun is above the horizon. */
export function sunIsUp(at: number, location: Location, clock: ZoneClock): boolean {
  const midnight = startOfDay(clock.toLocal(at));
  const times = getTimes(new Date(clock.toInstant(midnight + DAY_MS / 2)), location.latitude, location.longitude);
  if (times.sunrise === null || times.sunset === null) return times.alwaysUp === true;
  return times.sunrise.getTime() <= at && at < times.sunset.getTime();
}

/**
 * The position of the sun, and its next rise and set in milliseconds since the epoch; null where there is none within
 * a year.
 */
export interface Sun {
  readonly up: boolean;
  readonly rises: number | null;
  readonly sets: number | null;
}

/** The sun over a place at the moment `at`. */
export function sunAt(at: number, location: Location, timezone: string): Sun {
  const clock = zoneClock(timezone);
  return {
    up: sunIsUp(at, location, clock),
    rises: nextSun("sunrise", 0, null, at, location, clock),
    sets: nextSun("sunset", 0, null, at, location, clock),
  };
}
