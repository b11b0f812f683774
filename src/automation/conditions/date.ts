import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { datePhrase, type MessageKey, message } from "../../language/index.ts";
import { asList } from "../definition/basics.ts";
import { calendarDay, Day } from "../definition/dates.ts";
import { isOnDate } from "../schedule/days.ts";
import { startOfDay, zoneClock } from "../schedule/zone.ts";
import { defineCondition, PLAIN } from "./kind.ts";

const schema = z
  .strictObject({
    type: z.literal("date"),
    /** The first and the last day: of every year (`06-01` to `08-31`, also across the turn of the year), or of one. */
    from: Day.optional(),
    to: Day.optional(),
    /** Single days. */
    on: z.union([Day, z.array(Day).min(1).max(100)]).optional(),
  })
  .refine(({ from, to, on }) => from ?? to ?? on, "definition.dates" satisfies MessageKey)
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from.length === to.length,
    "definition.datesAlike" satisfies MessageKey,
  );

/** It is one of certain days of the year. */
export const dateCondition = defineCondition({
  ...PLAIN,
  type: "date",
  schema,
  example: { type: "date", from: "06-01", to: "08-31" },
  check: () => undefined,
  words: (condition) => dateWords(condition, false),
  notWords: (condition) => dateWords(condition, true),
  evaluate(condition, { home, now }) {
    const local = zoneClock(home.timezone).toLocal(now);
    return {
      holds: isOnDate(condition, startOfDay(local)),
      detail: datePhrase(new Date(local).toISOString().slice(0, "2026-12-24".length)),
    };
  },
  dependsOnTime: () => true,
  dayTest: (condition) => (midnight) => isOnDate(condition, midnight),
});

/** Days of the year, or whole months; `not`: all the others. */
function dateWords({ from, to, on }: z.infer<typeof schema>, not: boolean): Phrase {
  const months = on === undefined && from !== undefined && to !== undefined ? wholeMonths(from, to) : null;
  if (months) return message("conditions.months", { ...months, not });
  return message("conditions.dates", {
    from: from === undefined ? "" : datePhrase(from),
    to: to === undefined ? "" : datePhrase(to),
    on: asList(on).map((day) => datePhrase(day)),
    not,
  });
}

/** The months of every year that two days begin and end; null where they lie within one. */
function wholeMonths(from: string, to: string): { readonly first: number; readonly last: number } | null {
  const [first, last] = [calendarDay(from), calendarDay(to)];
  if (first?.year !== null || last?.year !== null || first.day !== 1) return null;
  const length = Temporal.PlainDate.from({ year: 2027, month: last.month, day: 1 }).daysInMonth;
  return last.day >= length ? { first: first.month, last: last.month } : null;
}
