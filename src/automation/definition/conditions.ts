/** What must hold for an automation to go on, at the moment it is asked. */
import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";
import { Address, Bound, Id, PropertyValues, Target, TimeOfDay, Weekdays } from "./basics.ts";
import { Day } from "./dates.ts";
import { Duration, durationMs } from "./durations.ts";

/** A point of the day: `22:00`, `sunset`, `sunset-30m`, `dawn+1h`. */
export const DayPoint = z.union([
  TimeOfDay,
  z.string().refine((point) => {
    const match = /^(?:sunrise|sunset|dawn|dusk)(?:[+-](.+))?$/.exec(point);
    return match !== null && (match[1] === undefined || durationMs(match[1]) !== null);
  }, "definition.dayPoint" satisfies MessageKey),
]);
export type DayPoint = z.infer<typeof DayPoint>;

/** With several devices: whether one is enough (`any`) or it must hold for each (`all`, when left out). */
const match = z.enum(["all", "any"]).optional();

const State = z.strictObject({
  type: z.literal("state"),
  target: Target,
  property: Address,
  is: PropertyValues,
  match,
  /** It must have been so for this long. */
  for: Duration.optional(),
});
const Numeric = z
  .strictObject({
    type: z.literal("numeric"),
    target: Target,
    property: Address,
    above: Bound.optional(),
    below: Bound.optional(),
    match,
  })
  .refine(({ above, below }) => above !== undefined || below !== undefined, "definition.bound" satisfies MessageKey);
const Time = z
  .strictObject({
    type: z.literal("time"),
    after: DayPoint.optional(),
    /** May lie before `after`: the window then goes across midnight. */
    before: DayPoint.optional(),
  })
  .refine(({ after, before }) => after !== undefined || before !== undefined, "definition.window" satisfies MessageKey);
const OnWeekday = z.strictObject({ type: z.literal("weekday"), days: Weekdays });
const OnDate = z
  .strictObject({
    type: z.literal("date"),
    /** The first and the last day: of every year (`06-01` to `08-31`, also across the turn of the year), or of one. */
    from: Day.optional(),
    to: Day.optional(),
    /** Single days. */
    on: z.union([Day, z.array(Day).min(1).max(100)]).optional(),
  })
  .refine(({ from, to, on }) => from ?? to ?? on, "definition.dates" satisfies MessageKey)
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from.length === to.length,
    "definition.datesAlike" satisfies MessageKey,
  );
const Sun = z.strictObject({ type: z.literal("sun"), is: z.enum(["up", "down"]) });
const Quiet = z.strictObject({
  type: z.literal("quiet"),
  /** Motion or occupancy sensors. */
  target: Target,
  /** Nobody moved for this long. */
  for: Duration,
});
const Available = z.strictObject({
  type: z.literal("availability"),
  target: Target,
  online: z.boolean(),
  match,
});

const InMode = z.strictObject({
  type: z.literal("mode"),
  /** Ids of modes: the home is in one of these. */
  is: z.union([Id, z.array(Id).min(1).max(50)]),
});

const Presence = z.strictObject({
  type: z.literal("presence"),
  /** Id or name of a person, or `anyone`, `everyone`, `nobody`. */
  person: z.string().trim().min(1).max(200),
  is: z.enum(["home", "away"]),
  /** It must have been so for this long. */
  for: Duration.optional(),
});

const simple = [InMode, Presence, State, Numeric, Time, OnDate, OnWeekday, Sun, Quiet, Available] as const;
type SimpleCondition = z.infer<(typeof simple)[number]>;

export type Condition =
  | SimpleCondition
  | { type: "all"; of: Condition[] }
  | { type: "any"; of: Condition[] }
  | { type: "not"; of: Condition };

const nested = z.lazy(() => Condition);

export const Condition: z.ZodType<Condition, Condition> = z.discriminatedUnion("type", [
  ...simple,
  z.strictObject({ type: z.literal("all"), of: z.array(nested).min(1).max(50) }),
  z.strictObject({ type: z.literal("any"), of: z.array(nested).min(1).max(50) }),
  z.strictObject({ type: z.literal("not"), of: nested }),
]);
export type ConditionOf<Type extends Condition["type"]> = Extract<Condition, { type: Type }>;
