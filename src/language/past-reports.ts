/** Moments, spans and values of the past, as data for the messages of a pack. */
import type { DeviceState } from "./device-states.ts";

/** A moment of the past on the home's clock. */
export interface PastClock {
  /** Days from today: -1 is yesterday. */
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
  /** Whether the day need not be said: the question named it. */
  readonly clear: boolean;
}

export type PastPartName = "small" | "morning" | "noon" | "afternoon" | "evening" | "night";
export type PastPeriodName = "week" | "weekend" | "month" | "year";

/** A span of the past. */
export type SpanReport =
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

/** A moment on the home's clock. @param at, now milliseconds since the epoch @param clear whether the question named the day */
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

/** How often and when something came into a state within a span. */
export interface ChangesReport {
  /** null: the only one, and the question named it. */
  readonly name: string | null;
  /** Whether it is one of several. */
  readonly several: boolean;
  readonly state: DeviceState;
  /** The newest changes, oldest first; all of them when they are few. */
  readonly times: readonly PastClock[];
  readonly count: number;
  /** Whether the question was who or whether somebody did it. */
  readonly somebody: boolean;
  /** "" when the question named none. */
  readonly span: string;
  /** Whether the span reaches to now. */
  readonly open: boolean;
  /** It was so all the time. */
  readonly whole: boolean;
}

/** How long something was in a state within a span. */
export interface DurationReport {
  readonly name: string | null;
  readonly state: DeviceState;
  /** "" for not at all. */
  readonly length: string;
  /** From when to when, if it was so only once. */
  readonly stretch: string;
  readonly span: string;
  /** It is so now. */
  readonly still: boolean;
  /** It was so all the time. */
  readonly whole: boolean;
  /** It may have been longer: a part of the span is not known. */
  readonly least: boolean;
  readonly open: boolean;
}

/** A number within a span. */
export interface NumberReport {
  readonly name: string;
  readonly room: string | null;
  readonly property: string;
  readonly type: string;
  readonly ambient: boolean;
  readonly span: string;
}

/** Used electric energy. */
export interface EnergyUseReport {
  /** null: the home; "" when the question named it. */
  readonly name: string | null;
  /** "" for none. */
  readonly energy: string;
  /** "" without a price. */
  readonly cost: string;
  readonly span: string;
  readonly open: boolean;
  readonly least: boolean;
}
