import type { Home } from "../../home/index.ts";
import { dayTestOf } from "../conditions/index.ts";
import { type Automation, type AutomationDraft, isSchedule, type Schedule } from "../definition/index.ts";
import { scheduleOf } from "../triggers/index.ts";
import { type NextRun, parseMoment, type ScheduleLocation } from "./next.ts";
import { DAY_MS, startOfDay, type ZoneClock, zoneClock } from "./zone.ts";

/** The fields of an automation that bound when it may start. */
export type ScheduleBounds = Pick<AutomationDraft, "conditions" | "until" | "pausedUntil" | "times">;

/**
 * The most days that are searched for one on which the conditions can hold: leap days come eight years apart at most.
 */
const MAX_DAYS = 9 * 366;

/**
 * The due times of a schedule within the bounds of its automation: not while it is paused or over, nor on days on
 * which its conditions cannot hold.
 * @throws ScheduleError like `ScheduleWatch.prepare`
 */
export function prepareWithin(schedule: Schedule, automation: ScheduleBounds, place: ScheduleLocation): NextRun {
  const next = scheduleOf(schedule).prepare(schedule, place);
  const clock = zoneClock(place.timezone);
  const { from, end } = activeSpan(automation, clock);
  const tests = (automation.conditions ?? []).flatMap((condition) => dayTestOf(condition) ?? []);
  return (after) => {
    if (automation.times === 0) return null;
    let at = next(Math.max(after, from - 1));
    for (let days = 0; at !== null && at < end && days < MAX_DAYS; days += 1) {
      const midnight = startOfDay(clock.toLocal(at));
      if (tests.every((fits) => fits(midnight))) return at;
      at = next(clock.toInstant(midnight + DAY_MS) - 1);
    }
    return null;
  };
}

/**
 * The first moment at which it may start (-Infinity: any), and the first at which it may not any more (Infinity:
 * none).
 */
export function activeSpan({ until, pausedUntil }: ScheduleBounds, clock: ZoneClock) {
  const from = pausedUntil === undefined ? null : momentOf(pausedUntil, clock, false);
  const end = until === undefined ? null : momentOf(until, clock, true);
  return { from: from ?? Number.NEGATIVE_INFINITY, end: end ?? Number.POSITIVE_INFINITY };
}

/** A day or moment as an instant: for a day its beginning, or its end. */
function momentOf(text: string, clock: ZoneClock, end: boolean): number | null {
  if (text.length > "2026-12-24".length) return parseMoment(text, clock);
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : clock.toInstant(midnight + (end ? DAY_MS : 0));
}

/** The most due times of one trigger that are computed. */
const MAX_TIMES = 1_000;

/**
 * The next due times of an automation after `now`, at most `count`, in milliseconds since the epoch.
 * @throws ScheduleError when a schedule is broken
 */
export function dueTimes(automation: Automation, home: Home, now: number, count: number): number[] {
  const due = automation.triggers.flatMap((trigger) => {
    if (!isSchedule(trigger)) return [];
    const next = prepareWithin(trigger, automation, home);
    const times: number[] = [];
    for (let at = next(now); at !== null && times.length < Math.min(count, MAX_TIMES); at = next(at)) times.push(at);
    return times;
  });
  return [...new Set(due)].sort((a, b) => a - b).slice(0, count);
}
