/** Runs steps about plans: timers, delayed commands, automations, scenes, and questions about them. */

import type { SceneStep, Step } from "../../../understanding/plan.ts";
import { answerText } from "../reply/answers.ts";
import { tellInventory, tellPlanned, unplan } from "./agenda.ts";
import { changeOrAsk } from "./choice.ts";
import type { PlanContext, Planned } from "./context.ts";
import { fitsAny, runExisting } from "./existing.ts";
import { moveBack } from "./moving.ts";
import { activate, keep, make, remove, tell } from "./scenes.ts";
import { runLater, runWhenever } from "./schedules.ts";
import { runTimer } from "./timers.ts";
import { whyText } from "./why.ts";

export { type FollowedPlan, followPlans, isRepair, plannedInstead } from "./after.ts";
export { takeBack } from "./agenda.ts";
export { type LocalPlanner, type PlanChoice, PlanContext, type Planned } from "./context.ts";
export { goneToday } from "./gone-today.ts";
export { alsoThen, forAsLong, overtaken } from "./passing.ts";
export { picked } from "./pick.ts";
export { cancelledAs, deedDeclined, planToTell, takesAway } from "./remarked.ts";
export { putBack, revertOf, secondsTo } from "./schedules.ts";
export { setTimer } from "./timers.ts";
export { answeredWhen, askWhen } from "./when.ts";
export { areExplained } from "./why.ts";
export { changeOrAsk, fitsAny, moveBack };

const PLANNED = [
  "timer",
  "existing",
  "later",
  "whenever",
  "scene",
  "make-scene",
  "keep-scene",
  "remove-scene",
  "tell-scene",
  "inventory",
  "planned",
  "unplan",
  "why",
  "unmet",
] as const satisfies readonly Step["kind"][];

export type PlanStep = Extract<Step, { kind: (typeof PLANNED)[number] }>;

export function isPlanStep(step: Step): step is PlanStep {
  return PLANNED.some((kind) => kind === step.kind);
}

/** Whether a step needs the planner. */
export function needsPlanner(step: Step): boolean {
  return isPlanStep(step) && step.kind !== "unmet";
}

/** Runs a step about plans. @throws JiaError what the planner refuses, ready to be worded */
export async function runPlan(step: PlanStep, context: PlanContext): Promise<Planned> {
  switch (step.kind) {
    case "existing":
      return await runExisting(step.request, context);
    case "timer":
    case "later":
    case "whenever":
      context.bounds = step.bounds ?? [];
      try {
        return await runMade(step, context);
      } finally {
        context.bounds = [];
      }
    case "scene":
      context.transition = step.transition ?? null;
      try {
        return await runScene(step, context);
      } finally {
        context.transition = null;
      }
    case "make-scene":
      return await make(step.name, step.steps, context);
    case "keep-scene":
      return await keep(step.name, step.targets, context);
    case "remove-scene":
      // Two scenes of one name can exist from before names were unique.
      if (step.alike.length === 1) return await remove(step.scene, context);
      return await changeOrAsk(
        { op: "cancel" },
        step.alike.map((id) => ({ kind: "scene", id })),
        false,
        context,
      );
    case "tell-scene":
      return tell(step.scene, context);
    case "inventory":
      return tellInventory(step.of, context);
    case "planned":
      return await tellPlanned(
        step,
        step.devices.map(({ indexed }) => indexed.device.id),
        context,
      );
    case "unplan":
      return await unplan(
        step.devices.map(({ indexed }) => indexed.device.id),
        step.all,
        context,
      );
    case "why":
      return { text: await whyText(step, context) };
    case "unmet":
      return {
        text: context.phrases.unmet(answerText(step.frame, step.query, context.situation, (at) => context.time(at))),
      };
    default:
      return step satisfies never;
  }
}

/** Runs a step that makes a plan. */
async function runMade(
  step: Extract<PlanStep, { kind: "timer" | "later" | "whenever" }>,
  context: PlanContext,
): Promise<Planned> {
  switch (step.kind) {
    case "timer":
      return await runTimer(step.intent, context);
    case "later":
      return await runLater(step, context);
    case "whenever":
      return await runWhenever(step, context);
    default:
      return step satisfies never;
  }
}

async function runScene(step: SceneStep, context: PlanContext): Promise<Planned> {
  if (step.meant && step.alike.length === 1) return await activate(step.scene, null, context, false);
  return await changeOrAsk(
    step.off ? { op: "leave" } : { op: "activate", value: step.value },
    step.alike.map((id) => ({ kind: "scene", id })),
    false,
    context,
  );
}
