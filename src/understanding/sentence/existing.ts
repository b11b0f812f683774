import { readExisting } from "../existing/read.ts";
import type { PlanRequest } from "../existing/request.ts";
import type { Situation } from "../ground/situation.ts";
import { remembering } from "../once.ts";
import type { Item } from "../parse/items.ts";
import { readTimers } from "../parse/timer.ts";
import { happeningIn } from "./happening.ts";

/**
 * What a clause says of plans that there are; null for one that makes a plan ("when I get home …", "set the alarm for six")
 * where none that there is fits it.
 */
export const existingIn: (items: readonly Item[], source: string, situation: Situation) => PlanRequest | null =
  remembering(read);

function read(items: readonly Item[], source: string, situation: Situation): PlanRequest | null {
  const existing = readExisting(items, situation);
  if (existing === null) return null;
  return situation.plans?.fits(existing) === true || !makesPlan(items, source) ? existing : null;
}

function makesPlan(items: readonly Item[], source: string): boolean {
  if (happeningIn(items, source) !== null) return true;
  const timers = readTimers(items, source);
  return timers?.every(({ op }) => op === "start" || op === "ring") ?? false;
}
