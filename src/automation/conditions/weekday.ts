import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { message, weekdaysInOrder } from "../../language/index.ts";
import { WEEKDAYS, type Weekday, Weekdays } from "../definition/basics.ts";
import { weekdayTimePhrase } from "../describe/times.ts";
import { weekdayNumbers } from "../schedule/next.ts";
import { weekdayOf, zoneClock } from "../schedule/zone.ts";
import { defineCondition, PLAIN } from "./kind.ts";

/** It is one of certain days of the week. */
export const weekdayCondition = defineCondition({
  ...PLAIN,
  type: "weekday",
  schema: z.strictObject({ type: z.literal("weekday"), days: Weekdays }),
  example: { type: "weekday", days: ["sat", "sun"] },
  check: () => undefined,
  words: ({ days }) => daysWords(days),
  notWords({ days }) {
    const others = WEEKDAYS.filter((day) => !days.includes(day));
    return others.length > 0 ? daysWords(others) : null;
  },
  evaluate({ days }, { home, now }) {
    const today = weekdayOf(zoneClock(home.timezone).toLocal(now));
    return {
      holds: weekdayNumbers(days)?.includes(today) ?? false,
      detail: weekdayTimePhrase(now, home.timezone),
    };
  },
  dependsOnTime: () => true,
});

function daysWords(days: readonly Weekday[]): Phrase {
  return message("times.isWeekday", { weekdays: weekdaysInOrder(weekdayNumbers(days)) });
}
