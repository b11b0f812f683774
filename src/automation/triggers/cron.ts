import { z } from "zod";
import { message } from "../../language/index.ts";
import { Zone } from "../definition/basics.ts";
import { missedField } from "../definition/schedules.ts";
import { cronWords } from "../describe/cron.ts";
import { inZone } from "../describe/times.ts";
import { parseCron } from "../schedule/cron.ts";
import { clockOf, cronRun } from "../schedule/next.ts";
import { defineSchedule } from "./schedule-kind.ts";

const schema = z.strictObject({
  type: z.literal("cron"),
  /** Five fields, or six with seconds first; names, ranges, steps, L, W and #. */
  expression: z.string().min(1).max(200),
  /** The home's zone when left out. */
  zone: Zone.optional(),
  missed: missedField,
});

/** A cron expression. */
export const cronTrigger = defineSchedule({
  type: "cron",
  schema,
  example: { type: "cron", expression: "0 7 * * 1-5" },
  completed: (trigger) => trigger,
  words: ({ expression, zone }) => inZone(cronWords(expression), zone),
  watch: {
    by: "schedule",
    prepare: ({ expression, zone }, place) => cronRun(parseCron(expression), clockOf(place, zone)),
    startsIn: () => null,
    once: false,
    days: "fixed",
    toTheMinute: false,
    missed: { within: "10m" },
    field: "expression",
    fix: message("schedule.fixCron"),
    never: message("schedule.never"),
  },
});
