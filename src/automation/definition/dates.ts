/** Days as definitions write them: `2026-12-24`, or `12-24` of every year. */
import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";

const DAY = /^(?:(\d{4})-)?(\d\d)-(\d\d)$/;
/** A leap year, with which days of every year are checked: 29 February counts as one. */
const LEAP_YEAR = 2028;

/** A day in its parts; the year is null for a day of every year. */
export interface CalendarDay {
  readonly year: number | null;
  /** Counted from 1. */
  readonly month: number;
  readonly day: number;
}

/** Parses a day; null when there is no such day. */
export function calendarDay(text: string): CalendarDay | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (month === undefined || day === undefined) return null;
  try {
    const date = { year: Number(year ?? LEAP_YEAR), month: Number(month), day: Number(day) };
    Temporal.PlainDate.from(date, { overflow: "reject" });
    return { ...date, year: year === undefined ? null : date.year };
  } catch {
    return null;
  }
}

export const Day = z
  .string()
  .max(10)
  .refine((text) => calendarDay(text) !== null, "definition.day" satisfies MessageKey);

/** A day with its year, or a date and time as `once` takes it. */
export const DayOrMoment = z
  .string()
  .max(60)
  .refine((text) => isDated(text) || isDateTime(text), "definition.dayOrMoment" satisfies MessageKey);

/** Whether a text is a day with its year, without a time. */
export function isDated(text: string): boolean {
  return (calendarDay(text)?.year ?? null) !== null;
}

function isDateTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return isInstant(text);
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** A cycle of days or weeks: `2d`, `3w`. */
const CYCLE = /^([1-9]\d{0,2})([dw])$/;

export const Cycle = z.string().regex(CYCLE, "definition.cycle" satisfies MessageKey);

/** The number and unit of a cycle. */
export function cycleOf(text: string): { readonly count: number; readonly unit: "day" | "week" } {
  const [, count = "1", unit] = CYCLE.exec(text) ?? [];
  return { count: Number(count), unit: unit === "w" ? "week" : "day" };
}
