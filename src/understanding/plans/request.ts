import type { DeviceTarget } from "../ground/target.ts";
import type { Act, DayPart } from "../lexicon/types.ts";
import type { CalendarDate } from "../parse/measure/measures.ts";
import type { ClockExpression } from "../parse/time/time-expression.ts";
import type { DayRange } from "./seasons.ts";

/** The nouns for something that is planned. */
export type PlanNoun = "alarm" | "timer" | "reminder" | "rule" | "plan";

/** A moment as far as it was said. */
export interface PartialMoment {
  /** null: no time of day. The hour may be a bare number. */
  readonly hour: number | null;
  /** null: the minutes were not said. */
  readonly minute: number | null;
  /** The hour is one of 24; otherwise of a 12-hour clock. */
  readonly exact: boolean;
  readonly part: { readonly name: DayPart; readonly hours: readonly [from: string, to: string] } | null;
  /** Days from today. */
  readonly day: number | null;
  readonly date: CalendarDate | null;
  /** 1 = Monday. */
  readonly weekdays: readonly number[];
  /** It recurs: "every day". */
  readonly recurring: boolean;
  readonly sun: "sunrise" | "sunset" | null;
}

/** The description of an existing plan, as far as it was said. */
export interface PlanDescription {
  readonly of: PlanNoun | null;
  /** Durations it was set for, in milliseconds. */
  readonly durations: readonly number[];
  readonly moment: PartialMoment | null;
  readonly targets: readonly DeviceTarget[];
  /** Acts of the plan. */
  readonly acts: readonly Act[];
  /** Words of its name. */
  readonly words: readonly string[];
  /** Position by due time: 0 is the next, -1 the last. */
  readonly order: number | null;
  readonly all: boolean;
  /** The plan in focus. */
  readonly it: boolean;
  /** The dependency on people or modes. */
  readonly by?: readonly RuleDependency[];
}

/** A person or mode that a rule depends on. */
export type RuleDependency =
  | { readonly type: "presence"; readonly person: string; readonly to: "home" | "away" }
  | { readonly type: "mode"; readonly mode: string };

/** The new value of a plan. */
export type RequestedChange =
  /** `hour` null: only the minutes, the part of the day or the day change. */
  | { readonly kind: "moment"; readonly moment: PartialMoment }
  | { readonly kind: "lasts"; readonly seconds: number }
  | { readonly kind: "by"; readonly seconds: number }
  /** A bare number: the hour of an alarm, or the length of a timer. */
  | { readonly kind: "number"; readonly value: number };

/** A day or moment that ends a rule or pause, as far as it was said. */
export interface BoundPoint {
  readonly moment: PartialMoment | null;
  /** Seconds from now. */
  readonly seconds: number | null;
  readonly end: "week" | "month" | "year" | null;
  /** The weekday is in the next week. */
  readonly next: boolean;
}

/** A bound of a rule. */
export type RuleBound =
  | { readonly kind: "until"; readonly point: BoundPoint }
  /** null: until it is resumed. */
  | { readonly kind: "pause"; readonly point: BoundPoint | null }
  | { readonly kind: "resume" }
  /** Days of the year on which it runs, or does not (`not`). */
  | { readonly kind: "days"; readonly ranges: readonly DayRange[]; readonly not: boolean }
  /** Weekdays on which it runs, or does not (`left`); 1 = Monday. */
  | { readonly kind: "weekdays"; readonly weekdays: readonly number[]; readonly left: boolean }
  /** It runs this many times. */
  | { readonly kind: "times"; readonly times: number }
  | { readonly kind: "without"; readonly targets: readonly DeviceTarget[] };

/** A question about existing plans, or a change to them. */
export type PlanRequest =
  /** `left`: the remaining time is asked for. */
  | { readonly op: "tell"; readonly which: PlanDescription; readonly left: boolean }
  /** `here`: only plans of this conversation. */
  | { readonly op: "cancel"; readonly which: PlanDescription; readonly here: boolean }
  | { readonly op: "change"; readonly which: PlanDescription; readonly to: RequestedChange }
  /** A bound is put on a rule. */
  | { readonly op: "adjust"; readonly which: PlanDescription; readonly to: RuleBound }
  /** One more like the plan in focus; `name`: what it is for, if that is said. */
  | { readonly op: "another"; readonly to: RequestedChange; readonly name?: string };

/** Access to the existing plans. */
export interface PlanLookup {
  /** Whether there is a plan that it may be about. */
  fits(request: PlanRequest): boolean;
}

/** A description that says nothing. */
export const ANY_PLAN: PlanDescription = {
  of: null,
  durations: [],
  moment: null,
  targets: [],
  acts: [],
  words: [],
  order: null,
  all: false,
  it: false,
};

/** Whether the description does not identify a plan. */
export function isAnyPlan({ durations, moment, targets, acts, words, order, by }: PlanDescription): boolean {
  return (
    by === undefined &&
    durations.length + targets.length + acts.length + words.length === 0 &&
    moment === null &&
    order === null
  );
}

/** The moment for the planner; null without an hour, or with the sun. */
export function wholeMoment(said: PartialMoment): ClockExpression | null {
  if (said.hour === null || said.sun !== null) return null;
  const { hour, day, date, weekdays, exact, recurring } = said;
  const once = weekdays.length === 1 && !recurring ? ("this" as const) : null;
  return { kind: "at", hour, minute: said.minute ?? 0, day, date, weekdays, once, exact };
}
