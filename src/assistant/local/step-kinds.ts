/** Kinds of steps, as far as running them goes. */
import type { Outcome } from "../../home/index.ts";
import type { Refusal } from "../../understanding/ground/situation.ts";
import { isForAWhile as isPassing } from "../../understanding/parse/when.ts";
import type { DoStep, Step } from "../../understanding/plan.ts";
import { doingsOf, hasFailed } from "./carry.ts";

/** The step, where all of it can be done now; null where it is no command or a part of it was refused. */
export function doableStep(step: Step): DoStep | null {
  return step.kind === "do" && step.refusals.length === 0 ? step : null;
}

/** Whether every device of a delayed step has failed already: "unlock it and lock it again in 5 minutes". */
export function hasNothingLeft({ steps }: Extract<Step, { kind: "later" }>, before: readonly Outcome[]): boolean {
  const doings = doingsOf(steps);
  return doings.length > 0 && doings.every(({ target }) => hasFailed(target.indexed.device.id, before));
}

/** Steps that change nothing. */
const READ_ONLY: ReadonlySet<Step["kind"]> = new Set<Step["kind"]>([
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

/** Whether a step is only about a device or room that this home lacks. */
export function isAbsent(step: Step): boolean {
  if (step.kind === "refuse") return LACKS.has(step.refusal.code);
  return step.kind === "do" && step.doings.length === 0 && step.refusals.every(({ code }) => LACKS.has(code));
}

/** Whether a step asks about existing plans. */
export function isAboutPlans(step: Step): boolean {
  if (step.kind === "timer") return step.intent.op === "remaining";
  return step.kind === "existing" && step.request.op === "tell";
}

export function changesNothing(step: Step): boolean {
  return READ_ONLY.has(step.kind) || isAboutPlans(step);
}

type TemporaryStep = Extract<Step, { kind: "later" }> & { readonly when: { readonly kind: "for" | "until" } };

/** Whether a step is done now and reverted later: "for 10 minutes". */
export function isForAWhile(step: Step): step is TemporaryStep {
  return step.kind === "later" && isPassing(step.when);
}
