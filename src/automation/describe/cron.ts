/** The meaning of cron expressions in words: nobody should have to read one. */
import type { Phrase } from "../../home/index.ts";
import { durationPhrase, message, weekdaysPhrase } from "../../language/index.ts";
import { type CronPattern, parseCron } from "../schedule/cron.ts";

/** The most times of day that are listed. */
const MOST_TIMES = 12;
/** From this many regular hours on they are told as a step ("every 2 hours"). */
const REGULAR = 5;
const MINUTE = 60_000;

/**
 * A cron expression as an adverbial: "on weekdays at 07:00", "every 10 minutes from 08:00 to 17:50", "on the first
 * Monday of every month at 09:00".
 */
export function cronWords(expression: string): Phrase {
  const quoted = message("triggers.cron", { expression });
  try {
    const pattern = parseCron(expression);
    const days = daysWords(fieldsOf(expression), pattern);
    return days === null ? quoted : (timesWords(pattern, days) ?? quoted);
  } catch {
    return quoted;
  }
}

/** The fields for days, as they are written. */
interface DayFields {
  readonly date: string;
  readonly weekday: string;
}

function fieldsOf(expression: string): DayFields {
  const [date = "*", , weekday = "*"] = expression.trim().split(/\s+/).slice(-3);
  return { date: date.toUpperCase(), weekday: weekday.toUpperCase() };
}

function timesWords({ seconds, minutes, hours }: CronPattern, days: Phrase): Phrase | null {
  const [second = 0, ...moreSeconds] = seconds;
  const [minute = 0, ...moreMinutes] = minutes;
  const [hour = 0] = hours;
  if (moreSeconds.length > 0) return null;
  const [step, hourly] = [stepOf(minutes, 60), stepOf(hours, 24)];
  const between = { from: clock(hour, minute), to: clock(hours.at(-1) ?? 0, minutes.at(-1) ?? 0) };
  const window = hours.length === 24 ? { from: "", to: "" } : isRun(hours) ? between : null;
  if (second === 0 && moreMinutes.length > 0 && step !== null && window !== null) {
    return message("triggers.beat", { days, duration: durationPhrase(step * MINUTE), minute: 0, ...window });
  }
  if (second === 0 && moreMinutes.length === 0 && hours.length >= REGULAR && (hourly !== null || isRun(hours))) {
    const duration = durationPhrase((hourly ?? 1) * 60 * MINUTE);
    return message("triggers.beat", { days, duration, minute, ...(hourly === null ? between : { from: "", to: "" }) });
  }
  if (minutes.length * hours.length > MOST_TIMES) return null;
  const times = hours.flatMap((each) => minutes.map((at) => clock(each, at) + (second === 0 ? "" : `:${two(second)}`)));
  return message("triggers.calendarAt", { days, times });
}

/**
 * The days of an expression: "every day", "on weekdays", "on the 1st and the 15th of every month"; null where there
 * are no words for them.
 */
function daysWords({ date, weekday }: DayFields, { dayOfMonth, dayOfWeek, months }: CronPattern): Phrase | null {
  const inMonths = months.size === 12 ? [] : [...months].sort((a, b) => a - b);
  const dates = dayOfMonth === null ? [] : datesWords(date, dayOfMonth);
  const { nth, plain } = dayOfWeek === null ? { nth: [], plain: [] } : weekdaysOf(weekday, dayOfWeek);
  if (dates === null) return null;
  const ofMonth =
    dates.length + nth.length === 0
      ? null
      : message("triggers.ofMonth", { days: [...dates, ...nth], months: inMonths });
  const everyWeek = plain.length > 0 || ofMonth === null ? weekdaysPhrase(plain.length > 0 ? plain : null) : null;
  const week =
    everyWeek &&
    (inMonths.length === 0 ? everyWeek : message("triggers.inMonths", { days: everyWeek, months: inMonths }));
  if (ofMonth === null) return week;
  return week === null ? ofMonth : message("triggers.eitherDay", { days: [ofMonth, week] });
}

type DayTest = NonNullable<CronPattern["dayOfMonth"]>;

/** The days of the month, each as a phrase; null where there are no words for some of them. */
function datesWords(field: string, test: DayTest): Phrase[] | null {
  const parts = field.split(",");
  if (parts.every((part) => !/[LW]/.test(part))) {
    const days = ALL_DATES.filter((day) => test({ ...SOME_MONTH, date: day }));
    const regular = days.length > 10 && days.every((day) => day % 2 === (days[0] ?? 0) % 2);
    if (regular && days.length >= 15) return [message("triggers.alternateDays", { odd: (days[0] ?? 0) % 2 === 1 })];
    return days.map((day) => message("triggers.dayOfMonth", { day }));
  }
  const told = parts.map((part): Phrase | null => {
    if (/^\d+$/.test(part)) return message("triggers.dayOfMonth", { day: Number(part) });
    if (part === "L") return message("triggers.lastDay");
    if (part === "LW") return message("triggers.lastWorkingDay");
    const working = /^(\d+)W$/.exec(part)?.[1];
    return working === undefined ? null : message("triggers.workingDay", { day: Number(working) });
  });
  const known = told.filter((each) => each !== null);
  return known.length === told.length ? known : null;
}

/**
 * Weekdays with their place in the month: `1#1` is the first Monday, `5L` the last Friday; plain ones come every
 * week.
 */
function weekdaysOf(
  field: string,
  test: DayTest,
): { readonly nth: readonly Phrase[]; readonly plain: readonly number[] } {
  const parts = field.split(",");
  const nth = parts.flatMap((part): Phrase[] => {
    const [, day, last, which] = NTH.exec(part) ?? [];
    if (day === undefined) return [];
    const weekday = /\d/.test(day) ? Number(day) % 7 : NAMES.indexOf(day);
    return [message("triggers.nthWeekday", { nth: last ? -1 : Number(which), weekday })];
  });
  if (nth.length === parts.length) return { nth, plain: [] };
  return { nth, plain: [0, 1, 2, 3, 4, 5, 6].filter((weekday) => everyWeek(test, weekday)) };
}

/** Whether a weekday matches in every week of a month. */
function everyWeek(test: DayTest, weekday: number): boolean {
  return [1, 8, 15, 22, 29].every((date) => test({ ...SOME_MONTH, date, weekday }));
}

const NTH = /^(\d|[A-Z]{3})(?:(L)|#(\d))$/;
const NAMES = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const SOME_MONTH = { year: 2026, month: 1, date: 1, weekday: 4, length: 31, midnight: Date.UTC(2026, 0, 1) };
const ALL_DATES = Array.from({ length: 31 }, (_, index) => index + 1);

/** The step n of numbers that are every n-th from 0 to `end`; null for other numbers. */
function stepOf(numbers: readonly number[], end: number): number | null {
  const step = end / numbers.length;
  return Number.isInteger(step) && numbers.every((each, index) => each === index * step) ? step : null;
}

/** Whether each number is one more than the one before. */
function isRun(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((each, index) => index === 0 || each === (numbers[index - 1] ?? 0) + 1);
}

function clock(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
