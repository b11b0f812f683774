import { z } from "zod";
import { durationPhrase, message } from "../../language/index.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { missedField } from "../definition/schedules.ts";
import { clockOf, NO_MOMENT, parseMoment, writeMoment } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { defineSchedule } from "./schedule-kind.ts";

const schema = z.strictObject({
  type: z.literal("interval"),
  /** At least one second. */
  every: Duration,
  /** The start of counting; saving fills in the moment of saving. */
  from: z.string().max(60).optional(),
  missed: missedField,
});

/** Again and again after the same time. */
export const intervalTrigger = defineSchedule({
  type: "interval",
  schema,
  example: { type: "interval", every: "2h" },
  completed: (trigger, { timezone }, now) =>
    trigger.from === undefined ? { ...trigger, from: writeMoment(now, timezone) } : trigger,
  words: (trigger) => message("triggers.every", { duration: durationPhrase(toMs(trigger.every)) }),
  watch: {
    by: "schedule",
    prepare(trigger, place) {
      const every = toMs(trigger.every);
      const from = parseMoment(trigger.from ?? "1970-01-01T00:00:00Z", clockOf(place));
      if (from === null) throw new ScheduleError(NO_MOMENT);
      if (every < 1000) throw new ScheduleError(message("schedule.tooShort"));
      return (after) => (after < from ? from : from + (Math.floor((after - from) / every) + 1) * every);
    },
    startsIn: () => null,
    once: false,
    days: "condition",
    toTheMinute: false,
    missed: "skip",
    field: "every",
    fix: message("schedule.fixInterval"),
    never: message("schedule.never"),
  },
});
