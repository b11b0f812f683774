/** Moments and spans of the past as people say them, as data for the messages of a pack. */
import type { DeviceState } from "./device-states.ts";

/** A moment of the past, as a clock of the home shows it. */
export interface PastClock {
  /** From today: -1 is yesterday. */
  readonly days: number;
  /** null: this year. */
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** Which day it is needs not be told: it was asked about. */
  readonly clear: boolean;
}

export type PastPartName = "small" | "morning" | "noon" | "afternoon" | "evening" | "night";
export type PastPeriodName = "week" | "weekend" | "month" | "year";

/** A span of the past, as it is told. */
export type ToldSpan =
  | {
      readonly kind: "day";
      /** The day on which it begins. */
      readonly on: PastClock;
      readonly part: PastPartName | null;
    }
  | { readonly kind: "period"; readonly unit: PastPeriodName; readonly back: number }
  /** `length` in words. */
  | { readonly kind: "last"; readonly length: string }
  | { readonly kind: "since"; readonly from: PastClock }
  | { readonly kind: "between"; readonly from: PastClock; readonly to: PastClock }
  | { readonly kind: "at"; readonly at: PastClock }
  /** The time of now, on another day. */
  | { readonly kind: "same-time"; readonly on: PastClock }
  | { readonly kind: "now" };

/** A moment as a clock of the home shows it. @param clear which day it was is known from the question */
export function pastClock(at: number, now: number, timezone: string, clear = false): PastClock {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const { hour, minute, month, day } = moment;
  return {
    days: moment.toPlainDate().since(today.toPlainDate(), { largestUnit: "days" }).days,
    year: moment.year === today.year ? null : moment.year,
    month,
    day,
    weekday: moment.dayOfWeek % 7,
    hour,
    minute,
    clear,
  };
}

/** How often and when something came to be so within a span. */
export interface ToldChanges {
  /** null: it was named in the question, and is the only one. */
  readonly name: string | null;
  /** None of several. */
  readonly several: boolean;
  readonly state: DeviceState;
  /** The last of them, oldest first: all where there are few. */
  readonly times: readonly PastClock[];
  readonly count: number;
  /** Whether somebody did it was asked. */
  readonly somebody: boolean;
  /** "" where none was asked about. */
  readonly span: string;
  /** The span goes on now. */
  readonly open: boolean;
  /** It was so all the time. */
  readonly whole: boolean;
}

/** How long something was so within a span. */
export interface ToldTime {
  readonly name: string | null;
  readonly state: DeviceState;
  /** "" for not at all. */
  readonly length: string;
  /** From when to when, where it was so once. */
  readonly stretch: string;
  readonly span: string;
  /** It is so now. */
  readonly still: boolean;
  /** It was so all the time. */
  readonly whole: boolean;
  /** It may have been longer: not all of the span is known. */
  readonly least: boolean;
  readonly open: boolean;
}

/** A number within a span. `property` and `type` tell what it is, `place` where where that has to be told. */
export interface ToldNumber {
  readonly name: string;
  readonly room: string | null;
  readonly property: string;
  readonly type: string;
  readonly ambient: boolean;
  readonly span: string;
}

/** How much electricity was used. */
export interface ToldUse {
  /** null: the home; "" for what was named in the question. */
  readonly name: string | null;
  /** "" for none. */
  readonly energy: string;
  /** "" without a price. */
  readonly cost: string;
  readonly span: string;
  readonly open: boolean;
  readonly least: boolean;
}
