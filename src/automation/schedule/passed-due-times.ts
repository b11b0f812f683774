import { toMs } from "../definition/durations.ts";
import type { Missed } from "../definition/schedules.ts";
import type { NextRun } from "./next.ts";
import { DAY_MS } from "./zone.ts";

/** A due time this much in the past is on time: the process was busy, not absent. Milliseconds. */
export const ON_TIME_MS = 5_000;
/** The most due times that are counted; beyond that the count is a lower bound. */
const MAX_COUNTED = 5_000;
/** Starts of counting when there are too many, in milliseconds before now, tried in order until few enough are left. */
const SHORTER = [30 * DAY_MS, DAY_MS, 3_600_000, 60_000, 2_000];

/** The due times that have passed. */
export interface PassedDueTimes {
  readonly first: number;
  readonly last: number;
  /** The due time before the last; null when there is only one. */
  readonly previous: number | null;
  readonly count: number;
}

/** All due times from `first` (which has passed) to `now`. */
export function passedDueTimes(next: NextRun, first: number, now: number): PassedDueTimes {
  let counted = walk(next, first, now);
  for (const back of SHORTER) {
    if (!counted.more) break;
    const start = next(now - back);
    if (start === null || start > now) continue;
    const tail = walk(next, start, now);
    counted = { ...tail, count: Math.max(counted.count, tail.count) };
  }
  return { first, last: counted.last, previous: counted.previous, count: counted.count };
}

function walk(next: NextRun, first: number, now: number): Omit<PassedDueTimes, "first"> & { more: boolean } {
  let [last, previous, count]: [number, number | null, number] = [first, null, 1];
  for (let due = next(last); due !== null && due <= now; due = next(due)) {
    if (count === MAX_COUNTED) return { last, previous, count, more: true };
    [previous, last] = [last, due];
    count += 1;
  }
  return { last, previous, count, more: false };
}

/** Whether the last due time still runs now. */
export function runsWhenLate(missed: Missed, lastDue: number, now: number): boolean {
  if (now - lastDue <= ON_TIME_MS || missed === "run_once") return true;
  return missed !== "skip" && now - lastDue <= toMs(missed.within);
}
