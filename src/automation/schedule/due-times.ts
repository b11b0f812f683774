import type { Home } from "../../home/index.ts";
import { type Automation, isSchedule } from "../definition/index.ts";
import { prepareWithin } from "./within.ts";

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
