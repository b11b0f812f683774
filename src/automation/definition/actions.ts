/** What an automation does, step by step. */
import { z } from "zod";
import { NOTICE_LEVELS } from "../../home/index.ts";
import type { MessageKey } from "../../language/index.ts";
import { Condition } from "../conditions/index.ts";
import { WaitTrigger } from "../triggers/index.ts";
import { Address, Id, PropertyValue, Target, Text, ValueOf } from "./basics.ts";
import { Duration } from "./durations.ts";

const SetProperties = z.strictObject({
  type: z.literal("set"),
  target: Target,
  /** Values keyed by address: `{light.on: true}`. A device of a group that lacks an address is left alone. */
  set: z
    .record(Address, z.union([PropertyValue, ValueOf]))
    .refine((set) => Object.keys(set).length > 0, "definition.empty" satisfies MessageKey),
});
const Invoke = z.strictObject({
  type: z.literal("invoke"),
  target: Target,
  action: Address,
  in: z.array(PropertyValue).max(20).optional(),
});
const ActivateScene = z.strictObject({
  type: z.literal("scene"),
  scene: Id,
  parameters: z.record(z.string(), PropertyValue).optional(),
  /** Its brightness, colour temperature, volume and the like get there gradually. */
  transition: Duration.optional(),
});
const Wait = z.strictObject({ type: z.literal("wait"), for: Duration });
const WaitUntil = z.strictObject({
  type: z.literal("wait-until"),
  condition: Condition,
  timeout: Duration,
  /** What happens at the timeout: go on with the next step, or stop the run (when left out). */
  otherwise: z.enum(["continue", "stop"]).optional(),
});
const WaitFor = z.strictObject({
  type: z.literal("wait-for"),
  /** What must happen from then on: that it is so already does not count. */
  trigger: WaitTrigger,
  timeout: Duration,
  /** What happens at the timeout: go on with the next step, or stop the run (when left out). */
  otherwise: z.enum(["continue", "stop"]).optional(),
});
const Stop = z.strictObject({ type: z.literal("stop"), reason: Text.optional() });
const Notify = z.strictObject({
  type: z.literal("notify"),
  message: Text,
  /** How urgent it is; `info` when it is left out. */
  level: z.enum(NOTICE_LEVELS).optional(),
  /** Ids or names of the people whom it is for; everybody when it is left out. */
  to: z.array(z.string().trim().min(1).max(200)).min(1).max(50).optional(),
  /** Posted to as JSON, besides the feed of notices. */
  webhook: z
    .url({ protocol: /^https?$/, error: "definition.url" satisfies MessageKey })
    .max(2000)
    .optional(),
});
const Say = z.strictObject({
  type: z.literal("say"),
  message: Text,
  /** Speakers; every way to speak that there is when left out. */
  target: Target.optional(),
});

const BeginMode = z.strictObject({ type: z.literal("mode"), mode: Id });

const simple = [SetProperties, Invoke, ActivateScene, Wait, WaitUntil, WaitFor, Stop, Notify, Say, BeginMode] as const;
type SimpleAction = z.infer<(typeof simple)[number]>;

export type AutomationAction =
  | SimpleAction
  | { type: "if"; condition: Condition; do: AutomationAction[]; else?: AutomationAction[] | undefined }
  | {
      type: "choose";
      options: { condition: Condition; do: AutomationAction[] }[];
      else?: AutomationAction[] | undefined;
    }
  | {
      type: "repeat";
      /** Exactly so often; or `while`/`until` a condition, at most `limit` times. */
      times?: number | undefined;
      while?: Condition | undefined;
      until?: Condition | undefined;
      /** At most this many rounds; 100 when left out. */
      limit?: number | undefined;
      actions: AutomationAction[];
    };

const nested = z.lazy(() => z.array(AutomationAction).min(1).max(100));

export const AutomationAction: z.ZodType<AutomationAction, AutomationAction> = z.discriminatedUnion("type", [
  ...simple,
  z.strictObject({ type: z.literal("if"), condition: Condition, do: nested, else: nested.optional() }),
  z.strictObject({
    type: z.literal("choose"),
    options: z
      .array(z.strictObject({ condition: Condition, do: nested }))
      .min(1)
      .max(50),
    else: nested.optional(),
  }),
  z
    .strictObject({
      type: z.literal("repeat"),
      times: z.number().int().min(1).max(1000).optional(),
      while: Condition.optional(),
      until: Condition.optional(),
      limit: z.number().int().min(1).max(1000).optional(),
      actions: nested,
    })
    .refine(
      (repeat) => [repeat.times, repeat.while, repeat.until].filter((way) => way !== undefined).length === 1,
      "definition.repeat" satisfies MessageKey,
    ),
]);
export type ActionOf<Type extends AutomationAction["type"]> = Extract<AutomationAction, { type: Type }>;

/** Actions with all that stand inside them, in their order. */
export function everyAction(actions: readonly AutomationAction[]): AutomationAction[] {
  return actions.flatMap((action) => [action, ...everyAction(insideOf(action))]);
}

function insideOf(action: AutomationAction): readonly AutomationAction[] {
  switch (action.type) {
    case "if":
      return [...action.do, ...(action.else ?? [])];
    case "choose":
      return [...action.options.flatMap((option) => option.do), ...(action.else ?? [])];
    case "repeat":
      return action.actions;
    default:
      return [];
  }
}
