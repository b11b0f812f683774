import { type Timer, WEEKDAYS } from "../../../automation/index.ts";
import type { Command } from "../../../home/index.ts";
import type { Item } from "../../../understanding/parse/items.ts";
import {
  actReachingState,
  areOppositeActs,
  areSimilarActs,
  isClosingAct,
} from "../../../understanding/parse/opposite-acts.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { planFollowUpIn, ruleBoundFollowUpIn, unwantedIn } from "../../../understanding/plans/follow-ups.ts";
import type { RequestedChange } from "../../../understanding/plans/request.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { understand } from "../../../understanding/understand.ts";
import { type Objection, objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation } from "../../contract.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { lastFrame, parseFrame } from "../context/last-turn.ts";
import { isJustPlanned } from "../execution/bulk-guard.ts";
import { isAdjustable, ruleChange } from "./adjust-rule.ts";
import { cancelPlans } from "./agenda.ts";
import { allPlansNamed } from "./all-plans.ts";
import { changeOrAsk, changePlan } from "./change-plans.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { countsDown, durationUnit, isMovable, undoMoves } from "./move-plan.ts";
import { saveAutomation, triggersFor } from "./schedules.ts";

/** The result of a text about the last plan. `undo`: the commands that were done at once are reverted as well. */
export interface PlanFollowUpResult extends PlanningResult {
  readonly undo?: true;
  /** Delayed commands that run at once. */
  readonly commands?: readonly Command[];
}

/**
 * Handles a text right after a plan that does not name the plan: "no, 6:30", "five more", "weekdays only", "leave it on", 别关了.
 * @returns null where the text or the turn before is about anything else; "unclear" where it may be about the plan or about
 * what the plan does
 */
export async function handlePlanFollowUp(
  text: string,
  context: PlanContext,
): Promise<PlanFollowUpResult | "unclear" | null> {
  const { conversation } = context.request;
  const plans = conversation.focus?.plans ?? [];
  const about = conversation.focus?.planned;
  if (plans.length === 0) return null;
  const every = allPlansNamed(text, context);
  if (every) return every.length > 0 ? await cancelPlans(every, context) : "unclear";
  if (!about || about.after !== (conversation.exchanges.at(-2) ?? null)) return null;
  const adjusted = await adjustedPlan(text, plans, context);
  if (adjusted !== null) return adjusted;
  if (about.made) {
    const taken = await takenBack(text, plans, context);
    if (taken) return taken;
  }
  const said = planFollowUpIn(text, context.dialogue);
  const [plan, ...others] = plans;
  if (said === null || plan === undefined || others.length > 0) return null;
  switch (said.kind) {
    case "instead":
      // "5 minutes" after "a timer for 20 minutes" may as well be one more.
      if (said.bare && isOnlyTimer(plan, context)) return null;
      if (said.to.kind === "number") return await movedToNumber(said.to.value, plan, said.denies, context);
      return isMovable(plan, said.to, context)
        ? await changeOrAsk({ op: "move", to: said.to }, [plan], false, context)
        : null;
    case "number":
      return commands(plan, context) ? await movedToNumber(said.value, plan, false, context) : null;
    case "more": {
      const seconds = said.seconds ?? inUnits(said.count, plan, context);
      const to = seconds === null ? null : ({ kind: "by", seconds: seconds * said.sign } as const);
      return to && isMovable(plan, to, context) ? await changeOrAsk({ op: "move", to }, [plan], false, context) : null;
    }
    case "days": {
      const weekdays = said.without ? otherDays(plan, said.weekdays, context) : said.weekdays;
      return (await recurring(plan, weekdays, context)) ?? (await onDays(plan, weekdays, context));
    }
    case "now": {
      const act = lastFrame(conversation)?.act ?? null;
      const timer = timerOf(plan, context);
      if (!timer || timer.commands.length === 0 || didSomething(conversation)) return null;
      if (said.act !== null && (act === null || !areSimilarActs(act, said.act))) return null;
      return { ...(await cancelPlans([plan], context)), commands: timer.commands };
    }
    default:
      return said satisfies never;
  }
}

/** "Until Friday", "leave the floor lamp out", 夏天不要: changes the bounds of the rule. Null for any other text. */
async function adjustedPlan(
  text: string,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanningResult | "unclear" | null> {
  const [plan, ...others] = plans;
  if (plan === undefined || others.length > 0) return null;
  const said = ruleBoundFollowUpIn(text, context.dialogue);
  const change = said && ruleChange(said, context);
  if (!change) return null;
  if (isAdjustable(plan, change, context))
    return await changeOrAsk({ op: "adjust", to: change }, [plan], false, context);
  // The only lamp of a rule cannot be left out.
  return plan.kind === "automation" && change.kind === "without" && doesTo(plan, change.devices, context)
    ? "unclear"
    : null;
}

function doesTo(plan: PlanRef, devices: readonly string[], { planner }: PlanContext): boolean {
  return planner.automations.commanding(devices).some(({ definition }) => definition.id === plan.id);
}

/** "No, make that an alarm for 8", right after a plan: the steps that plan something else instead. Null for any other text. */
export function replacementPlan(text: string, { request, dialogue }: PlanContext): readonly SentenceStep[] | null {
  if (!isJustPlanned(request.conversation)) return null;
  for (const objection of meantInstead(text)) {
    if (objection.kind !== "instead") continue;
    const meant = understand(objection.rest, dialogue, null);
    if (meant.kind !== "plan" || meant.frames.some(({ also }) => also)) continue;
    const { steps } = meant;
    if (steps.length > 0 && steps.every(makesPlan)) return steps;
  }
  return null;
}

/** "No, the floor lamp", right after a plan with commands: whether the text corrects that plan, and commands nothing for now. */
export function isPlanRepair(text: string, context: PlanContext): boolean {
  const { conversation } = context.request;
  if (!isJustPlanned(conversation) || !conversation.focus?.plans?.some((plan) => commands(plan, context))) return false;
  return meantInstead(text).some((objection) => {
    const { act, asking, heads, places } = parseFrame(objection.rest, context.dialogue);
    const { act: last = null } = lastFrame(conversation) ?? {};
    const same = act === null || (last !== null && areSimilarActs(act, last));
    return same && asking === null && heads.length + places.length > 0;
  });
}

/** The corrections in a text that name a replacement for sure. 七点的闹钟不要了 only names what is not wanted. */
function meantInstead(text: string): readonly Extract<Objection, { kind: "instead" | "other" }>[] {
  const objections = objectionsIn(text);
  if (objections.some(({ kind }) => kind === "spare")) return [];
  return objections
    .filter((each) => each.kind === "other" || each.kind === "instead")
    .filter((each) => !("weak" in each && each.weak));
}

function makesPlan(step: SentenceStep): boolean {
  if (step.kind === "timer") return step.intent.op === "start" || step.intent.op === "ring";
  return step.kind === "later" || step.kind === "whenever";
}

/** "No", "don't", "leave it on": cancels the last plan, or reverts its last change. Null for any other text. */
async function takenBack(
  text: string,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanFollowUpResult | null> {
  const { conversation } = context.request;
  const moved = conversation.focus?.moved ?? [];
  // A "no" to a temporary command ends it now, even after its end was moved.
  const runs = plans.some(({ id }) => conversation.passing?.includes(id));
  if (moved.length > 0 && !runs)
    return (
      (await unwanted(text, plans, context)) ??
      (await movedBack(text, moved, context)) ??
      (staysOtherwise(text, plans, context) ? await cancelPlans(plans, context) : null)
    );
  const act = plans.some((plan) => commands(plan, context)) ? (lastFrame(conversation)?.act ?? null) : null;
  // A temporary command ran at once, and its plan is the revert.
  const now = didSomething(conversation) || runs;
  for (const objection of objectionsIn(text)) {
    if (objection.kind === "back") {
      if (objection.act === null)
        return { ...(await cancelPlans(plans, context)), ...(now && { undo: true as const }) };
      if (act === null) continue;
      if (areSimilarActs(act, objection.act))
        return { ...(await cancelPlans(plans, context)), ...(now && { undo: true as const }) };
      if (now && areOppositeActs(act, objection.act)) return await cancelPlans(plans, context, { stays: true });
    }
    if (objection.kind !== "stay") continue;
    const wanted = actReachingState(objection.state);
    if (act === null || wanted === null) continue;
    if (now ? areSimilarActs(act, wanted) : areOppositeActs(act, wanted))
      return await cancelPlans(plans, context, { stays: true });
  }
  return await unwanted(text, plans, context);
}

/** Whether a text contradicts a moved plan: "leave it on" after its switch-off was moved. */
function staysOtherwise(text: string, plans: readonly PlanRef[], context: PlanContext): boolean {
  const { act = null } = lastFrame(context.request.conversation) ?? {};
  if (act === null || !plans.every((plan) => commands(plan, context))) return false;
  return objectionsIn(text).some((objection) => {
    const wanted = objection.kind === "stay" ? actReachingState(objection.state) : null;
    return wanted !== null && areOppositeActs(act, wanted);
  });
}

/** "Cancel it, I don't need it", 别叫了, after a plan was changed: cancels it. Null for any other text. */
async function unwanted(
  text: string,
  plans: readonly PlanRef[],
  context: PlanContext,
): Promise<PlanFollowUpResult | null> {
  const said = unwantedIn(text);
  if (said === null) return null;
  if (said.act === null) return await cancelPlans(plans, context);
  const act = plans.some((plan) => commands(plan, context))
    ? (lastFrame(context.request.conversation)?.act ?? null)
    : null;
  return act !== null && areSimilarActs(act, said.act) ? await cancelPlans(plans, context) : null;
}

/** "No, put it back", after a plan was changed: reverts the change. Null for any other text. */
async function movedBack(
  text: string,
  moved: readonly MovedPlan[],
  context: PlanContext,
): Promise<PlanFollowUpResult | null> {
  const plain = objectionsIn(text).some(
    ({ kind, ...more }) => kind === "undo" || (kind === "back" && !("act" in more && more.act)),
  );
  if (!plain) return null;
  const names = await undoMoves(moved, context);
  const { phrases } = context;
  return {
    text: names.length > 0 ? phrases.movedBack(names) : phrases.nothingPlanned,
    plans: moved.map(({ plan }) => plan),
  };
}

/**
 * A bare number about a plan sets its time, in the unit of the first sentence. For a plan with commands it may also be a value.
 * @returns "unclear" where both are possible, null where the plan cannot be moved so
 */
async function movedToNumber(
  value: number,
  plan: PlanRef,
  denies: boolean,
  context: PlanContext,
): Promise<PlanFollowUpResult | "unclear" | null> {
  const acts = commands(plan, context);
  const said = timesSaid(context);
  const [time, ...others] = said;
  const { act = null, values = [] } = lastFrame(context.request.conversation) ?? {};
  const sure = others.length + values.length === 0 && (denies || (act !== null && isClosingAct(act)));
  if (acts && (!sure || time === undefined)) return "unclear";
  const timer = timerOf(plan, context);
  const counts = timer !== undefined && (countsDown(timer) || time?.measure?.kind === "duration");
  const to: RequestedChange = counts
    ? { kind: "by", seconds: (value * unitSaid(time, timer.durationMs) - timer.durationMs) / 1000 }
    : { kind: "number", value };
  if (isMovable(plan, to, context)) return await changeOrAsk({ op: "move", to }, [plan], false, context);
  return acts ? "unclear" : null;
}

/** The amounts of the sentence that made the plan; the turns after it, such as an answer to a question, may have none. */
function timesSaid({ request, dialogue }: PlanContext): readonly Item[] {
  const said = request.conversation.exchanges
    .slice(-ASKED_WITHIN)
    .map(({ text }) => segmentText(normalise(text), dialogue.index).filter(({ measure }) => measure !== null));
  return said.findLast((items) => items.length > 0) ?? [];
}

/** A plan is made within so many turns. */
const ASKED_WITHIN = 3;

/** The unit of a length as it was said, in milliseconds: "60 minutes" counts in minutes. */
function unitSaid(said: Item | undefined, durationMs: number): number {
  const count = /^\d+/u.exec(said?.text ?? "");
  const unit = count === null ? Number.NaN : durationMs / Number(count[0]);
  return [3_600_000, 60_000, 1000].includes(unit) ? unit : durationUnit(durationMs);
}

function didSomething({ exchanges }: Conversation): boolean {
  return (exchanges.at(-1)?.outcomes.length ?? 0) > 0;
}

function commands({ kind, id }: PlanRef, { planner }: PlanContext): boolean {
  if (kind === "timer") return planner.timers.list().some((timer) => timer.id === id && timer.commands.length > 0);
  const actions = kind === "automation" ? (planner.automations.get(id)?.definition.actions ?? []) : [];
  return actions.some(({ type }) => type !== "say" && type !== "notify");
}

/** Whether a plan is a mere countdown: no alarm, no reminder and no commands. */
function isOnlyTimer(plan: PlanRef, context: PlanContext): boolean {
  const timer = timerOf(plan, context);
  return timer !== undefined && timer.commands.length === 0 && timer.rings !== "reminder" && timer.rings !== "alarm";
}

function timerOf({ kind, id }: PlanRef, { planner }: PlanContext): Timer | undefined {
  return kind === "timer" ? planner.timers.list().find((timer) => timer.id === id) : undefined;
}

/** The days of a rule without some (1 is Monday); empty for a plan that runs once. */
function otherDays(plan: PlanRef, without: readonly number[], { planner }: PlanContext): readonly number[] {
  const triggers = plan.kind === "automation" ? (planner.automations.get(plan.id)?.definition.triggers ?? []) : [];
  const [first] = triggers;
  if (first === undefined || first.type === "once") return [];
  const days = "weekdays" in first ? first.weekdays?.map((day) => WEEKDAYS.indexOf(day) + 1) : undefined;
  return (days ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !without.includes(day));
}

/** A number in the unit of a timer, in seconds; null where the plan is no countdown. */
function inUnits(count: number, plan: PlanRef, context: PlanContext): number | null {
  const timer = timerOf(plan, context);
  return timer && countsDown(timer) ? (count * durationUnit(timer.durationMs)) / 1000 : null;
}

/** Makes a plan recur on these days (1 is Monday). An alarm becomes a rule. Null where the plan cannot recur. */
async function recurring(
  plan: PlanRef,
  weekdays: readonly number[],
  context: PlanContext,
): Promise<PlanningResult | null> {
  const [first, ...more] = weekdays;
  if (first === undefined) return null;
  const moment = { kind: "moment", moment: { ...NO_MOMENT, weekdays, recurring: true } } as const;
  if (plan.kind !== "timer")
    return isMovable(plan, moment, context)
      ? await changeOrAsk({ op: "move", to: moment }, [plan], false, context)
      : null;
  const { home, phrases } = context;
  const timer = timerOf(plan, context);
  if (timer?.state.kind !== "running" || (timer.rings !== "alarm" && timer.rings !== "reminder")) return null;
  const due = Temporal.Instant.fromEpochMilliseconds(timer.state.dueAt).toZonedDateTimeISO(home.timezone);
  const when = { ...AT, hour: due.hour, minute: due.minute, weekdays: [first, ...more] as const };
  const message = timer.name || phrases.alarmName;
  const saved = await saveAutomation(
    { name: message, triggers: triggersFor(when), actions: [{ type: "say", message }] },
    context,
  );
  if (saved.plans !== undefined) await changePlan({ op: "cancel" }, plan, context);
  return saved;
}

/** Limits a rule with the sun or an event to these days (1 is Monday). Null where that cannot apply. */
async function onDays(
  plan: PlanRef,
  weekdays: readonly number[],
  context: PlanContext,
): Promise<PlanningResult | null> {
  const change = { kind: "weekdays", weekdays, left: false } as const;
  if (weekdays.length === 0 || !isAdjustable(plan, change, context)) return null;
  return await changeOrAsk({ op: "adjust", to: change }, [plan], false, context);
}

const NO_MOMENT = {
  hour: null,
  minute: null,
  exact: false,
  part: null,
  day: null,
  date: null,
  weekdays: [],
  recurring: false,
  sun: null,
} as const;

const AT = { kind: "at", day: null, date: null, once: null, exact: true } as const;
