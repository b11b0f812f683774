import { validateDetailed } from "node-cron";
import type { Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { LocalDayTest } from "./days.ts";
import { ScheduleError } from "./schedule-error.ts";
import { DAY_MS, startOfDay, weekdayOf, type ZoneClock } from "./zone.ts";

/** A parsed cron expression. Numbers are sorted. */
export interface CronPattern {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  /** Whether the day of the month fits; null when the field is `*`. */
  readonly dayOfMonth: DayTest | null;
  /** Whether the weekday fits; null when the field is `*`. */
  readonly dayOfWeek: DayTest | null;
  /** Whether it is a fixed time of day: no wildcard or step in seconds, minutes and hours. */
  readonly fixed: boolean;
}

type DayTest = (day: Day) => boolean;

interface Day {
  readonly year: number;
  /** Counted from 1. */
  readonly month: number;
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** The number of days of its month. */
  readonly length: number;
  /** Its midnight, as a local number (see `zone.ts`). */
  readonly midnight: number;
}

/** How far to search ahead, in milliseconds: leap days on a certain weekday come at most 40 years apart. */
const HORIZON_MS = 41 * 366 * DAY_MS;

/**
 * Parses a cron expression; node-cron checks and expands it.
 * @throws ScheduleError that names the field
 */
export function parseCron(expression: string): CronPattern {
  const checked = validateDetailed(expression);
  if (!checked.valid || !checked.fields) {
    throw new ScheduleError(brokenWords(checked.errors));
  }
  const { fields } = checked;
  const written = expression.trim().split(/\s+/);
  const [seconds = "0", minutes = "0", hours = "0", dayOfMonth = "*", , dayOfWeek = "*"] =
    written.length === 6 ? written : written.length === 5 ? ["0", ...written] : [];
  return {
    seconds: numbers(fields.second),
    minutes: numbers(fields.minute),
    hours: numbers(fields.hour),
    months: new Set(numbers(fields.month)),
    // `@daily` and the like have no fields of their own; their expansion is read.
    dayOfMonth:
      dayOfMonth === "*" && (written.length > 1 || fields.dayOfMonth.length === 31)
        ? null
        : anyOf(fields.dayOfMonth.map(dateTest)),
    dayOfWeek:
      dayOfWeek === "*" && (written.length > 1 || fields.dayOfWeek.length === 7)
        ? null
        : anyOf(fields.dayOfWeek.map(weekdayTest)),
    fixed: written.length > 1 && !/[*/]/.test(seconds + minutes + hours),
  };
}

/** The names of the fields in node-cron. */
const FIELDS = ["second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek"] as const;

function brokenWords(errors: readonly { readonly field: string; readonly value?: string }[]): Message {
  const fields = errors.flatMap(({ field, value = "" }) => {
    const known = FIELDS.find((each) => each === field);
    return known ? [message("schedule.cronField", { field: message(`schedule.${known}`), value })] : [];
  });
  return fields.length > 0 ? message("schedule.cronFields", { fields }) : message("schedule.noCron");
}

/** The pattern of a time of day on some weekdays (0 is Sunday) and some days, null for all. */
export function dailyPattern(
  timeOfDay: number,
  weekdays: readonly number[] | null,
  days: LocalDayTest | null = null,
): CronPattern {
  const seconds = Math.floor(timeOfDay / 1000);
  return {
    seconds: [seconds % 60],
    minutes: [Math.floor(seconds / 60) % 60],
    hours: [Math.floor(seconds / 3600)],
    months: EVERY_MONTH,
    dayOfMonth: null,
    dayOfWeek:
      weekdays || days
        ? ({ weekday, midnight }) => (weekdays?.includes(weekday) ?? true) && (days?.(midnight) ?? true)
        : null,
    fixed: true,
  };
}

const EVERY_MONTH: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

/**
 * The first instant after `after` that matches the pattern, in milliseconds since the epoch; null when there is none
 * in 41 years.
 *
 * When the clocks go forward, a skipped fixed time runs at the end of the gap, and a beat continues after it. When
 * they go back, a fixed time runs only the first time, and a beat continues through both hours.
 */
export function nextCron(pattern: CronPattern, after: number, clock: ZoneClock): number | null {
  let instant = (Math.floor(after / 1000) + 1) * 1000;
  const end = after + HORIZON_MS;
  while (instant < end) {
    const stretch = clock.stretchAt(instant);
    let local = instant + stretch.offset;
    if (pattern.fixed && Number.isFinite(stretch.from)) {
      // The wall clock at the beginning of this stretch: a local time after it may lie in a gap, one before it has
      // been already.
      const before = stretch.from + clock.stretchAt(stretch.from - 1).offset;
      if (instant === stretch.from && nextLocal(pattern, before, local) !== null) return instant;
      local = Math.max(local, before);
    }
    const found = nextLocal(pattern, local, Math.min(stretch.to, end) + stretch.offset);
    if (found !== null) return found - stretch.offset;
    if (!Number.isFinite(stretch.to)) return null;
    instant = stretch.to;
  }
  return null;
}

/** The first local time in [from, end) that matches the pattern; null when there is none. */
function nextLocal(pattern: CronPattern, from: number, end: number): number | null {
  let midnight = startOfDay(from);
  let earliest = from - midnight;
  while (midnight < end) {
    const day = dayOf(midnight);
    if (!pattern.months.has(day.month)) {
      midnight += (day.length - day.date + 1) * DAY_MS;
      earliest = 0;
      continue;
    }
    if (dayFits(pattern, day)) {
      const time = timeAtOrAfter(pattern, earliest);
      if (time !== null) return midnight + time < end ? midnight + time : null;
    }
    midnight += DAY_MS;
    earliest = 0;
  }
  return null;
}

/** Like crontab(5): when both the day of the month and the weekday are given, either is enough. */
function dayFits({ dayOfMonth, dayOfWeek }: CronPattern, day: Day): boolean {
  if (dayOfMonth && dayOfWeek) return dayOfMonth(day) || dayOfWeek(day);
  return (dayOfMonth ?? dayOfWeek)?.(day) ?? true;
}

/**
 * The first time of day at or after `earliest`, both in milliseconds since midnight; null when there is none on this
 * day.
 */
function timeAtOrAfter(pattern: CronPattern, earliest: number): number | null {
  const wanted = Math.ceil(earliest / 1000);
  const [hour, minute, second] = [Math.floor(wanted / 3600), Math.floor(wanted / 60) % 60, wanted % 60];
  for (const h of pattern.hours) {
    if (h < hour) continue;
    for (const m of pattern.minutes) {
      if (h === hour && m < minute) continue;
      for (const s of pattern.seconds) {
        if (h === hour && m === minute && s < second) continue;
        return ((h * 60 + m) * 60 + s) * 1000;
      }
    }
  }
  return null;
}

function dayOf(midnight: number): Day {
  const date = new Date(midnight);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, date: date.getUTCDate(), weekday: weekdayOf(midnight), length, midnight };
}

function numbers(values: readonly (number | string)[]): number[] {
  return [...new Set(values.map(Number))].sort((a, b) => a - b);
}

function anyOf(tests: readonly DayTest[]): DayTest {
  return (day) => tests.some((test) => test(day));
}

/**
 * Tests a day of the month: `15`, `L` the last day, `L-2` two before it, `15W` the working day nearest to the 15th,
 * `LW` the last working day.
 */
function dateTest(value: number | string): DayTest {
  const text = String(value).toUpperCase();
  const match = /^(?:L(?:-(\d+))?|(\d+))(W)?$/.exec(text);
  const [, back = "0", date, working] = match ?? [];
  const wanted = ({ length }: Day): number => (date === undefined ? length - Number(back) : Number(date));
  if (!working) return (day) => day.date === wanted(day);
  return (day) => day.date === nearestWorkingDay(wanted(day), day);
}

/** The working day nearest to a date within its month. */
function nearestWorkingDay(date: number, day: Day): number {
  if (date > day.length) return -1;
  const weekday = (((day.weekday + date - day.date) % 7) + 7) % 7;
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === day.length ? date - 2 : date + 1;
  return date;
}

/** Tests a weekday: `5`, `5L` the last Friday, `5#2` the second Friday. */
function weekdayTest(value: number | string): DayTest {
  const match = /^(\d)(?:(L)|#(\d))?$/i.exec(String(value));
  const [, weekday = "-1", last, nth] = match ?? [];
  const wanted = Number(weekday) % 7;
  return (day) =>
    day.weekday === wanted && (!last || day.date + 7 > day.length) && (!nth || Math.ceil(day.date / 7) === Number(nth));
}
