import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { durationPhrase, type MessageKey, message, momentPhrase } from "../../language/index.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { missedField } from "../definition/schedules.ts";
import type { Wording } from "../describe/wording.ts";
import { clockOf, NO_MOMENT, parseMoment, writeMoment } from "../schedule/next.ts";
import { ScheduleError } from "../schedule/schedule-error.ts";
import { defineSchedule } from "./schedule-kind.ts";

const schema = z
  .strictObject({
    type: z.literal("once"),
    /** A date and time, local to the home (`2026-12-24T18:00`) or with an offset (`2026-12-24T18:00:00+08:00`). */
    at: z.string().max(60).optional(),
    /** A duration from the moment of saving; saving turns it into `at`. */
    in: Duration.optional(),
    missed: missedField,
  })
  .refine((once) => (once.at === undefined) !== (once.in === undefined), "definition.once" satisfies MessageKey);
type Once = z.infer<typeof schema>;

function onceWords(trigger: Once, { home, now }: Wording): Phrase {
  const at = trigger.at === undefined ? now + toMs(trigger.in ?? 0) : parseMoment(trigger.at, clockOf(home));
  if (at === null) return trigger.at ?? "";
  return message("triggers.once", { moment: momentPhrase(at, now, home.timezone) });
}

/** One moment. */
export const onceTrigger = defineSchedule({
  type: "once",
  schema,
  example: { type: "once", at: "2026-12-24T18:00" },
  completed(trigger, { timezone }, now) {
    if (trigger.in === undefined) return trigger;
    const { in: delay, ...rest } = trigger;
    return { ...rest, at: writeMoment(now + toMs(delay), timezone) };
  },
  words: onceWords,
  /** "In 40 minutes" counts from the yes. */
  consentWords(trigger, wording) {
    if (trigger.in === undefined) return onceWords(trigger, wording);
    return message("triggers.onceIn", { duration: durationPhrase(toMs(trigger.in)) });
  },
  watch: {
    by: "schedule",
    prepare({ at: written }, place) {
      const at = parseMoment(written ?? "", clockOf(place));
      if (at === null) throw new ScheduleError(NO_MOMENT);
      return (after) => (at > after ? at : null);
    },
    startsIn: (trigger) => (trigger.in === undefined ? null : toMs(trigger.in)),
    once: true,
    days: "fixed",
    toTheMinute: false,
    missed: { within: "1h" },
    field: "at",
    fix: message("schedule.fixOnce"),
    never: message("schedule.passed"),
  },
});
