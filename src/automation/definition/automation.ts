import { z } from "zod";
import { AutomationAction } from "../actions/index.ts";
import { Condition } from "../conditions/index.ts";
import { Trigger } from "../triggers/index.ts";
import { Aliases, Id, Name, Text } from "./basics.ts";
import { DayOrMoment } from "./dates.ts";
import { Duration } from "./durations.ts";

/**
 * What a trigger does while a run is under way: `single` skips the new run; `restart` stops the old one; `queued`
 * runs them one after another; `parallel` at the same time. `limit` bounds the runs that are under way or wait.
 */
export const RUN_MODES = ["single", "restart", "queued", "parallel"] as const;
export type RunMode = (typeof RUN_MODES)[number];
export const DEFAULT_LIMIT = 10;

/** An automation as it is written in a file, given over HTTP or built from words. */
export const Automation = z.strictObject({
  id: Id,
  name: Name,
  aliases: Aliases.optional(),
  description: Text.optional(),
  /** true when left out. */
  enabled: z.boolean().optional(),
  triggers: z.array(Trigger).min(1).max(50),
  /** All must hold. */
  conditions: z.array(Condition).max(50).optional(),
  actions: z.array(AutomationAction).min(1).max(100),
  /** `single` when left out. */
  mode: z.enum(RUN_MODES).optional(),
  limit: z.number().int().min(1).max(100).optional(),
  /** Triggers within this time after a start do nothing. */
  cooldown: Duration.optional(),
  /** The end: a last day (`2026-12-24`), or a date and time. The automation is kept after it. */
  until: DayOrMoment.optional(),
  /** The end of a pause: the day on which it continues, or a date and time. Nothing starts it before. */
  pausedUntil: DayOrMoment.optional(),
  /** The number of runs that are left; after the last one it is deleted. */
  times: z.number().int().min(0).max(1000).optional(),
  /** Id of the run that was counted last, so that no run counts twice. */
  counted: z.string().max(80).optional(),
  /** Id of the child or guest who made it, and may change it too; left out: only adults may. */
  by: z.string().max(200).optional(),
});
export type Automation = z.infer<typeof Automation>;

/** An automation before it is saved: the id may be left to be made from the name. */
export const AutomationDraft = Automation.extend({ id: Id.optional() });
export type AutomationDraft = z.infer<typeof AutomationDraft>;
