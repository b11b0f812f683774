import type { PastClock, PastPartName, PastPeriodName, SpanReport } from "../past-reports.ts";
import { MONTH_NAMES } from "./times.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const PERIODS: Readonly<Record<PastPeriodName, string>> = {
  week: "week",
  weekend: "weekend",
  month: "month",
  year: "year",
};

function time({ hour, minute }: PastClock): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/** "this morning", "this afternoon", "this evening". */
function partOfToday(hour: number): string {
  return hour < 12 ? "this morning" : hour < 18 ? "this afternoon" : "this evening";
}

/** "on Tuesday", "on 12 November". */
function dayText({ days, year, month, day, weekday }: PastClock): string {
  if (days === 0) return "today";
  if (days === -1) return "yesterday";
  if (days > -7) return `on ${WEEKDAYS[weekday] ?? ""}`;
  return `on ${day} ${MONTH_NAMES[month - 1] ?? ""}${year === null ? "" : ` ${year}`}`;
}

/** "at 7:42 this morning", "at 22:10 last night", "on Tuesday at 8:05"; without the day when that is clear. */
export function momentText(at: PastClock): string {
  const clock = `at ${time(at)}`;
  if (at.clear) return clock;
  if (at.days === 0) return `${clock} ${partOfToday(at.hour)}`;
  if (at.days === -1) return `${clock} ${at.hour >= 18 ? "last night" : "yesterday"}`;
  return `${dayText(at)} ${clock}`;
}

/** One end of a stretch, with its day unless that is clear or the same as `other`. */
export function clockText(at: PastClock, other: number): string {
  if (at.clear || (at.days === other && at.days === 0)) return time(at);
  return at.days === 0 ? `${time(at)} today` : `${time(at)} ${dayText(at)}`;
}

const PARTS: Readonly<Record<PastPartName, string>> = {
  small: "in the small hours",
  morning: "morning",
  noon: "at lunchtime",
  afternoon: "afternoon",
  evening: "evening",
  night: "night",
};

function partText(on: PastClock, part: PastPartName): string {
  const day = dayText(on);
  if (part === "small" || part === "noon") return on.days === 0 ? PARTS[part] : `${day} ${PARTS[part]}`;
  if (on.days === 0) return part === "night" ? "tonight" : `this ${PARTS[part]}`;
  if (on.days === -1) return part === "night" ? "last night" : `yesterday ${PARTS[part]}`;
  return `${day}${on.days > -7 ? " " : " in the "}${PARTS[part]}`;
}

/** "last night", "this week", "in the last 2 hours", "between 14:00 and 16:00". */
export function spanText(span: SpanReport): string {
  switch (span.kind) {
    case "day":
      return span.part === null ? dayText(span.on) : partText(span.on, span.part);
    case "period":
      if (span.unit === "weekend") return ["at the weekend", "last weekend"][span.back] ?? "the weekend before last";
      if (span.back < 2) return `${span.back === 0 ? "this" : "last"} ${PERIODS[span.unit]}`;
      return span.back === 2 ? `the ${PERIODS[span.unit]} before last` : `${span.back} ${PERIODS[span.unit]}s ago`;
    case "last":
      return `in the last ${span.length.replace(/^1 (?=\w+$)/, "")}`;
    case "since":
      return `since ${momentText(span.from).replace(/^(?:at|on) /, "")}`;
    case "between":
      return `between ${clockText(span.from, span.to.days)} and ${clockText(span.to, span.from.days)}`;
    case "at":
      return momentText(span.at);
    case "same-time":
      return `at this time ${dayText(span.on)}`;
    case "now":
      return "now";
    default:
      return span satisfies never;
  }
}
