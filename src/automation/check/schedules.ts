import type { Home, Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Schedule } from "../definition/index.ts";
import type { Problems } from "../problems.ts";
import { prepare } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { type Bounded, prepareWithin } from "../schedule/within.ts";

/** What to give instead, keyed by the type. */
export const SCHEDULE_FIXES: Readonly<Record<Schedule["type"], Message>> = {
  cron: message("schedule.fixCron"),
  time: message("schedule.fixTime"),
  sun: message("schedule.fixSun"),
  once: message("schedule.fixOnce"),
  interval: message("schedule.fixInterval"),
};

/** Whether a schedule can be worked out, and is ever due. */
export function checkSchedule(trigger: Schedule, field: string, home: Home, now: number, problems: Problems): void {
  const where = { cron: "expression", time: "at", sun: "event", once: "at", interval: "every" }[trigger.type];
  const value = (trigger as Readonly<Record<string, unknown>>)[where];
  let next: number | null;
  try {
    next = prepare(trigger, home)(now);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    problems.add(`${field}.${where}`, value, error.reason, SCHEDULE_FIXES[trigger.type]);
    return;
  }
  if (next !== null) return;
  const problem = trigger.type === "once" ? message("schedule.passed") : message("schedule.never");
  problems.add(`${field}.${where}`, value, problem, SCHEDULE_FIXES[trigger.type]);
}

/** Whether a schedule never comes within what bounds its automation; a broken one has a problem of its own. */
export function isNeverDue(trigger: Schedule, automation: Bounded, home: Home, now: number): boolean {
  if (trigger.type === "once" && trigger.in !== undefined) return false;
  try {
    return prepareWithin(trigger, automation, home)(now) === null;
  } catch {
    return false;
  }
}
