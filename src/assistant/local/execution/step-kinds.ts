/** Kinds of steps, as far as running them goes. */
import type { Outcome } from "../../../home/index.ts";
import type { Refusal } from "../../../understanding/ground/context.ts";
import { isTemporary as isPassing } from "../../../understanding/parse/time/time-expression.ts";
import type { DoStep, SentenceStep } from "../../../understanding/plan.ts";
import { hasFailed, plannedEffectsOf } from "./plan-commands.ts";

/** The step, where all of it can be done now; null where it is no command or a part of it was refused. */
export function doableStep(step: SentenceStep): DoStep | null {
  return step.kind === "do" && step.refusals.length === 0 ? step : null;
}

/** Whether every device of a delayed step has failed already: "unlock it and lock it again in 5 minutes". */
export function hasOnlyFailed(
  { steps }: Extract<SentenceStep, { kind: "later" }>,
  before: readonly Outcome[],
): boolean {
  const doings = plannedEffectsOf(steps);
  return doings.length > 0 && doings.every(({ target }) => hasFailed(target.indexed.device.id, before));
}

/** Steps that change nothing. */
const READ_ONLY: ReadonlySet<SentenceStep["kind"]> = new Set<SentenceStep["kind"]>([
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
export function refersToAbsent(step: SentenceStep): boolean {
  if (step.kind === "refuse") return LACKS.has(step.refusal.code);
  return step.kind === "do" && step.doings.length === 0 && step.refusals.every(({ code }) => LACKS.has(code));
}

/** Whether a step asks about existing plans. */
export function asksAboutPlans(step: SentenceStep): boolean {
  if (step.kind === "timer") return step.intent.op === "remaining";
  return step.kind === "existing" && step.request.op === "tell";
}

export function changesNothing(step: SentenceStep): boolean {
  return READ_ONLY.has(step.kind) || asksAboutPlans(step);
}

type TemporaryStep = Extract<SentenceStep, { kind: "later" }> & { readonly when: { readonly kind: "for" | "until" } };

/** Whether a step is done now and reverted later: "for 10 minutes". */
export function isTemporaryStep(step: SentenceStep): step is TemporaryStep {
  return step.kind === "later" && isPassing(step.when);
}
