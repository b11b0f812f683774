import { type SunEventName, weekdayGroup } from "../weekdays.ts";
import { countedNoun, grammar } from "./grammar.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Durations, moments and weekdays (0 is Sunday). */
export const times = {
  /** Words for the past, for parsing: behind a duration, and for a day that many days back. Longer ones first. */
  past: {
    ago: ["ago", "before"],
    days: [
      ["the day before yesterday", 2],
      ["yesterday", 1],
      ["today", 0],
    ] as readonly (readonly [word: string, back: number])[],
  },
  duration: ({ days, hours, minutes, seconds }: DurationValues) =>
    [
      days > 0 ? countedNoun(days, "day") : "",
      hours > 0 ? countedNoun(hours, "hour") : "",
      minutes > 0 ? countedNoun(minutes, "minute") : "",
      seconds > 0 ? countedNoun(seconds, "second") : "",
    ]
      .filter((part) => part !== "")
      .join(" ") || "0 seconds",
  today: "today {time}",
  tomorrow: "tomorrow {time}",
  yesterday: "yesterday {time}",
  /** Another day; without the year for the current one. */
  date: ({ year, month, day, weekday, time }: MomentValues) =>
    `${WEEKDAYS[weekday] ?? ""} ${day} ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`} ${time}`,
  /** A day without a time: of one year, of this one (`year` is null), or of every year (`weekday` is null as well). */
  day: ({ year, month, day, weekday }: DayValues) =>
    [weekday === null ? "" : WEEKDAYS[weekday], String(day), MONTHS[month - 1], year ?? ""]
      .filter((part) => part !== "")
      .join(" "),
  thisDay: "today",
  nextDay: "tomorrow",
  /** A moment in a reply; `days` from today. */
  clock: ({ days, year, month, day, weekday, hour, minute }: ClockValues) => {
    const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    if (days === 0) return time;
    if (days === 1) return `tomorrow ${time}`;
    if (days === -1) return `yesterday ${time}`;
    return `${WEEKDAYS[weekday] ?? ""} ${day} ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`} ${time}`;
  },
  /** A time of today with its weekday. */
  weekdayTime: ({ weekday, time }: { weekday: number; time: string }) => `${WEEKDAYS[weekday] ?? ""} ${time}`,
  weekdays: ({ weekdays }: { weekdays: readonly number[] }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "every day";
    if (group === "weekdays") return "on weekdays";
    return group === "weekend" ? "at weekends" : `on ${listOf(weekdays, "and")}`;
  },
  /** Every so many days or weeks; `days`: only on these weekdays, empty for all. */
  cycle: ({ count, weeks, days }: { count: number; weeks: boolean; days: string }) => {
    const unit = weeks ? "week" : "day";
    const often = count === 2 ? `every other ${unit}` : `every ${count} ${unit}s`;
    return days === "" ? often : `${days} ${often}`;
  },
  isWeekday: ({ weekdays }: { weekdays: readonly number[] }) => {
    const group = weekdayGroup(weekdays);
    if (group === "all") return "it is every day";
    if (group === "weekdays") return "it is a weekday";
    return group === "weekend" ? "it is the weekend" : `it is ${listOf(weekdays, "or")}`;
  },
  /** An event of the sun as a point of the day. `offset`: a duration, or empty. */
  sunPoint: ({ event, offset, before }: SunPointValues) =>
    offset === "" ? event : `${offset} ${before ? "before" : "after"} ${event}`,
  atSun: ({ event, offset, before }: SunPointValues) =>
    offset === "" ? `at ${event}` : `${offset} ${before ? "before" : "after"} ${event}`,
};

export interface DurationValues {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

export interface MomentValues {
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly time: string;
}

export interface DayValues extends Omit<MomentValues, "time" | "weekday"> {
  readonly weekday: number | null;
}

export interface ClockValues extends Omit<MomentValues, "time"> {
  /** From today: 1 is tomorrow. */
  readonly days: number;
  readonly hour: number;
  readonly minute: number;
}

export interface SunPointValues {
  readonly event: SunEventName;
  readonly offset: string;
  readonly before: boolean;
}

/** How long a state has lasted; empty for an empty `duration`. */
export function lasting(duration: string): string {
  return duration === "" ? "" : ` for ${duration}`;
}

function listOf(weekdays: readonly number[], joining: "and" | "or"): string {
  return grammar.list(
    weekdays.map((day) => WEEKDAYS[day] ?? ""),
    joining,
  );
}
