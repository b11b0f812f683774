import {
  isAnyPlan,
  type PartialMoment,
  type PlanDescription,
  type RuleDependency,
} from "../../../understanding/plans/request.ts";
import { holdsCharacters } from "../../../understanding/text/writing.ts";
import type { Conversation } from "../../contract.ts";
import type { PlanRef } from "../../plan-changes.ts";
import type { PlanContext } from "./context.ts";
import { automationFeatures, type DueTime, dependsOn, type PlanFeatures, timerFeatures } from "./plan-features.ts";

/** The features of all plans: timers, the next first, then automations. */
export function allPlans(context: PlanContext): readonly PlanFeatures[] {
  const { timers, automations } = context.planner;
  return [
    ...sortByDue(timers.list().map((timer) => timerFeatures(timer, context))),
    ...automations.list().map((saved) => automationFeatures(saved, context)),
  ];
}

/** Sorts plans by due time; plans without one come last. */
export function sortByDue(plans: readonly PlanFeatures[]): readonly PlanFeatures[] {
  return plans.toSorted((a, b) => (a.dueAt ?? Number.MAX_VALUE) - (b.dueAt ?? Number.MAX_VALUE));
}

/**
 * The plans that match every part of a description. Where some go by the named noun alone, only those.
 * @param once a recurring plan does not match a single day
 */
export function matchingPlans(
  description: PlanDescription,
  plans: readonly PlanFeatures[],
  once: boolean,
  context: PlanContext,
): readonly PlanFeatures[] {
  const { of, durations, moment, targets, acts, words, order, it, by } = description;
  if (by) return matchingPlans(withoutCause(description), caused(by, plans, once), once, context);
  const last = new Set((context.request.conversation.focus?.plans ?? []).map(({ kind, id }) => `${kind} ${id}`));
  const devices = targets.map(({ indexed }) => indexed.device.id);
  const commanding = devices.length > 0 ? new Set(context.commanding(devices).map(({ id }) => id)) : null;
  const fit = plans.filter((plan) => {
    if (it && !last.has(`${plan.plan.kind} ${plan.plan.id}`)) return false;
    if (of !== null && !plan.nouns.has(of) && !(of === "timer" && commanding)) return false;
    if (!durations.every((ms) => plan.durationMs === ms)) return false;
    if (moment && !isDueAt(moment, plan, once)) return false;
    if (commanding && !commanding.has(plan.plan.id)) return false;
    if (acts.length > 0 && !acts.some((act) => plan.acts().has(act))) return false;
    return words.every((word) => plan.names.some((name) => hasWord(name, word)));
  });
  const told = order === null && !description.all ? null : listedPlans(context);
  const only = of === null && !it && isAnyPlan({ ...description, order: null });
  // "All of that" and "the second one" of what was just told.
  if (only && description.all)
    return told === null ? fit : fit.filter(({ plan }) => told.some((each) => isSame(each, plan)));
  if (only && order !== null) {
    const meant = told?.at(order);
    return meant ? fit.filter(({ plan }) => isSame(plan, meant)) : [];
  }
  const narrowed = durations.length + targets.length + words.length > 0 || moment !== null || it;
  const plain = fit.filter((plan) => plan.plain);
  const meant = plain.length > 0 && !narrowed ? plain : fit;
  if (order === null) return meant;
  const inOrder = (told ?? []).flatMap((each) => meant.find(({ plan }) => isSame(plan, each)) ?? []);
  const one = (inOrder.length > 0 ? inOrder : sortByDue(meant)).at(order);
  return one ? [one] : [];
}

/** The plans that one of these causes starts; where there are none, those that it must hold for. */
function caused(by: readonly RuleDependency[], plans: readonly PlanFeatures[], once: boolean): readonly PlanFeatures[] {
  const started = plans.filter((plan) => dependsOn(by, plan, !once) === "starts");
  return started.length > 0 ? started : plans.filter((plan) => dependsOn(by, plan, !once) !== null);
}

function withoutCause({ by, ...description }: PlanDescription): PlanDescription {
  return description;
}

function isSame(one: PlanRef, other: PlanRef): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** A list that was told is referred to within so many turns. */
const TOLD_WITHIN = 4;

/** The plans that were told lately, in order, each once; null where none were. */
function lastTold({ told, exchanges }: Conversation): readonly PlanRef[] | null {
  if (!told) return null;
  const lately =
    told.after === null ? exchanges.length <= TOLD_WITHIN : exchanges.slice(-TOLD_WITHIN).includes(told.after);
  return lately ? uniquePlans(told.plans) : null;
}

/** Plans without repetitions, in order. */
export function uniquePlans(plans: readonly PlanRef[]): readonly PlanRef[] {
  return plans.filter((plan, at) => plans.findIndex((each) => isSame(each, plan)) === at);
}

/**
 * The list that "the second one" counts: the plans that were told, else those made in this conversation, where all ring alike.
 * Null where there is no list.
 */
export function listedPlans({ planner, request }: PlanContext): readonly PlanRef[] | null {
  const { conversation } = request;
  const { known = [], focus } = conversation;
  const told = lastTold(conversation);
  // A single told plan is no list: "the first one" counts the plans of this conversation.
  const counts = told !== null && told.length > 1;
  if (counts || (told === null && conversation.told) || !focus?.plans?.length) return told;
  const timers = planner.timers.list();
  const rings = known.map(({ id }) => timers.find((timer) => timer.id === id)?.rings ?? null);
  return rings.length > 1 && rings.every((each) => each !== null && each === rings[0]) ? known : told;
}

/** The plans that were made or told in this conversation. */
export function plansOfConversation(plans: readonly PlanFeatures[], { request }: PlanContext): readonly PlanFeatures[] {
  return plans.filter(({ plan }) => isOfConversation(plan, request.conversation));
}

/** Whether a plan was made or told in this conversation. */
export function isOfConversation(plan: PlanRef, { known = [], focus }: Conversation): boolean {
  return [...known, ...(focus?.plans ?? [])].some((each) => isSame(each, plan));
}

/** Whether a name holds a word; in languages with spaces as a whole word. */
function hasWord(name: string, word: string): boolean {
  // 煮蛋 may mean the timer 蛋.
  if (holdsCharacters(word)) return name.includes(word) || word.endsWith(name);
  const own = name.split(/[^\p{L}\d']+/u);
  return word.split(" ").every((said) => own.some((each) => each === said || each === `${said}s`));
}

/** Whether a plan is due at the said moment. `once`: a recurring plan does not match a single day. */
export function isDueAt(
  said: PartialMoment,
  { times, sun }: Pick<PlanFeatures, "times" | "sun">,
  once: boolean,
): boolean {
  if (said.sun !== null) return sun.includes(said.sun);
  return times.some((time) => isAt(said, time) && isOn(said, time, once));
}

function isAt({ hour, minute, exact, part }: PartialMoment, time: DueTime): boolean {
  if (hour === null) {
    if (minute !== null && minute !== time.minute) return false;
    return part === null || isIn(time.hour, part.hours);
  }
  if ((minute ?? 0) !== time.minute) return false;
  return exact ? hour % 24 === time.hour : hour % 12 === time.hour % 12;
}

function isOn({ day, weekdays, recurring }: PartialMoment, time: DueTime, once: boolean): boolean {
  const again = time.day === null;
  if (day !== null && (again ? once : day !== time.day)) return false;
  if (weekdays.length === 0) return true;
  if (recurring) {
    const all = weekdays.every((each) => time.weekdays.includes(each));
    // Weekends are a part of what is every day.
    return again && all && !(once && time.weekdays.length > weekdays.length);
  }
  if (again && once && time.weekdays.length > 1) return false;
  return weekdays.some((each) => time.weekdays.includes(each));
}

/** Whether an hour is in a part of the day. */
function isIn(hour: number, [from, to]: readonly [from: string, to: string]): boolean {
  const first = Number.parseInt(from, 10);
  const last = Number.parseInt(to, 10);
  return first < last ? hour >= first && hour < last : hour >= first || hour < last;
}
