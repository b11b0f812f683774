import { z } from "zod";
import { message, weekdaysPhrase } from "../../language/index.ts";
import { SunEvent, Weekdays } from "../definition/basics.ts";
import { Offset, offsetMs } from "../definition/durations.ts";
import { everyField, fromField, missedField } from "../definition/schedules.ts";
import { daysWords, sunPoint } from "../describe/times.ts";
import { clockOf, cycleDays, firstDay, type NextRun, type ScheduleLocation, weekdayNumbers } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { nextSun } from "../schedule/sun.ts";
import { defineSchedule } from "./schedule-kind.ts";

const schema = z.strictObject({
  type: z.literal("sun"),
  event: SunEvent,
  offset: Offset.optional(),
  weekdays: Weekdays.optional(),
  every: everyField,
  from: fromField,
  missed: missedField,
});
type Sun = z.infer<typeof schema>;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

function prepare(trigger: Sun, place: ScheduleLocation): NextRun {
  const { location } = place;
  if (!location) throw new ScheduleError(message("schedule.noLocation"));
  const clock = clockOf(place);
  const weekdays = weekdayNumbers(trigger.weekdays);
  const offset = offsetMs(trigger.offset);
  const days = cycleDays(trigger);
  return (after) => nextSun(trigger.event, offset, weekdays, after, location, clock, days);
}

function sunWords({ event, offset }: Sun) {
  return message("times.atSun", sunPoint(event, offsetMs(offset)));
}

/** Sunrise, sunset, dawn or dusk. */
export const sunTrigger = defineSchedule({
  type: "sun",
  schema,
  example: { type: "sun", event: "sunset", offset: "-30m" },
  completed: (trigger, home, now) => firstDay(trigger, home, now, prepare),
  words(trigger) {
    const when = sunWords(trigger);
    if (!trigger.weekdays && trigger.every === undefined) return when;
    return message("triggers.onDays", { days: daysWords(trigger), when });
  },
  /** Told with its repetition: the sun rises every day. */
  consentWords(trigger) {
    const days = trigger.weekdays || trigger.every ? daysWords(trigger) : weekdaysPhrase(EVERY_DAY);
    return message("triggers.onDays", { days, when: sunWords(trigger) });
  },
  watch: {
    by: "schedule",
    prepare,
    startsIn: () => null,
    once: false,
    days: "own",
    // Nobody plans by the seconds of a sunrise.
    toTheMinute: true,
    missed: { within: "10m" },
    field: "event",
    fix: message("schedule.fixSun"),
    never: message("schedule.never"),
  },
});
