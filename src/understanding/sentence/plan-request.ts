import type { DialogueContext } from "../ground/context.ts";
import { memoizeLast } from "../memoize.ts";
import { type Item, isMark } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { isPlaceName, namesTarget } from "../parse/senses.ts";
import { readTimers } from "../parse/time/timers.ts";
import { readPlanRequest } from "../plans/read.ts";
import type { PlanRequest } from "../plans/request.ts";
import { isConditional } from "../utterance/pieces.ts";
import { eventClauseIn } from "./event-clauses.ts";

/**
 * The request about existing plans in a clause. Null for a clause that makes a plan ("when I get home …", "set the alarm for
 * six"), unless an existing plan fits it.
 */
export const planRequestIn: (items: readonly Item[], source: string, context: DialogueContext) => PlanRequest | null =
  memoizeLast(read);

function read(items: readonly Item[], source: string, context: DialogueContext): PlanRequest | null {
  const existing = readPlanRequest(items, context) ?? besideReasons(items, context);
  if (existing === null) return null;
  return context.plans?.fits(existing) === true || !makesPlan(items, source) ? existing : null;
}

/** Finds the request in a sentence whose other parts only give reasons or repeat it: 我起不来，改八点吧; 不用了，删掉. */
function besideReasons(items: readonly Item[], context: DialogueContext): PlanRequest | null {
  if (!context.plans || items.length > LONGEST || isConditional(items)) return null;
  const parts = partsOf(items);
  if (parts.length < 2 || parts.length > 3) return null;
  const { plans } = context;
  const read = parts.map((part) => {
    const request = readPlanRequest(part, context);
    return request && request.op !== "tell" && plans.fits(request) ? request : null;
  });
  const last = read.findLast((request) => request !== null);
  if (!last) return null;
  const idle = parts.every((part, at) => {
    const same = read[at];
    if (!same) return onlyTells(part);
    return same === last || (same.op === "cancel" && last.op === "cancel");
  });
  return idle ? last : null;
}

const LONGEST = 40;

function partsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isMark(item)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts.filter((part) => part.length > 0);
}

/** Whether the part names nothing of the home, no hour and no act. */
function onlyTells(part: readonly Item[]): boolean {
  if (isQuestion(part)) return false;
  return part.every(
    (item) => !namesTarget(item) && !isPlaceName(item) && item.measure === null && (item.lex?.acts.length ?? 0) === 0,
  );
}

/** Whether the clause would make a plan of its own. */
function makesPlan(items: readonly Item[], source: string): boolean {
  if (eventClauseIn(items, source) !== null) return true;
  const timers = readTimers(items, source);
  return timers?.every(({ op }) => op === "start" || op === "ring") ?? false;
}
