import { z } from "zod";
import { AutomationAction } from "../actions/index.ts";
import { Condition } from "../conditions/index.ts";
import { Trigger } from "../triggers/index.ts";
import { Aliases, Id, Name, Text } from "./basics.ts";
import { DayOrMoment } from "./dates.ts";
import { Duration } from "./durations.ts";

/**
 * What happens when it is triggered while it runs: `single` leaves the new one out; `restart` stops the old one; `queued`
 * runs them one after another; `parallel` at the same time. `limit` bounds running and waiting ones.
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
  /** On when left out. */
  enabled: z.boolean().optional(),
  triggers: z.array(Trigger).min(1).max(50),
  /** All must hold. */
  conditions: z.array(Condition).max(50).optional(),
  actions: z.array(AutomationAction).min(1).max(100),
  /** `single` when left out. */
  mode: z.enum(RUN_MODES).optional(),
  limit: z.number().int().min(1).max(100).optional(),
  /** Triggers within this time after a start are left out. */
  cooldown: Duration.optional(),
  /** It ends by itself then, and is kept: a day that is its last (`2026-12-24`), or a date and time. */
  until: DayOrMoment.optional(),
  /** Nothing starts it before this: the day that it goes on, or a date and time. */
  pausedUntil: DayOrMoment.optional(),
  /** So many runs are left; after the last it is deleted. Every run counts it down. */
  times: z.number().int().min(0).max(1000).optional(),
  /** The run that was counted last, so that none counts twice. */
  counted: z.string().max(80).optional(),
  /** Id of the child or guest who made it, and may change it too; left out: only adults may. */
  by: z.string().max(200).optional(),
});
export type Automation = z.infer<typeof Automation>;

/** An automation before it is saved: the id may be left to be made from the name. */
export const AutomationDraft = Automation.extend({ id: Id.optional() });
export type AutomationDraft = z.infer<typeof AutomationDraft>;
