/** Runs steps about plans: timers, delayed commands, automations, scenes, and questions about them. */

import type { ActivateSceneStep, SentenceStep } from "../../../understanding/plan.ts";
import { answerText } from "../reply/answers.ts";
import { cancelPlansFor, tellInventory, tellPlanned } from "./agenda.ts";
import { changeOrAsk } from "./change-plans.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { undoMoves } from "./move-plan.ts";
import { matchesAnyPlan, runPlanRequest } from "./plan-requests.ts";
import { activateScene, deleteScene, makeScene, saveSnapshotScene, tell } from "./scenes.ts";
import { runLater, runWhenever } from "./schedules.ts";
import { runTimer } from "./timers.ts";
import { whyText } from "./why.ts";

export { cancelPlans } from "./agenda.ts";
export { answerWithTime, askTime } from "./ask-time.ts";
export {
  cancelByRemark,
  declineAction,
  dueTimeStep,
  onlyCancels,
} from "./cancel-by-remark.ts";
export { type LocalPlanner, type PlanChoice, PlanContext, type PlanningResult } from "./context.ts";
export { pastTimeQuestion } from "./past-time.ts";
export { pickPlans } from "./pick-plans.ts";
export {
  handlePlanFollowUp,
  isPlanRepair,
  type PlanFollowUpResult,
  replacementPlan,
} from "./plan-follow-ups.ts";
export { revertCommands, scheduleRevert, secondsTo } from "./schedules.ts";
export {
  cancelOvertaken,
  forSameDuration,
  scheduleAlongside,
} from "./temporary.ts";
export { pauseOrResumeTimer } from "./timers.ts";
export { areExplained } from "./why.ts";
export { changeOrAsk, matchesAnyPlan, undoMoves };

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
] as const satisfies readonly SentenceStep["kind"][];

export type PlanStep = Extract<SentenceStep, { kind: (typeof PLANNED)[number] }>;

export function isPlanStep(step: SentenceStep): step is PlanStep {
  return PLANNED.some((kind) => kind === step.kind);
}

/** Whether a step needs the planner. */
export function needsPlanner(step: SentenceStep): boolean {
  return isPlanStep(step) && step.kind !== "unmet";
}

/** Runs a step about plans. @throws JiaError what the planner refuses, ready to be worded */
export async function runPlan(step: PlanStep, context: PlanContext): Promise<PlanningResult> {
  switch (step.kind) {
    case "existing":
      return await runPlanRequest(step.request, context);
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
      return await makeScene(step.name, step.steps, context);
    case "keep-scene":
      return await saveSnapshotScene(step.name, step.targets, context);
    case "remove-scene":
      // Two scenes of one name can exist from before names were unique.
      if (step.alike.length === 1) return await deleteScene(step.scene, context);
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
      return await cancelPlansFor(
        step.devices.map(({ indexed }) => indexed.device.id),
        step.all,
        context,
      );
    case "why":
      return { text: await whyText(step, context) };
    case "unmet":
      return {
        text: context.phrases.unmet(answerText(step.frame, step.query, context.dialogue, (at) => context.time(at))),
      };
    default:
      return step satisfies never;
  }
}

/** Runs a step that makes a plan. */
async function runMade(
  step: Extract<PlanStep, { kind: "timer" | "later" | "whenever" }>,
  context: PlanContext,
): Promise<PlanningResult> {
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

async function runScene(step: ActivateSceneStep, context: PlanContext): Promise<PlanningResult> {
  if (step.meant && step.alike.length === 1) return await activateScene(step.scene, null, context, false);
  return await changeOrAsk(
    step.off ? { op: "leave" } : { op: "activate", value: step.value },
    step.alike.map((id) => ({ kind: "scene", id })),
    false,
    context,
  );
}
