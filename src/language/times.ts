/** Durations, moments and weekdays in words. The `…Phrase` functions return them as data. */
import type { Phrase } from "../home/index.ts";
import type { Language } from "./language.ts";
import { message, textOf } from "./message.ts";
import { weekdaysInOrder } from "./weekdays.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration in words, to the second: "1 hour 30 minutes", "1小时30分钟". */
export function durationWords(ms: number, language: Language): string {
  return textOf(durationPhrase(ms), language);
}

export function durationPhrase(ms: number): Phrase {
  const rest = Math.max(0, Math.round(ms / SECOND) * SECOND);
  return message("times.duration", {
    days: Math.floor(rest / DAY),
    hours: Math.floor((rest % DAY) / HOUR),
    minutes: Math.floor((rest % HOUR) / MINUTE),
    seconds: (rest % MINUTE) / SECOND,
  });
}

/** A moment, without the year when it is the current one: "Wed 25 Nov 07:00", 11月25日 周三 07:00. @param at, now milliseconds since the epoch */
export function momentWords(at: number, now: number, timezone: string, language: Language): string {
  return textOf(momentPhrase(at, now, timezone), language);
}

export function momentPhrase(at: number, now: number, timezone: string): Phrase {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const time = moment.toPlainTime().toString({ smallestUnit: moment.second === 0 ? "minute" : "second" });
  switch (moment.toPlainDate().since(today.toPlainDate(), { largestUnit: "days" }).days) {
    case 0:
      return message("times.today", { time });
    case 1:
      return message("times.tomorrow", { time });
    case -1:
      return message("times.yesterday", { time });
    default:
      return message("times.date", {
        year: moment.year === today.year ? null : moment.year,
        month: moment.month,
        day: moment.day,
        weekday: moment.dayOfWeek % 7,
        time,
      });
  }
}

/** A day: "Thu 24 Dec 2026", 2026年12月24日 周四; of every year: "24 Dec", 12月24日. @param day `2026-12-24`, or `12-24` for every year */
export function datePhrase(day: string, now?: { readonly at: number; readonly timezone: string }): Phrase {
  const yearly = day.length <= "12-24".length;
  const date = Temporal.PlainDate.from(yearly ? `2028-${day}` : day);
  const values = { month: date.month, day: date.day };
  if (yearly) return message("times.day", { ...values, year: null, weekday: null });
  const today = now && Temporal.Instant.fromEpochMilliseconds(now.at).toZonedDateTimeISO(now.timezone).toPlainDate();
  const days = today?.until(date, { largestUnit: "days" }).days;
  if (days === 0) return message("times.thisDay");
  if (days === 1) return message("times.nextDay");
  return message("times.day", {
    ...values,
    year: today?.year === date.year ? null : date.year,
    weekday: date.dayOfWeek % 7,
  });
}

/** A moment in a reply, to the minute: "14:05" and 下午2点05分 for today, else with the day before it. */
export function clockWords(at: number, now: number, timezone: string, language: Language): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const { hour, minute, month, day } = moment;
  return textOf(
    message("times.clock", {
      days: moment.toPlainDate().since(today.toPlainDate(), { largestUnit: "days" }).days,
      year: moment.year === today.year ? null : moment.year,
      month,
      day,
      weekday: moment.dayOfWeek % 7,
      hour,
      minute,
    }),
    language,
  );
}

/** "on weekdays", "at weekends", "on Mon and Wed", "every day". @param weekdays 0 is Sunday; null is every day */
export function weekdaysWords(weekdays: readonly number[] | null, language: Language): string {
  return textOf(weekdaysPhrase(weekdays), language);
}

export function weekdaysPhrase(weekdays: readonly number[] | null): Phrase {
  return message("times.weekdays", { weekdays: weekdaysInOrder(weekdays) });
}
