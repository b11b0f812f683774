import { type Command, JiaError } from "../../../home/index.ts";
import { errorText, packOf } from "../../../language/index.ts";
import type { MovedPlan, PlanChange, PlanRef } from "../../plan-changes.ts";
import { joinSentences } from "../execution/undo.ts";
import { adjustPlan } from "./adjust-rule.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { movePlan, type PlanMove } from "./move-plan.ts";
import { activateScene, undoScene } from "./scenes.ts";
import { endTemporary, revertingCommands } from "./temporary.ts";

/** Changes these plans. Asks which one is meant where there are several and `all` is false. */
export async function changeOrAsk(
  change: PlanChange,
  plans: readonly PlanRef[],
  all: boolean,
  context: PlanContext,
): Promise<PlanningResult & { readonly failed?: boolean }> {
  if (plans.length > 1 && !all) return askWhich(change, plans, context);
  if (change.op === "activate" || change.op === "leave") return await changeScenes(change, plans, context);
  if (change.op === "move") return await moveAll((plan) => movePlan(plan, change.to, context), plans, context);
  if (change.op === "adjust") return await moveAll((plan) => adjustPlan(plan, change.to, context), plans, context);
  return await changePlans(change, plans, context);
}

/** Activates scenes, or reverts what they changed. */
async function changeScenes(
  change: SceneChange,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanningResult> {
  const [only, ...others] = plans;
  const perform = ({ id }: PlanRef): Promise<PlanningResult> =>
    change.op === "leave" ? undoScene(id, context) : activateScene(id, change.value, context);
  if (only && others.length === 0) return await perform(only);
  const done: PlanningResult[] = [];
  for (const plan of plans) done.push(await perform(plan));
  const text = joinSentences(
    done.map((each) => each.text),
    context,
  );
  return { text, outcomes: done.flatMap(({ outcomes = [] }) => outcomes) };
}

/** Moves plans or changes their bounds, one by one; refusals are worded. */
async function moveAll(
  move: (plan: PlanRef) => Promise<PlanMove>,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanningResult & { readonly failed: boolean }> {
  const texts: string[] = [];
  const moved: MovedPlan[] = [];
  for (const plan of plans) {
    try {
      const { text, moved: before, made } = await move(plan);
      texts.push(text);
      if (before) moved.push(before);
      if (made) moved.push({ plan: made, before: { kind: "made" } });
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      texts.push(error.code === "not-found" ? context.phrases.gone : errorText(error, context.language));
    }
  }
  const kept = moved.map(({ plan }) => plan);
  return { text: joinSentences(texts, context), plans: kept, moved, failed: moved.length < plans.length };
}

type SceneChange = Extract<PlanChange, { readonly op: "activate" | "leave" }>;
type LifecycleChange = Exclude<PlanChange, SceneChange | { readonly op: "move" | "adjust" }>;

/** The question which of these plans is meant. */
function askWhich(change: PlanChange, options: readonly PlanRef[], context: PlanContext): PlanningResult {
  const called = options.map((plan) => context.nameOf(plan) ?? context.phrases.gone);
  // "alarm, alarm or alarm" would be no question.
  const names = options.map((plan, at) => {
    const name = called[at] ?? "";
    return called.filter((each) => each === name).length > 1 ? context.apart(plan, name) : name;
  });
  return { text: context.phrases.which(names), choice: { change, options } };
}

/** Changes plans one by one, and words the changes and the refusals. */
async function changePlans(
  change: LifecycleChange,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanningResult & { readonly failed: boolean }> {
  const { language, phrases } = context;
  const done: string[] = [];
  const kept: PlanRef[] = [];
  const ending: Command[] = [];
  const refused = new Set<string>();
  for (const plan of plans) {
    const ends = change.op === "cancel" ? revertingCommands(plan, context) : [];
    try {
      done.push(await changePlan(change, plan, context));
      ending.push(...ends);
      if (change.op !== "cancel") kept.push(plan);
    } catch (error) {
      if (!(error instanceof JiaError) || error.code === "internal") throw error;
      refused.add(error.code === "not-found" ? phrases.gone : errorText(error, language));
    }
  }
  const text = done.length > 0 ? [changedText(change, done, context)] : [];
  const ended = await endTemporary(ending, context);
  const all = [...text, ...(ended ? [ended.text] : []), ...refused];
  return { ...ended, text: joinSentences(all, context), plans: kept, failed: refused.size > 0 };
}

function changedText({ op }: LifecycleChange, done: readonly string[], { language, phrases }: PlanContext): string {
  switch (op) {
    case "cancel":
      return phrases.cancelled(done);
    case "pause":
      return phrases.paused(packOf(language).grammar.list(done, "and"));
    case "resume":
      return phrases.resumed(packOf(language).grammar.list(done, "and"));
    case "add":
      return joinSentences(done, { language });
    default:
      return op satisfies never;
  }
}

/**
 * Changes one plan.
 * @returns its name; for a timer that was made longer the sentence about it
 * @throws JiaError `not-found` where it is gone, and what else the planner refuses
 */
export async function changePlan(
  change: LifecycleChange,
  { kind, id }: PlanRef,
  context: PlanContext,
): Promise<string> {
  const { planner, request } = context;
  if (kind === "timer") {
    switch (change.op) {
      case "cancel":
      case "pause":
      case "resume":
        return context.called(await planner.timers[change.op](id, request.origin));
      case "add": {
        const timer = await planner.timers.add(id, change.milliseconds, request.origin);
        return context.phrases.added(context.called(timer), context.left(timer));
      }
      default:
        return change satisfies never;
    }
  }
  // Only timers are asked about for anything else.
  if (change.op !== "cancel") throw new JiaError("not-found", { what: kind, id });
  const removed = await (kind === "automation" ? planner.automations : planner.scenes).remove(id, request.origin);
  return context.calledRule(removed.definition);
}
