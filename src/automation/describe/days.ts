import type { Phrase } from "../../home/index.ts";
import { message, weekdaysPhrase } from "../../language/index.ts";
import type { Weekday } from "../definition/basics.ts";
import { cycleOf } from "../definition/dates.ts";
import { weekdayNumbers } from "../schedule/next.ts";

/** "on weekdays", "every other day", "on Mon of every 3rd week". */
export function daysWords({
  weekdays,
  every,
}: {
  readonly weekdays?: readonly Weekday[] | undefined;
  readonly every?: string | undefined;
}): Phrase {
  const days = weekdaysPhrase(weekdayNumbers(weekdays));
  if (every === undefined) return days;
  const { count, unit } = cycleOf(every);
  if (count === 1) return days;
  return message("times.cycle", { count, weeks: unit === "week", days: weekdays ? days : "" });
}

/** When something comes, with the time zone that it is written in. */
export function inZone(when: Phrase, zone: string | undefined): Phrase {
  return zone === undefined ? when : message("triggers.inZone", { when, zone });
}
