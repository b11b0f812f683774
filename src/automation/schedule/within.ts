import type { Home } from "../../home/index.ts";
import { dayTestOf } from "../conditions/index.ts";
import { type Automation, type AutomationDraft, isSchedule, type Schedule } from "../definition/index.ts";
import { scheduleOf } from "../triggers/index.ts";
import { type NextRun, parseMoment, type ScheduleLocation } from "./next.ts";
import { DAY_MS, startOfDay, type ZoneClock, zoneClock } from "./zone.ts";

/** What of an automation bounds when it may start. */
export type ScheduleBounds = Pick<AutomationDraft, "conditions" | "until" | "pausedUntil" | "times">;

/** Days that are looked at for one that the conditions let through: leap days come eight years apart at most. */
const MAX_DAYS = 9 * 366;

/**
 * When a schedule of an automation is due: not while that is paused or over, nor on days that its conditions leave out.
 * @throws ScheduleError as `ScheduleWatch.prepare`
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

/** The first moment that it may start (-Infinity: any), and the first when it may not any more (Infinity: none). */
export function activeSpan({ until, pausedUntil }: ScheduleBounds, clock: ZoneClock) {
  const from = pausedUntil === undefined ? null : momentOf(pausedUntil, clock, false);
  const end = until === undefined ? null : momentOf(until, clock, true);
  return { from: from ?? Number.NEGATIVE_INFINITY, end: end ?? Number.POSITIVE_INFINITY };
}

/** A day or a moment as an instant: the beginning of the day, or its end. */
function momentOf(text: string, clock: ZoneClock, end: boolean): number | null {
  if (text.length > "2026-12-24".length) return parseMoment(text, clock);
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : clock.toInstant(midnight + (end ? DAY_MS : 0));
}

/** The most due times of one trigger that are worked out. */
const MAX_TIMES = 1_000;

/** The next due times of an automation after `now`, at most `count`. @throws JiaError when a schedule can't be */
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
