import type { SavedAutomation, Timer } from "../../../automation/index.ts";
import { WEEKDAYS } from "../../../automation/index.ts";
import { weekdaysWords } from "../../../language/index.ts";
import type { ClockExpression } from "../../../understanding/parse/time/time-expression.ts";
import {
  isAnyPlan,
  type PartialMoment,
  type PlanDescription,
  type PlanRequest,
  wholeMoment,
} from "../../../understanding/plans/request.ts";
import { joinSentences } from "../execution/undo.ts";
import { isAdjustable, ruleChange } from "./adjust-rule.ts";
import { cancellablePlans } from "./cancellable-plans.ts";
import { changeOrAsk } from "./change-plans.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { allPlans, listedPlans, matchingPlans, plansOfConversation, sortByDue } from "./match-plans.ts";
import { countsDown, durationUnit, hourOnly, isMovable, movedMoment } from "./move-plan.ts";
import type { PlanFeatures } from "./plan-features.ts";
import { runTimer } from "./timers.ts";

/** At most so many rules are described in full. */
const MOST_DESCRIBED = 5;
/** At most so many plans are told. */
const MOST_TOLD = 10;
/** At most so many other plans are told where none matches. */
const MOST_OTHERS = 3;

type Of = "alarm" | "timer" | "reminder" | null;

/** Tells, cancels or changes existing plans. */
export async function runPlanRequest(request: PlanRequest, context: PlanContext): Promise<PlanningResult> {
  if (request.op === "another") return await startAnother(request, context);
  const { which } = request;
  const every = everyFor(request, context);
  const fit = fitOf(request, every, context);
  // "How long is left?" without a plan in this conversation is about the countdowns of the home.
  const running = request.op === "tell" && request.left && which.it && fit.length === 0 ? counting(every, context) : [];
  if (running.length > 0) {
    context.tells(refs(running).slice(0, MOST_TOLD));
    return { text: leftText(running, context) };
  }
  if (request.op === "tell" && fit.length === 0) context.tells([]);
  if (fit.length === 0) return { text: noneText(which, every, context) };
  switch (request.op) {
    case "tell":
      context.tells(refs(request.left ? fit : sortByDue(fit)).slice(0, MOST_TOLD));
      if (which.by && fit.length <= MOST_DESCRIBED) return { text: describedText(fit, context) };
      return { text: request.left ? leftText(fit, context) : haveText(fit, context) };
    case "cancel":
      return await changeOrAsk({ op: "cancel" }, refs(fit), meansAll(which, fit), context);
    case "change": {
      const able = fit.filter(({ plan }) => isMovable(plan, request.to, context));
      return await changeOrAsk({ op: "move", to: request.to }, refs(able.length > 0 ? able : fit), false, context);
    }
    case "adjust": {
      const change = ruleChange(request.to, context);
      const able = change ? fit.filter(({ plan }) => isAdjustable(plan, change, context)) : [];
      if (change === null || able.length === 0) return { text: context.phrases.cannotMove(namesOf(fit, context)) };
      return await changeOrAsk({ op: "adjust", to: change }, refs(able), meansAll(which, able), context);
    }
    default:
      return request satisfies never;
  }
}

function namesOf([first]: readonly PlanFeatures[], context: PlanContext): string {
  return (first && context.nameOf(first.plan)) ?? context.phrases.gone;
}

/** The countdowns among plans. */
function counting(every: readonly PlanFeatures[], context: PlanContext): readonly PlanFeatures[] {
  return every.filter((each) => {
    const timer = timerOf(each, context);
    return timer !== undefined && countsDown(timer);
  });
}

/** Whether a request may be about an existing plan. */
export function matchesAnyPlan(request: PlanRequest, context: PlanContext): boolean {
  if (request.op === "another") return lastTimer(context) !== null && anotherOf(request, context) !== null;
  const { which } = request;
  const fit = fitOf(request, everyFor(request, context), context);
  const told = listedPlans(context);
  // "The second one" counts the list that was told, even if that is too short.
  if (which.of === null && !which.it && isAnyPlan({ ...which, order: null }) && (which.order !== null || which.all))
    return told !== null && (which.order !== null || fit.length > 0);
  if (request.op === "adjust") {
    const change = ruleChange(request.to, context);
    return change !== null && fit.some((each) => isAdjustable(each.plan, change, context));
  }
  if (request.op !== "change") return fit.length > 0 && !(isAnyPlan(which) && which.of === null && !which.it);
  // A bare number may be a value for the device in focus.
  const rings = ({ nouns }: PlanFeatures): boolean => !nouns.has("rule");
  return fit.some(
    (each) =>
      isMovable(each.plan, request.to, context) && (request.to.kind !== "number" || rings(each) || which.of === "rule"),
  );
}

/** The plans that a request is about. */
function fitOf(
  { op, which }: Exclude<PlanRequest, { op: "another" }>,
  every: readonly PlanFeatures[],
  context: PlanContext,
): readonly PlanFeatures[] {
  const fit = matchingPlans(which, every, op !== "tell", context);
  return op === "cancel" ? cancellablePlans(which, fit, context) : fit;
}

/** The plans that a request may choose from. */
function everyFor(request: Exclude<PlanRequest, { op: "another" }>, context: PlanContext): readonly PlanFeatures[] {
  const every = allPlans(context);
  if (request.op !== "cancel" || !request.here) return every;
  // A device that was just commanded is meant before a plan for it.
  const { outcomes = [] } = context.request.conversation.exchanges.at(-1) ?? {};
  const devices = new Set(request.which.targets.map(({ indexed }) => indexed.device.id));
  return outcomes.some(({ device }) => devices.has(device)) ? [] : plansOfConversation(every, context);
}

function refs(plans: readonly PlanFeatures[]): PlanFeatures["plan"][] {
  return plans.map(({ plan }) => plan);
}

/** Whether "all" covers these plans: none of them may go by another noun. */
function meansAll({ all, of }: PlanDescription, fit: readonly PlanFeatures[]): boolean {
  return all && (of === null || of === "plan" || fit.every(({ plain }) => plain));
}

/** That no plan matches, with the plans of the named kind. */
function noneText(which: PlanDescription, every: readonly PlanFeatures[], context: PlanContext): string {
  if (which.by) return context.phrases.noneThen;
  const of: Of = which.of === "rule" || which.of === "plan" ? null : which.of;
  const { phrases } = context;
  const others = of === null ? [] : every.filter(({ nouns }) => nouns.has(of));
  if (others.length === 0 && isAnyPlan(which)) return phrases.haveNone(of);
  return phrases.noneSuch(
    of,
    others.slice(0, MOST_OTHERS).map((each) => itemText(each, context)),
  );
}

function haveText(fit: readonly PlanFeatures[], context: PlanContext): string {
  const [only, ...others] = fit;
  const timer = only && others.length === 0 ? timerOf(only, context) : undefined;
  // A delayed command is told as "at 8 the lamp goes off", because nobody "has" it.
  if (timer?.state.kind === "running" && timer.commands.length > 0 && !countsDown(timer)) {
    const { phrases, planner, language } = context;
    const what = planner.timers.describe(timer.commands, language);
    return phrases.planned([phrases.upcoming(context.time(timer.state.dueAt), what, true)], 0);
  }
  return context.phrases.have(
    sortByDue(fit)
      .slice(0, MOST_TOLD)
      .map((each) => itemText(each, context)),
  );
}

/** Describes rules, one sentence each. */
function describedText(fit: readonly PlanFeatures[], context: PlanContext): string {
  const { planner, language } = context;
  const told = fit.flatMap(({ plan }) => planner.automations.get(plan.id)?.definition ?? []);
  return joinSentences(
    told.map((definition) => planner.automations.describe(definition, language, "promised")),
    context,
  );
}

/** The remaining time of countdowns, and the due time of other plans. */
function leftText(fit: readonly PlanFeatures[], context: PlanContext): string {
  return fit
    .slice(0, MOST_TOLD)
    .map((each) => {
      const timer = timerOf(each, context);
      return timer
        ? context.phrases.remaining(context.called(timer), context.left(timer))
        : context.phrases.have([itemText(each, context)]);
    })
    .join(" ");
}

function timerOf({ plan }: PlanFeatures, { planner }: PlanContext): Timer | undefined {
  return plan.kind === "timer" ? planner.timers.list().find(({ id }) => id === plan.id) : undefined;
}

/** A plan as an item of a list: what it is, and when it is due. */
function itemText(each: PlanFeatures, context: PlanContext): string {
  const { phrases, planner, language } = context;
  const timer = timerOf(each, context);
  if (timer) {
    const { name, commands, rings, state } = timer;
    if (countsDown(timer)) return phrases.aTimer(name, context.left(timer));
    const time = state.kind === "running" ? context.time(state.dueAt) : context.left(timer);
    if (commands.length > 0) return phrases.due(time, planner.timers.describe(commands, language));
    return rings === "alarm" ? phrases.anAlarm(name, time) : phrases.aReminder(name, time);
  }
  const saved = planner.automations.get(each.plan.id);
  if (!saved) return phrases.gone;
  const time = ruleTime(saved, context);
  const { name } = saved.definition;
  if (!each.nouns.has("alarm")) return phrases.due(time, context.quoted(name));
  return each.plain ? phrases.anAlarm("", time) : phrases.aReminder(name, time);
}

/** "every day 07:00", or the next time. */
function ruleTime({ definition, nextRun }: SavedAutomation, context: PlanContext): string {
  const [trigger] = definition.triggers;
  if (trigger?.type !== "time") return nextRun === null ? "" : context.time(nextRun);
  // 0 is Sunday.
  const days = trigger.weekdays?.map((day) => (WEEKDAYS.indexOf(day) + 1) % 7) ?? null;
  return `${weekdaysWords(days, context.language)} ${trigger.at}`;
}

/** The timer without commands that the last plan is; null where it is anything else. */
function lastTimer({ planner, request }: PlanContext): Timer | null {
  const last = request.conversation.focus?.plans?.at(-1);
  const timer = last?.kind === "timer" ? planner.timers.list().find(({ id }) => id === last.id) : undefined;
  return timer && timer.commands.length === 0 ? timer : null;
}

type Another = Extract<PlanRequest, { op: "another" }>;

/** The intent of "another one": a timer, alarm or reminder like the last. Null where the last plan is none. */
function anotherOf({ to, name = "" }: Another, context: PlanContext): Parameters<typeof runTimer>[0] | null {
  const last = lastTimer(context);
  if (!last) return null;
  if (countsDown(last)) {
    if (to.kind === "lasts") return { op: "start", name, seconds: to.seconds };
    return to.kind === "number"
      ? { op: "start", name, seconds: (to.value * durationUnit(last.durationMs)) / 1000 }
      : null;
  }
  if ((last.rings !== "alarm" && last.rings !== "reminder") || (to.kind !== "moment" && to.kind !== "number"))
    return null;
  if (to.kind === "number" && to.value > 24) return null;
  const said = to.kind === "number" ? hourOnly(to.value) : to.moment;
  const when = sameDay(said, last, context) ?? wholeMoment(said);
  return when && said.hour !== null
    ? { op: "ring", name: name || (last.rings === "alarm" ? "" : last.name), when, alarm: last.rings === "alarm" }
    : null;
}

/** The moment of "and another at 7:30" on the day of the last one: after one for tomorrow morning, tomorrow at 7:30. Null where a day was said. */
function sameDay(said: PartialMoment, { state }: Timer, context: PlanContext): ClockExpression | null {
  if (state.kind !== "running" || said.day !== null || said.date !== null || said.weekdays.length > 0) return null;
  const due = movedMoment(state.dueAt, said, context);
  if (due === null) return null;
  const { timezone } = context.home;
  const at = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(context.clock.now()).toZonedDateTimeISO(timezone).toPlainDate();
  const day = today.until(at.toPlainDate()).days;
  return { kind: "at", hour: at.hour, minute: at.minute, day, date: null, weekdays: [], once: null, exact: true };
}

async function startAnother(request: Another, context: PlanContext): Promise<PlanningResult> {
  const intent = anotherOf(request, context);
  return intent ? await runTimer(intent, context) : { text: context.phrases.none };
}
