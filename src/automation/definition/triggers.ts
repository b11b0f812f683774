/** What starts an automation. Several triggers are joined by any. */
import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";
import {
  Address,
  Bound,
  Id,
  PropertyValue,
  PropertyValues,
  SunEvent,
  Target,
  TimeOfDay,
  Weekdays,
  Zone,
} from "./basics.ts";
import { Cycle, Day } from "./dates.ts";
import { Duration, Offset } from "./durations.ts";

/**
 * What happens to due times that passed while nothing ran: `skip` them; `run_once` now, however late; or run once when the
 * last of them is at most `within` ago. All of them are noted in the runs.
 */
export const Missed = z.union([z.enum(["skip", "run_once"]), z.strictObject({ within: Duration })]);
export type Missed = z.infer<typeof Missed>;

const missed = Missed.optional();

const Cron = z.strictObject({
  type: z.literal("cron"),
  /** Five fields, or six with seconds first; names, ranges, steps, L, W and #. */
  expression: z.string().min(1).max(200),
  /** The home's zone when left out. */
  zone: Zone.optional(),
  missed,
});
/** Every other day or week, and so on: `2d`, `3w`; every one when left out. */
const every = Cycle.optional();
/** The first day of that; saving fills in the next one. */
const from = Day.optional();
const Time = z.strictObject({
  type: z.literal("time"),
  at: TimeOfDay,
  /** Every day when left out. */
  weekdays: Weekdays.optional(),
  every,
  from,
  zone: Zone.optional(),
  missed,
});
const Sun = z.strictObject({
  type: z.literal("sun"),
  event: SunEvent,
  offset: Offset.optional(),
  weekdays: Weekdays.optional(),
  every,
  from,
  missed,
});
const Once = z
  .strictObject({
    type: z.literal("once"),
    /** A date and time, local to the home (`2026-12-24T18:00`) or with an offset (`2026-12-24T18:00:00+08:00`). */
    at: z.string().max(60).optional(),
    /** From the moment of saving; saving turns it into `at`. */
    in: Duration.optional(),
    missed,
  })
  .refine((once) => (once.at === undefined) !== (once.in === undefined), "definition.once" satisfies MessageKey);
const Interval = z.strictObject({
  type: z.literal("interval"),
  /** At least one second. */
  every: Duration,
  /** Where the counting starts; saving fills in the moment of saving. */
  from: z.string().max(60).optional(),
  missed,
});

const Property = z.strictObject({
  type: z.literal("property"),
  target: Target,
  property: Address,
  /** Only when it becomes this value (any of several). */
  to: PropertyValues.optional(),
  /** Only when it was this value before. */
  from: PropertyValues.optional(),
  /** Only when it then stays so for this long; needs `to`. */
  for: Duration.optional(),
});
const NumericParts = z.strictObject({
  type: z.literal("numeric"),
  target: Target,
  property: Address,
  /** Fires when the value rises above this. */
  above: Bound.optional(),
  /** Fires when the value falls below this. With `above`: when it comes to lie between the two. */
  below: Bound.optional(),
  /** How far the value must go back before the trigger can fire again. */
  hysteresis: z.number().nonnegative().optional(),
  for: Duration.optional(),
});
const hasBound = ({ above, below }: { above?: unknown; below?: unknown }): boolean =>
  above !== undefined || below !== undefined;
const Numeric = NumericParts.refine(hasBound, "definition.bound" satisfies MessageKey);
const Event = z.strictObject({
  type: z.literal("event"),
  target: Target,
  /** `remote.click` */
  event: Address,
  /** Only with these arguments, keyed by address. */
  arguments: z.record(z.string(), PropertyValue).optional(),
});
const Availability = z.strictObject({
  type: z.literal("availability"),
  target: Target,
  online: z.boolean(),
  for: Duration.optional(),
});
const SceneActivated = z.strictObject({ type: z.literal("scene"), scene: Id });
const Webhook = z.strictObject({
  type: z.literal("webhook"),
  /** The secret part of the address: POST /api/webhooks/<key>. */
  key: z.string().regex(/^[\w-]{8,100}$/, "definition.key" satisfies MessageKey),
});
const Mqtt = z.strictObject({
  type: z.literal("mqtt"),
  /** A topic filter; + and # as in MQTT. */
  topic: z.string().min(1).max(500),
  /** Only when the payload is exactly this text. */
  payload: z.string().max(1000).optional(),
});
const ModeBegins = z.strictObject({
  type: z.literal("mode"),
  /** Ids of modes: one of these begins; any when it is left out. */
  to: z.union([Id, z.array(Id).min(1).max(50)]).optional(),
  /** Only out of one of these. */
  from: z.union([Id, z.array(Id).min(1).max(50)]).optional(),
});
const Presence = z.strictObject({
  type: z.literal("presence"),
  /** Id or name of a person, or `anyone`, `everyone`, `nobody`. */
  person: z.string().trim().min(1).max(200),
  /** Comes home, or has left. */
  to: z.enum(["home", "away"]),
  /** Of anyone: only who comes first, or who goes last. */
  only: z.enum(["first", "last"]).optional(),
  /** Only when it then stays so for this long. */
  for: Duration.optional(),
});
const Startup = z.strictObject({ type: z.literal("startup") });

/** What a run can wait for: that a device becomes something, or tells of an event. */
export const Happening = z.discriminatedUnion("type", [
  Property.omit({ for: true }),
  NumericParts.omit({ for: true, hysteresis: true }).refine(hasBound, "definition.bound" satisfies MessageKey),
  Event,
  Availability.omit({ for: true }),
]);
export type Happening = z.infer<typeof Happening>;

export const Trigger = z.discriminatedUnion("type", [
  Cron,
  Time,
  Sun,
  Once,
  Interval,
  Property,
  Numeric,
  Event,
  Availability,
  SceneActivated,
  Webhook,
  Mqtt,
  Startup,
  ModeBegins,
  Presence,
]);
export type Trigger = z.infer<typeof Trigger>;
export type TriggerType = Trigger["type"];
export type TriggerOf<Type extends TriggerType> = Extract<Trigger, { type: Type }>;
/** Triggers whose due times are known beforehand. */
export type Schedule = TriggerOf<"cron" | "time" | "sun" | "once" | "interval">;

export function isSchedule(trigger: Trigger): trigger is Schedule {
  return ["cron", "time", "sun", "once", "interval"].includes(trigger.type);
}
