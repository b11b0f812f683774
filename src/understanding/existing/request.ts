import type { Target } from "../ground/situation.ts";
import type { Act, DayPart } from "../lexicon/types.ts";
import type { CalendarDate } from "../parse/dates.ts";
import type { AtMoment } from "../parse/times.ts";
import type { DayRange } from "./seasons.ts";

/** What people call something that is planned. */
export type PlanNoun = "alarm" | "timer" | "reminder" | "rule" | "plan";

/** As much of a moment as was said. */
export interface MomentSaid {
  /** null: no time of day. A bare number may be an hour. */
  readonly hour: number | null;
  /** null: the minutes were not said. */
  readonly minute: number | null;
  /** The hour is one of 24; otherwise it is what a clock shows. */
  readonly exact: boolean;
  readonly part: { readonly name: DayPart; readonly hours: readonly [from: string, to: string] } | null;
  /** Days from today. */
  readonly day: number | null;
  readonly date: CalendarDate | null;
  /** 1 = Monday. */
  readonly weekdays: readonly number[];
  /** It is about what recurs: "every day". */
  readonly recurring: boolean;
  readonly sun: "sunrise" | "sunset" | null;
}

/** Which of the plans that there are is meant, as far as it was said. */
export interface PlanDescription {
  readonly of: PlanNoun | null;
  /** How long it was set for, in milliseconds. */
  readonly durations: readonly number[];
  readonly moment: MomentSaid | null;
  readonly targets: readonly Target[];
  /** What it does. */
  readonly acts: readonly Act[];
  /** Words of its name. */
  readonly words: readonly string[];
  /** By when it is due: 0 is the next, -1 the last. */
  readonly order: number | null;
  readonly all: boolean;
  /** What was planned last. */
  readonly it: boolean;
  /** What starts it, or must hold for it: that somebody comes, a mode. */
  readonly by?: readonly Cause[];
}

/** What a rule depends on. */
export type Cause =
  | { readonly type: "presence"; readonly person: string; readonly to: "home" | "away" }
  | { readonly type: "mode"; readonly mode: string };

/** What a plan shall be from now on. */
export type Changed =
  /** `hour` null: only the minutes, the part of the day or the day change. */
  | { readonly kind: "moment"; readonly moment: MomentSaid }
  | { readonly kind: "lasts"; readonly seconds: number }
  | { readonly kind: "by"; readonly seconds: number }
  /** An hour of what rings at a time; of a timer how long it lasts. */
  | { readonly kind: "number"; readonly value: number };

/** A day or a moment, as far as it was said. */
export interface PointSaid {
  readonly moment: MomentSaid | null;
  /** So long from now. */
  readonly seconds: number | null;
  readonly end: "week" | "month" | "year" | null;
  /** The weekday of the week after this. */
  readonly next: boolean;
}

/** How a rule shall be bounded. */
export type Adjusted =
  | { readonly kind: "until"; readonly point: PointSaid }
  /** null: until somebody says so. */
  | { readonly kind: "pause"; readonly point: PointSaid | null }
  | { readonly kind: "resume" }
  /** Days of the year that it is on, or not on. */
  | { readonly kind: "days"; readonly ranges: readonly DayRange[]; readonly not: boolean }
  /** On these days of the week only, or, `left`, not on these; 1 = Monday. */
  | { readonly kind: "weekdays"; readonly weekdays: readonly number[]; readonly left: boolean }
  /** It runs so many times, and not again. */
  | { readonly kind: "times"; readonly times: number }
  | { readonly kind: "without"; readonly targets: readonly Target[] };

/** What is wanted of plans that there are. */
export type PlanRequest =
  /** `left`: how long they still run. */
  | { readonly op: "tell"; readonly which: PlanDescription; readonly left: boolean }
  /** `here`: of what was planned or told in this conversation only. */
  | { readonly op: "cancel"; readonly which: PlanDescription; readonly here: boolean }
  | { readonly op: "change"; readonly which: PlanDescription; readonly to: Changed }
  /** A rule goes on for so long, rests, or leaves something out. */
  | { readonly op: "adjust"; readonly which: PlanDescription; readonly to: Adjusted }
  /** One more like the one that was planned last; `name`: what it is for, where that is said. */
  | { readonly op: "another"; readonly to: Changed; readonly name?: string };

/** What the understanding asks of what is planned. */
export interface PlanLookup {
  /** Whether there is a plan that it may be about. */
  fits(request: PlanRequest): boolean;
}

/** Nothing but that it is one. */
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

/** Whether nothing was said of which one it is. */
export function saysNothing({ durations, moment, targets, acts, words, order, by }: PlanDescription): boolean {
  return (
    by === undefined &&
    durations.length + targets.length + acts.length + words.length === 0 &&
    moment === null &&
    order === null
  );
}

/** The moment as the planner takes it, when there is an hour. */
export function wholeMoment(said: MomentSaid): AtMoment | null {
  if (said.hour === null || said.sun !== null) return null;
  const { hour, day, date, weekdays, exact, recurring } = said;
  const once = weekdays.length === 1 && !recurring ? ("this" as const) : null;
  return { kind: "at", hour, minute: said.minute ?? 0, day, date, weekdays, once, exact };
}
