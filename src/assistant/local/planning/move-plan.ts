import {
  type Automation,
  freeName,
  isSchedule,
  notFound,
  type Timer,
  type TriggerOf,
  WEEKDAYS,
  type Weekday,
  wantsApproval,
  writeMoment,
} from "../../../automation/index.ts";
import { durationWords } from "../../../language/index.ts";
import { nextDate } from "../../../understanding/parse/measure/dates.ts";
import type { PartialMoment, RequestedChange } from "../../../understanding/plans/request.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { joinSentences } from "../execution/undo.ts";
import type { PlanContext } from "./context.ts";

/** The result of moving a plan: a sentence, and the plan as it was before; null: it cannot be moved so. */
export interface PlanMove {
  readonly text: string;
  readonly moved: MovedPlan | null;
  /** The rule that was made for the days at the other time. */
  readonly made?: PlanRef;
}

/** Changes the due time or the length of a plan. Its id stays. @throws JiaError `not-found` */
export async function movePlan(plan: PlanRef, to: RequestedChange, context: PlanContext): Promise<PlanMove> {
  const { planner, phrases, language, request } = context;
  if (plan.kind === "timer") {
    const timer = planner.timers.list().find(({ id }) => id === plan.id);
    if (!timer) throw notFound("timer", plan.id);
    const name = context.calledWhenever(timer);
    const milliseconds = differenceOf(timer, to, context);
    if (milliseconds === null) return { text: phrases.cannotMove(context.called(timer)), moved: null };
    if (planner.timers.approvals(timer.commands).length > 0) return { text: phrases.movedNeedsYes(name), moved: null };
    const changed = await planner.timers.add(plan.id, milliseconds, context.request.origin);
    const moved: MovedPlan = { plan, before: { kind: "timer", milliseconds } };
    const { state, durationMs } = changed;
    const short = timer.name === "" ? phrases.timer : name;
    if (countsDown(timer)) return { text: phrases.lasts(short, durationWords(durationMs, language)), moved };
    const due = state.kind === "running" ? state.dueAt : context.clock.now() + state.remainingMs;
    return { text: phrases.moved(name, context.time(due)), moved };
  }
  const saved = plan.kind === "automation" ? planner.automations.get(plan.id) : undefined;
  const name = context.nameOf(plan) ?? phrases.gone;
  const draft = saved && movedRule(saved.definition, saved.nextRun, to, context);
  if (!saved || !draft) return { text: saved ? phrases.cannotMove(name) : phrases.gone, moved: null };
  if (wantsApproval(planner.automations.check(draft))) return { text: phrases.movedNeedsYes(name), moved: null };
  const trigger = onlySchedule(saved.definition);
  const before = { kind: "rule" as const, at: trigger?.at ?? "", weekdays: daysOf(trigger) };
  const others = trigger && to.kind === "moment" && to.moment.hour !== null ? daysLeft(trigger, draft) : [];
  // "Make it 11 on weekends" makes a second rule; the other days keep their time.
  if (trigger && others.length > 0) {
    const { id: _, ...copy } = draft;
    const rules = planner.automations.list().map(({ definition }) => definition);
    const options = { origin: request.origin };
    const called = copy.actions.every(({ type }) => type === "say") ? copy.name : request.text;
    const { definition: apart } = await planner.automations.save({ ...copy, name: freeName(called, rules) }, options);
    const rest = withTrigger(saved.definition, trigger, trigger.at, others);
    const kept = await planner.automations.save(rest, { ...options, replace: true, approved: saved.approved });
    const told = [kept.definition, apart].map((each) => planner.automations.describe(each, language, "promised"));
    return { text: joinSentences(told, context), moved: { plan, before }, made: { kind: "automation", id: apart.id } };
  }
  const { definition, nextRun } = await planner.automations.save(draft, { origin: request.origin, replace: true });
  const told = planner.automations.describe(definition, language, "promised");
  const onDays = to.kind === "moment" && to.moment.recurring;
  const text = nextRun === null || onDays ? told : phrases.moved(name, context.time(nextRun));
  return { text, moved: { plan, before } };
}

/** Reverts moves of plans. @returns the names of those that still exist */
export async function undoMoves(all: readonly MovedPlan[], context: PlanContext): Promise<readonly string[]> {
  const { planner, request } = context;
  const names: string[] = [];
  for (const { plan, before } of all) {
    const name = context.nameOf(plan);
    if (name === null) continue;
    if (before.kind === "made") {
      if (plan.kind === "timer") await planner.timers.cancel(plan.id, request.origin);
      else await (plan.kind === "scene" ? planner.scenes : planner.automations).remove(plan.id, request.origin);
      continue;
    }
    if (before.kind === "scene") {
      const approved = planner.scenes.get(plan.id)?.approved === true;
      await planner.scenes.save(before.definition, { origin: request.origin, replace: true, approved });
      names.push(context.nameOf(plan) ?? name);
      continue;
    }
    if (before.kind === "whole") {
      const saved = planner.automations.get(plan.id);
      const options = { origin: request.origin, replace: true, approved: saved?.approved === true };
      await planner.automations.save(before.definition, options);
    } else if (before.kind === "timer") await planner.timers.add(plan.id, -before.milliseconds, request.origin);
    else {
      const saved = planner.automations.get(plan.id);
      const trigger = saved && onlySchedule(saved.definition);
      if (!saved || !trigger) continue;
      const draft = withTrigger(saved.definition, trigger, before.at, before.weekdays);
      await planner.automations.save(draft, { origin: request.origin, replace: true, approved: saved.approved });
    }
    names.push(context.nameOf(plan) ?? name);
  }
  return names;
}

/** Whether a change of its time applies to a plan. */
export function isMovable(plan: PlanRef, to: RequestedChange, context: PlanContext): boolean {
  const { timers, automations } = context.planner;
  if (plan.kind === "timer") {
    const timer = timers.list().find(({ id }) => id === plan.id);
    return timer !== undefined && differenceOf(timer, to, context) !== null;
  }
  const saved = automations.get(plan.id);
  return saved !== undefined && movedRule(saved.definition, saved.nextRun, to, context) !== null;
}

/** Whether a timer is a countdown, which people describe by its length and not by its end. */
export function countsDown({ rings, commands, name }: Timer): boolean {
  return rings === "timer" || (rings === null && commands.length === 0 && name === "");
}

/** How much later a changed timer ends, in milliseconds; null where the change cannot apply. */
function differenceOf(timer: Timer, to: RequestedChange, context: PlanContext): number | null {
  const { state, durationMs, rings } = timer;
  const now = context.clock.now();
  const left = state.kind === "running" ? state.dueAt - now : state.remainingMs;
  const checked = (difference: number): number | null => (left + difference > 0 ? difference : null);
  switch (to.kind) {
    case "by":
      return checked(to.seconds * 1000);
    case "lasts":
      if (rings === "alarm") return null;
      return checked(to.seconds * 1000 - durationMs);
    case "number":
      if (countsDown(timer)) return checked(to.value * durationUnit(durationMs) - durationMs);
      return to.value > 24 ? null : momentDifference(timer, hourOnly(to.value), context);
    case "moment":
      return countsDown(timer) ? null : momentDifference(timer, to.moment, context);
    default:
      return to satisfies never;
  }
}

function momentDifference({ state }: Timer, moment: PartialMoment, context: PlanContext): number | null {
  if (state.kind === "paused") return null;
  const due = movedMoment(state.dueAt, moment, context);
  return due === null ? null : due - state.dueAt;
}

/** The largest unit that divides a length: an hour, a minute or a second. In milliseconds. */
export function durationUnit(durationMs: number): number {
  return [3_600_000, 60_000].find((unit) => durationMs % unit === 0) ?? 1000;
}

export function hourOnly(hour: number): PartialMoment {
  return {
    hour,
    minute: 0,
    exact: hour > 12,
    part: null,
    day: null,
    date: null,
    weekdays: [],
    recurring: false,
    sun: null,
  };
}

/**
 * The new due time of a plan, in milliseconds since the epoch. Parts that were not said stay; of morning and evening the nearer
 * one counts. Null where a recurring moment or the sun was said, or nothing.
 */
export function movedMoment(due: number, said: PartialMoment, { clock, home }: PlanContext): number | null {
  const { hour, minute, exact, part, day, date, weekdays, recurring, sun } = said;
  if (sun !== null || recurring || weekdays.length > 1) return null;
  const [weekday] = weekdays;
  if (hour === null && minute === null && day === null && date === null && weekday === undefined) return null;
  if (hour === null && part !== null) return null;
  const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(home.timezone);
  const [was, now] = [local(due), local(clock.now())];
  const today = now.toPlainDate();
  const dated = date === null ? null : nextDate(date, today);
  const ahead = weekday === undefined ? null : (weekday - today.dayOfWeek + 7) % 7;
  const on = dated ?? (day !== null ? today.add({ days: day }) : ahead !== null ? today.add({ days: ahead }) : null);
  const time = (on ?? was.toPlainDate()).toZonedDateTime({ timeZone: home.timezone, plainTime: was.toPlainTime() });
  const hours = hour === null ? [was.hour] : exact ? [hour % 24] : [hour % 12, (hour % 12) + 12];
  const moments = hours.flatMap((each) => {
    const at = time.with({ hour: each, minute: minute ?? (hour === null ? was.minute : 0), second: 0, millisecond: 0 });
    return on === null && at.epochMilliseconds <= clock.now() ? [at.add({ days: 1 })] : [at];
  });
  const future = moments.map(({ epochMilliseconds }) => epochMilliseconds).filter((at) => at > clock.now());
  const near = time.epochMilliseconds;
  return future.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

type ClockTrigger = TriggerOf<"time"> | (TriggerOf<"once"> & { readonly at: string });

/** The only clock trigger of an automation; null where it has none or several. */
function onlySchedule({ triggers }: Automation): ClockTrigger | null {
  const [only, ...others] = triggers.filter(isSchedule);
  if (!only || others.length > 0) return null;
  switch (only.type) {
    case "time":
      return only;
    case "once":
      return only.at === undefined ? null : { ...only, at: only.at };
    case "sun":
    case "cron":
    case "interval":
      return null;
    default:
      return only satisfies never;
  }
}

/** An automation at another time; null where it has no single time, or a single day of it was said. */
function movedRule(
  definition: Automation,
  nextRun: number | null,
  to: RequestedChange,
  context: PlanContext,
): Automation | null {
  const trigger = onlySchedule(definition);
  if (!trigger) return null;
  const { home } = context;
  // "No, in an hour" counts from now.
  if (to.kind === "lasts" && trigger.type === "once")
    return withTrigger(definition, trigger, writeMoment(context.clock.now() + to.seconds * 1000, home.timezone), null);
  if (to.kind === "lasts") return null;
  if (trigger.type === "once") {
    if (nextRun === null) return null;
    const due =
      to.kind === "by"
        ? nextRun + to.seconds * 1000
        : movedMoment(nextRun, to.kind === "number" ? hourOnly(to.value) : to.moment, context);
    if (due === null || due <= context.clock.now()) return null;
    return withTrigger(definition, trigger, writeMoment(due, home.timezone), null);
  }
  const [hour = 0, minute = 0] = trigger.at.split(":").map(Number);
  const before = hour * 60 + minute;
  if (to.kind === "by") return to.seconds % 60 === 0 ? at(before + to.seconds / 60) : null;
  const said = to.kind === "number" ? hourOnly(to.value) : to.moment;
  // One day of what recurs is not another time of it.
  if (said.day !== null || said.date !== null || said.sun !== null || (said.weekdays.length > 0 && !said.recurring))
    return null;
  if (said.hour === null && (said.part !== null || (said.minute === null && said.weekdays.length === 0))) return null;
  if (said.hour !== null && said.hour > 24) return null;
  const minutes = said.minute ?? (said.hour === null ? minute : 0);
  const hours = said.hour === null ? [hour] : said.exact ? [said.hour % 24] : [said.hour % 12, (said.hour % 12) + 12];
  const times = hours.map((each) => each * 60 + minutes).sort((a, b) => Math.abs(a - before) - Math.abs(b - before));
  const days = said.weekdays.length === 0 ? daysOf(trigger) : said.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []);
  return at(times[0] ?? before, days);

  function at(total: number, weekdays = daysOf(trigger)): Automation | null {
    if (!trigger || total < 0 || total >= 1440) return null;
    const two = (value: number): string => String(value).padStart(2, "0");
    return withTrigger(definition, trigger, `${two(Math.floor(total / 60))}:${two(total % 60)}`, weekdays);
  }
}

/** The days that keep the old time after a change; empty where all days change, or others are named. */
function daysLeft(trigger: ClockTrigger, changed: Automation): readonly Weekday[] {
  const after = onlySchedule(changed);
  const [before, days] = [daysOf(trigger) ?? WEEKDAYS, daysOf(after) ?? WEEKDAYS];
  if (trigger.type !== "time" || after?.at === trigger.at || !days.every((day) => before.includes(day))) return [];
  return before.filter((day) => !days.includes(day));
}

function daysOf(trigger: ClockTrigger | null): readonly Weekday[] | null {
  return trigger?.type === "time" ? (trigger.weekdays ?? null) : null;
}

function withTrigger(
  definition: Automation,
  trigger: ClockTrigger,
  at: string,
  weekdays: readonly Weekday[] | null,
): Automation {
  const { weekdays: _, ...rest } = trigger.type === "time" ? trigger : { ...trigger, weekdays: null };
  const everyDay = weekdays === null || weekdays.length === 0 || weekdays.length === WEEKDAYS.length;
  const moved = { ...rest, at, ...(everyDay ? {} : { weekdays: [...weekdays] }) };
  const triggers = definition.triggers.map((each) => (isSchedule(each) ? moved : each));
  return { ...definition, triggers };
}
