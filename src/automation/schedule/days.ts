import { type CalendarDay, calendarDay, cycleOf } from "../definition/dates.ts";
import { DAY_MS } from "./zone.ts";

/** Tests a day, given by its local midnight (see `zone.ts`). */
export type LocalDayTest = (midnight: number) => boolean;

/** Days of every year (`12-24`) or of one: from the first to the last, or single ones. */
export interface Dates {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly on?: string | readonly string[] | undefined;
}

/** Whether a date condition holds on the local day that begins at `midnight`. */
export function isOnDate({ from, to, on }: Dates, midnight: number): boolean {
  const date = new Date(midnight).toISOString().slice(0, 10);
  if (on !== undefined && ![on].flat().some((day) => day === date || day === date.slice(5))) return false;
  if (from === undefined && to === undefined) return true;
  const yearly = (from ?? to ?? "").length < date.length;
  const day = yearly ? date.slice(5) : date;
  const begun = from === undefined || day >= from;
  const open = to === undefined || day <= to;
  // December to February goes across the turn of the year.
  return yearly && from !== undefined && to !== undefined && to < from ? begun || open : begun && open;
}

/** Tests for the days of a cycle (`2d`, `3w`) from its first day on. Weeks begin on Monday. */
export function daysOfCycle(every: string, from: string): LocalDayTest {
  const { count, unit } = cycleOf(every);
  const first = dayNumber(calendarDay(from));
  const span = unit === "week" ? 7 : 1;
  const number = (day: number): number => Math.floor((unit === "week" ? day + THURSDAY : day) / span);
  return (midnight) => {
    const day = Math.round(midnight / DAY_MS);
    const since = number(day) - number(first);
    return day >= first && since % count === 0;
  };
}

/** 1 January 1970 was a Thursday: three days after a Monday. */
const THURSDAY = 3;

function dayNumber(day: CalendarDay | null): number {
  return day === null ? 0 : Math.round(Date.UTC(day.year ?? 1970, day.month - 1, day.day) / DAY_MS);
}
