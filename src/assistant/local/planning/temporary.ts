import { type Command, isPower, type Outcome } from "../../../home/index.ts";
import { areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { saysAtOnce } from "../../../understanding/utterance/objection.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { outcomeSentences } from "../../replies/outcomes.ts";
import { lastFrame } from "../context/last-turn.ts";
import { isJustPlanned } from "../execution/bulk-guard.ts";
import { plannedEffectsOf } from "../execution/plan-commands.ts";
import type { PlanContext, PlanningResult } from "./context.ts";

/** The commands that revert a temporary command; empty where the plan is anything else. */
export function revertingCommands({ kind, id }: PlanRef, { planner, request }: PlanContext): readonly Command[] {
  const { passing = [] } = request.conversation;
  if (kind !== "timer" || !passing.includes(id)) return [];
  return planner.timers.list().find((timer) => timer.id === id)?.commands ?? [];
}

/** Runs the revert of a cancelled temporary command now. Null where there is none, or the policy asks about it. */
export async function endTemporary(
  commands: readonly Command[],
  { home, planner, request, language }: PlanContext,
): Promise<Required<Pick<PlanningResult, "text" | "outcomes">> | null> {
  if (commands.length === 0 || planner.timers.approvals(commands).length > 0) return null;
  const { outcomes } = await home.execute(commands, request.origin, { signal: request.signal });
  return { text: outcomeSentences(home, outcomes, language), outcomes };
}

/**
 * Makes steps temporary that go on from a temporary command ("no, the other one", 客房的也打开), with the same remaining time. Null
 * where the last command was not temporary, or its revert covers these steps as well.
 */
export function forSameDuration(steps: readonly SentenceStep[], context: PlanContext): readonly SentenceStep[] | null {
  const { clock, planner, request } = context;
  const { focus, exchanges } = request.conversation;
  if (focus?.planned?.after !== (exchanges.at(-2) ?? null)) return null;
  const ending = (focus.plans ?? []).map(({ id, kind }) => ({
    id,
    commands: revertingCommands({ id, kind }, context),
  }));
  const devices = new Set(ending.flatMap(({ commands }) => commands).map(({ device }) => device));
  const runs = ending.find(({ commands }) => commands.length > 0);
  const state = runs && planner.timers.list().find(({ id }) => id === runs.id)?.state;
  const doing = steps.filter((step) => step.kind === "do");
  if (state?.kind !== "running" || doing.length === 0 || doing.length < steps.length) return null;
  if (plannedEffectsOf(doing).every(({ target }) => devices.has(target.indexed.device.id))) return null;
  const seconds = Math.round((state.dueAt - clock.now()) / 1000);
  return [{ kind: "later", when: { kind: "for", seconds }, lasting: null, steps: doing }];
}

/** Property types that move a motor. */
const MOVING: ReadonlySet<string> = new Set(["motor-control", "target-position"]);

/**
 * Cancels reverts whose devices were all switched or moved since: "close them" after "open the curtains for ten minutes".
 * @param passing ids of the timers with reverts from before the sentence
 */
export async function cancelOvertaken(
  outcomes: readonly Outcome[],
  passing: readonly string[],
  { home, planner }: Pick<PlanContext, "home" | "planner">,
): Promise<void> {
  const changed = outcomes.filter(({ status }) => status === "confirmed" || status === "accepted");
  const turned = (device: string): boolean =>
    changed.some((outcome) => {
      if (outcome.device !== device) return false;
      if (!("property" in outcome)) return false;
      const property = home.device(device)?.spec.properties.get(outcome.property);
      return property !== undefined && (isPower(property) || MOVING.has(property.type));
    });
  for (const { id, commands } of planner.timers.list()) {
    if (!passing.includes(id) || commands.length === 0) continue;
    if (commands.every(({ device }) => turned(device))) await planner.timers.cancel(id, null);
  }
}

/**
 * Delays a command to the time of the last plan: "and the lights too", right after a delayed command. Null where the sentence is
 * anything else, or the last plan is no single delayed command.
 */
export function scheduleAlongside(
  steps: readonly SentenceStep[],
  context: PlanContext,
): readonly SentenceStep[] | null {
  const { clock, planner, request } = context;
  const { conversation } = request;
  const [step, ...others] = steps;
  const [plan, ...more] = conversation.focus?.plans ?? [];
  if (step?.kind !== "do" || !plan || others.length + more.length > 0 || !isJustPlanned(conversation)) return null;
  const { also, act } = step.frame;
  if (saysAtOnce(request.text)) return null;
  const last = lastFrame(conversation)?.act ?? null;
  if (!also || act === null || last === null || !areSimilarActs(act, last) || step.refusals.length > 0) return null;
  if (conversation.passing?.includes(plan.id)) return null;
  const timer = planner.timers.list().find(({ id }) => id === plan.id);
  if (timer?.state.kind !== "running" || timer.commands.length === 0) return null;
  const seconds = Math.round((timer.state.dueAt - clock.now()) / 1000);
  return seconds > 0 ? [{ kind: "later", when: { kind: "delay", seconds }, lasting: null, steps: [step] }] : null;
}
