import {
  type AutomationAction,
  type AutomationDraft,
  hasFixedDays,
  hasWeekdays,
  notFound,
  resolveTarget,
  type Target,
  WEEKDAYS,
  writeMoment,
} from "../../../automation/index.ts";
import { nextDate } from "../../../understanding/parse/measure/dates.ts";
import { secondsUntil } from "../../../understanding/parse/time/time-expression.ts";
import type { BoundPoint, RuleBound } from "../../../understanding/plans/request.ts";
import { wholeMoment } from "../../../understanding/plans/request.ts";
import type { DayRange } from "../../../understanding/plans/seasons.ts";
import type { PlanRef, RuleChange } from "../../plan-changes.ts";
import type { PlanContext } from "./context.ts";
import type { PlanMove } from "./move-plan.ts";

type Day = (typeof WEEKDAYS)[number];
type Condition = NonNullable<AutomationDraft["conditions"]>[number];

/** Resolves a bound that was said to days of now and here; null where it names no such day. */
export function ruleChange(said: RuleBound, context: PlanContext): RuleChange | null {
  switch (said.kind) {
    case "until":
    case "pause": {
      if (said.kind === "pause" && said.point === null) return { kind: "pause", until: null };
      const until = said.point && pointText(said.point, said.kind === "until", context);
      return until ? { kind: said.kind, until } : null;
    }
    case "resume":
    case "times":
    case "weekdays":
      return said;
    case "days": {
      const south = (context.home.location?.latitude ?? 1) < 0;
      return { ...said, ranges: said.ranges.map((range) => (range.season && south ? halfAYearLater(range) : range)) };
    }
    case "without":
      return { kind: "without", devices: said.targets.map(({ indexed }) => indexed.device.id) };
    default:
      return said satisfies never;
  }
}

const DAY_SECONDS = 86_400;
const MINUTE_MS = 60_000;

/** A point as text: a day (`2026-06-07`), or a local date and time where an hour or a length was said. Null where it is neither. */
function pointText(
  { moment, seconds, end, next }: BoundPoint,
  wholeDays: boolean,
  { clock, home }: PlanContext,
): string | null {
  const now = clock.now();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(home.timezone).toPlainDate();
  if (seconds !== null && wholeDays) return today.add({ days: Math.round(seconds / DAY_SECONDS) }).toString();
  if (seconds !== null) return writeMoment(Math.ceil(now / MINUTE_MS) * MINUTE_MS + seconds * 1000, home.timezone);
  if (end === "month") return today.with({ day: today.daysInMonth }).toString();
  if (end === "year") return today.with({ month: 12, day: 31 }).toString();
  if (end === "week") return today.add({ days: 7 - today.dayOfWeek }).toString();
  if (moment === null) return null;
  const [weekday] = moment.weekdays;
  const day = moment.date
    ? nextDate(moment.date, today)
    : moment.day !== null
      ? today.add({ days: moment.day })
      : weekday === undefined
        ? null
        : comingDay(today, weekday, next);
  if (moment.hour === null) return day?.toString() ?? null;
  const when = wholeMoment(moment);
  if (when === null) return null;
  if (day === null) return writeMoment(now + secondsUntil(when, now, home.timezone) * 1000, home.timezone);
  return `${day.toString()}T${String(when.hour).padStart(2, "0")}:${String(when.minute).padStart(2, "0")}`;
}

/** The next such weekday after today; with `next` the one of the following week. `weekday`: 1 is Monday. */
function comingDay(today: Temporal.PlainDate, weekday: number, next: boolean): Temporal.PlainDate {
  if (next) return today.add({ days: 7 - today.dayOfWeek + weekday });
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

function halfAYearLater({ from, to }: DayRange): DayRange {
  const first = Temporal.PlainMonthDay.from(from).toPlainDate({ year: 2027 }).add({ months: 6 });
  const last = Temporal.PlainMonthDay.from(to).toPlainDate({ year: 2027 }).add({ months: 6 });
  const text = (date: Temporal.PlainDate): string => date.toString().slice("2027-".length);
  return { from: text(first), to: text(last.with({ day: last.daysInMonth })) };
}

/** Whether a change of its bounds applies to a plan. */
export function isAdjustable(plan: PlanRef, change: RuleChange, context: PlanContext): boolean {
  const saved = plan.kind === "automation" ? context.planner.automations.get(plan.id) : undefined;
  if (!saved) return false;
  return change.kind === "pause" || change.kind === "resume" || adjusted(saved.definition, change, context) !== null;
}

/**
 * Changes the bounds of a rule, and reads it back. Its approval stays, because a bounded rule does less than before.
 * @throws JiaError `not-found`, and what else the planner refuses
 */
export async function adjustPlan(plan: PlanRef, change: RuleChange, context: PlanContext): Promise<PlanMove> {
  const { planner, phrases, language, request } = context;
  const { automations } = planner;
  const saved = plan.kind === "automation" ? automations.get(plan.id) : undefined;
  if (!saved) throw notFound("automation", plan.id);
  const before = { kind: "whole" as const, definition: saved.definition };
  const isOff = saved.definition.enabled === false;
  if (change.kind === "resume" || (change.kind === "pause" && change.until === null)) {
    const { definition } = await automations.setEnabled(plan.id, change.kind === "resume", request.origin);
    return { text: automations.describe(definition, language, "promised"), moved: { plan, before } };
  }
  const draft = adjusted(saved.definition, change, context);
  if (draft === null) return { text: phrases.cannotMove(context.calledRule(saved.definition)), moved: null };
  const options = { origin: request.origin, replace: true, approved: saved.approved };
  // "Until Sunday" of a rule that was paused without an end: it is enabled again then.
  const on = change.kind === "pause" && isOff ? withoutKey(draft, "enabled") : draft;
  const { definition } = await automations.save(on, options);
  return { text: automations.describe(definition, language, "promised"), moved: { plan, before } };
}

/** An unsaved rule with the bounds that its sentence gave; null where one of them cannot apply. */
export function withRuleBounds(
  rule: AutomationDraft,
  bounds: readonly RuleBound[],
  context: PlanContext,
): AutomationDraft | null {
  let bounded: AutomationDraft | null = rule;
  for (const each of bounds) {
    const change = ruleChange(each, context);
    bounded = bounded && change && adjusted(bounded, change, context);
  }
  return bounded;
}

/** A rule with changed bounds; null where they cannot apply, or apply already. */
function adjusted(rule: AutomationDraft, change: RuleChange, context: PlanContext): AutomationDraft | null {
  switch (change.kind) {
    case "until":
      return change.until === rule.until ? null : { ...rule, until: change.until };
    case "pause":
      return change.until === null ? null : { ...rule, pausedUntil: change.until };
    case "resume":
      return null;
    case "days": {
      const condition = daysCondition(change);
      const { conditions = [] } = rule;
      const known = conditions.some((each) => JSON.stringify(each) === JSON.stringify(condition));
      return known ? null : { ...rule, conditions: [...conditions, condition] };
    }
    case "weekdays":
      return onWeekdays(rule, change);
    case "times":
      return { ...rule, times: change.times };
    case "without":
      return withoutDevices(rule, change.devices, context);
    default:
      return change satisfies never;
  }
}

/** Limits a rule to days of the week: its times get these days; a rule with an event gets a condition. */
function onWeekdays(
  rule: AutomationDraft,
  { weekdays, left }: Extract<RuleChange, { kind: "weekdays" }>,
): AutomationDraft | null {
  const said = weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []);
  /** The days that remain: without the named ones where these are left out, else the named ones. */
  const staying = (days: readonly Day[] = WEEKDAYS): Day[] =>
    left ? days.filter((day) => !said.includes(day)) : [...said];
  if (rule.triggers.some(hasFixedDays)) return null;
  if (rule.triggers.every(hasWeekdays)) {
    const triggers = rule.triggers.map((each) => ({ ...each, weekdays: staying(each.weekdays) }));
    return triggers.every(({ weekdays }) => weekdays.length > 0) ? { ...rule, triggers } : null;
  }
  const { conditions = [] } = rule;
  const before = conditions.find((each) => each.type === "weekday");
  const days = staying(before?.days);
  if (days.length === 0) return null;
  return { ...rule, conditions: [...conditions.filter((each) => each !== before), { type: "weekday", days }] };
}

function daysCondition({ ranges, not }: Extract<RuleChange, { kind: "days" }>): Condition {
  const each = ranges.map(
    ({ from, to }): Condition => (from === to ? { type: "date", on: from } : { type: "date", from, to }),
  );
  const [only, ...others] = each;
  const days: Condition = only && others.length === 0 ? only : { type: "any", of: each };
  return not ? { type: "not", of: days } : days;
}

/** A rule without actions on these devices; null where it has none on one of them, or would have no action left. */
function withoutDevices(
  rule: AutomationDraft,
  devices: readonly string[],
  { home }: PlanContext,
): AutomationDraft | null {
  const left = new Set(devices);
  const touched = new Set<string>();
  const actions = rule.actions.flatMap((action): AutomationAction[] => {
    if (action.type !== "set" && action.type !== "invoke") return [action];
    const meant = resolveTarget(action.target, home).map(({ id }) => id);
    const gone = meant.filter((id) => left.has(id));
    for (const id of gone) touched.add(id);
    if (gone.length === 0) return [action];
    if (gone.length === meant.length) return [];
    return [{ ...action, target: targetWithout(action.target, meant, gone) }];
  });
  const does = actions.some(({ type }) => type === "set" || type === "invoke" || type === "scene");
  return touched.size === left.size && does ? { ...rule, actions } : null;
}

function targetWithout(target: Target, meant: readonly string[], gone: readonly string[]): Target {
  if (typeof target === "object" && !("devices" in target))
    return { ...target, except: [...(target.except ?? []), ...gone] };
  const rest = meant.filter((id) => !gone.includes(id));
  const [only, ...others] = rest;
  return only !== undefined && others.length === 0 ? only : { devices: rest };
}

function withoutKey<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
