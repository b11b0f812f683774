/** Times, days and durations of definitions in words. */
import type { Phrase } from "../../home/index.ts";
import { durationPhrase, message, weekdaysPhrase } from "../../language/index.ts";
import type { SunEvent, Weekday } from "../definition/basics.ts";
import { cycleOf } from "../definition/dates.ts";
import { toMs } from "../definition/durations.ts";
import { weekdayNumbers } from "../schedule/next.ts";
import { weekdayOf, zoneClock } from "../schedule/zone.ts";

/** A moment on the wall clock of a zone: "Wed 18:30". */
export function weekdayTimePhrase(at: number, timezone: string): Phrase {
  const local = zoneClock(timezone).toLocal(at);
  const time = new Date(local).toISOString().slice(11, 16);
  return message("times.weekdayTime", { weekday: weekdayOf(local), time });
}

/** A duration for which something must hold, or has held; empty without one. */
export function lastingWords(duration: string | number | undefined): Phrase {
  return duration === undefined || toMs(duration) === 0 ? "" : durationPhrase(toMs(duration));
}

/**
 * The values of the texts about the sun.
 * @param offset milliseconds, negative before it
 */
export function sunPoint(event: SunEvent, offset: number) {
  const duration: Phrase = offset === 0 ? "" : durationPhrase(Math.abs(offset));
  return { event, offset: duration, before: offset < 0 };
}

/** Days as an adverbial: "on weekdays", "every other day", "on Mon of every 3rd week". */
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

/** A time with its zone, where it is written in another than the home's. */
export function inZone(when: Phrase, zone: string | undefined): Phrase {
  return zone === undefined ? when : message("triggers.inZone", { when, zone });
}
