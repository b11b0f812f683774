import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { type MessageKey, message } from "../../language/index.ts";
import { type SunEvent, TimeOfDay } from "../definition/basics.ts";
import { durationMs, offsetMs } from "../definition/durations.ts";
import { sunPoint, weekdayTimePhrase } from "../describe/times.ts";
import type { ScheduleLocation } from "../schedule/next.ts";
import { sunTime } from "../schedule/sun.ts";
import { startOfDay, timeOfDayMs, zoneClock } from "../schedule/zone.ts";
import { type ConditionContext, defineCondition, PLAIN } from "./kind.ts";

const SUN_POINT = /^(sunrise|sunset|dawn|dusk)(.*)$/;

/** A point of the day: `22:00`, `sunset`, `sunset-30m`, `dawn+1h`. */
export const DayPoint = z.union([
  TimeOfDay,
  z.string().refine((point) => {
    const match = /^(?:sunrise|sunset|dawn|dusk)(?:[+-](.+))?$/.exec(point);
    return match !== null && (match[1] === undefined || durationMs(match[1]) !== null);
  }, "definition.dayPoint" satisfies MessageKey),
]);
export type DayPoint = z.infer<typeof DayPoint>;

const schema = z
  .strictObject({
    type: z.literal("time"),
    after: DayPoint.optional(),
    /** May lie before `after`: the window then goes across midnight. */
    before: DayPoint.optional(),
  })
  .refine(({ after, before }) => after !== undefined || before !== undefined, "definition.window" satisfies MessageKey);

/** It is within a window of the day. */
export const timeCondition = defineCondition({
  ...PLAIN,
  type: "time",
  schema,
  example: { type: "time", after: "22:00", before: "sunrise" },
  check({ after = "", before = "" }, field, { home, problems }) {
    if (!/[a-z]/.test(`${after}${before}`) || home.location) return;
    problems.add(field, "", message("schedule.noLocation"), message("schedule.fixSun"));
  },
  words: ({ after, before }) => windowWords(after, before),
  notWords: ({ after, before }) => windowWords(before, after),
  evaluate: (condition, context) => ({
    holds: isInWindow(condition, context),
    detail: weekdayTimePhrase(context.now, context.home.timezone),
  }),
  dependsOnTime: () => true,
});

function windowWords(after: DayPoint | undefined, before: DayPoint | undefined): Phrase {
  if (after !== undefined && before !== undefined) {
    return message("conditions.between", { after: pointWords(after), before: pointWords(before) });
  }
  return after !== undefined
    ? message("conditions.after", { after: pointWords(after) })
    : message("conditions.before", { before: pointWords(before ?? "") });
}

function pointWords(point: DayPoint): Phrase {
  const match = SUN_POINT.exec(point);
  return match ? message("times.sunPoint", sunPoint(match[1] as SunEvent, offsetMs(match[2]))) : point;
}

/** Whether `now` lies in a window of the day. A window whose end comes before its start goes across midnight. */
function isInWindow(window: z.infer<typeof schema>, { home, now }: ConditionContext): boolean {
  const local = zoneClock(home.timezone).toLocal(now);
  const midnight = startOfDay(local);
  const after = pointOfDay(window.after, midnight, home);
  const before = pointOfDay(window.before, midnight, home);
  const time = local - midnight;
  if (after === null || before === null) return false;
  if (after === undefined) return before === undefined || time < before;
  if (before === undefined) return time >= after;
  return after <= before ? after <= time && time < before : time >= after || time < before;
}

/** Milliseconds since local midnight; null when the sun does not do this today. */
function pointOfDay(point: DayPoint | undefined, midnight: number, home: ScheduleLocation): number | null | undefined {
  if (point === undefined) return undefined;
  const match = SUN_POINT.exec(point);
  if (!match) return timeOfDayMs(point);
  if (!home.location) return null;
  const clock = zoneClock(home.timezone);
  const at = sunTime(match[1] as SunEvent, midnight, home.location, clock);
  return at === null ? null : clock.toLocal(at) + offsetMs(match[2]) - midnight;
}
