/** What the steps of a sentence are, as far as carrying them out goes. */
import type { Outcome } from "../../home/index.ts";
import type { Refusal } from "../../understanding/ground/situation.ts";
import { isForAWhile as isPassing } from "../../understanding/parse/times.ts";
import type { DoStep, Step } from "../../understanding/plan.ts";
import { doingsOf, hasFailed } from "./carry.ts";

/** The step, where all of it can be done now; null where it is no command or a part of it was refused. */
export function doableStep(step: Step): DoStep | null {
  return step.kind === "do" && step.refusals.length === 0 ? step : null;
}

/** Whether all that it would do something with came to nothing already: "unlock it and lock it again in 5 minutes". */
export function hasNothingLeft({ steps }: Extract<Step, { kind: "later" }>, before: readonly Outcome[]): boolean {
  const doings = doingsOf(steps);
  return doings.length > 0 && doings.every(({ target }) => hasFailed(target.indexed.device.id, before));
}

/** Steps that change nothing. */
const ASKING: ReadonlySet<Step["kind"]> = new Set<Step["kind"]>([
  "answer",
  "planned",
  "inventory",
  "tell-scene",
  "why",
  "unmet",
  "ask",
  "refuse",
  "talk",
  "offer",
]);

const LACKS: ReadonlySet<Refusal["code"]> = new Set<Refusal["code"]>(["no-device", "no-room"]);

/** Whether it is about a thing or a room that this home lacks, and about nothing else. */
export function isAbsent(step: Step): boolean {
  if (step.kind === "refuse") return LACKS.has(step.refusal.code);
  return step.kind === "do" && step.doings.length === 0 && step.refusals.every(({ code }) => LACKS.has(code));
}

/** Whether it asks about plans that there are. */
export function isAboutPlans(step: Step): boolean {
  if (step.kind === "timer") return step.intent.op === "remaining";
  return step.kind === "existing" && step.request.op === "tell";
}

export function changesNothing(step: Step): boolean {
  return ASKING.has(step.kind) || isAboutPlans(step);
}

type ForAWhile = Extract<Step, { kind: "later" }> & { readonly when: { readonly kind: "for" | "until" } };

/** "for 10 minutes": done now, put back later. */
export function isForAWhile(step: Step): step is ForAWhile {
  return step.kind === "later" && isPassing(step.when);
}
