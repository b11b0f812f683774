import { z } from "zod";
import { message } from "../../language/index.ts";
import { TimeOfDay, Weekdays, Zone } from "../definition/basics.ts";
import { everyField, fromField, missedField } from "../definition/schedules.ts";
import { daysWords, inZone } from "../describe/times.ts";
import { dailyPattern } from "../schedule/cron.ts";
import {
  clockOf,
  cronRun,
  cycleDays,
  firstDay,
  type NextRun,
  type ScheduleLocation,
  weekdayNumbers,
} from "../schedule/next.ts";
import { timeOfDayMs } from "../schedule/zone.ts";
import { defineSchedule } from "./schedule-kind.ts";

const schema = z.strictObject({
  type: z.literal("time"),
  at: TimeOfDay,
  /** Every day when left out. */
  weekdays: Weekdays.optional(),
  every: everyField,
  from: fromField,
  zone: Zone.optional(),
  missed: missedField,
});

function prepare(trigger: z.infer<typeof schema>, place: ScheduleLocation): NextRun {
  const { at, weekdays, zone } = trigger;
  const pattern = dailyPattern(timeOfDayMs(at), weekdayNumbers(weekdays), cycleDays(trigger));
  return cronRun(pattern, clockOf(place, zone));
}

/** A time of day. */
export const timeTrigger = defineSchedule({
  type: "time",
  schema,
  example: { type: "time", at: "07:00", weekdays: ["mon"] },
  completed: (trigger, home, now) => firstDay(trigger, home, now, prepare),
  words: (trigger) => inZone(message("triggers.dailyAt", { days: daysWords(trigger), time: trigger.at }), trigger.zone),
  watch: {
    by: "schedule",
    prepare,
    startsIn: () => null,
    once: false,
    days: "own",
    toTheMinute: false,
    missed: { within: "10m" },
    field: "at",
    fix: message("schedule.fixTime"),
    never: message("schedule.never"),
  },
});
