/** The data of the events that the API streams, keyed by event. */
import { z } from "zod";
import { DOUBTS } from "../home/index.ts";
import { NoticeBody } from "./notice-json.ts";
import { RunBody, TimerBody } from "./plan-schemas.ts";
import { ProblemBody } from "./problem.ts";
import { AssistantReplyBody, DeviceBody, OutcomeBody, ValueBody } from "./schemas.ts";

const Text = z.object({ text: z.string() });
const at = z.string();
const named = { id: z.string(), handle: z.string() };
const Origin = z.looseObject({ kind: z.string() });

/** What happens in a turn, in its order; `done` or `error` ends the stream. */
export const TURN_EVENTS = {
  started: z.object({ conversation: z.string() }),
  text: Text.meta({ description: "A piece of the reply." }),
  replace: Text.meta({ description: "In place of all text so far: the outcome differs from what was said." }),
  call: z.object({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) }),
  outcome: OutcomeBody,
  notice: Text.meta({ description: "For the person, not part of the reply." }),
  done: AssistantReplyBody.extend({ failed: z.literal(true).optional() }).meta({ id: "FinishedTurn" }),
  error: ProblemBody,
};

/** What happens in the home. */
export const HOME_EVENTS = {
  "device-added": z.object({ type: z.literal("device-added"), at, device: DeviceBody }),
  "device-updated": z.object({ type: z.literal("device-updated"), at, device: DeviceBody }),
  "device-removed": z.object({ type: z.literal("device-removed"), at, ...named }),
  "layout-changed": z.object({ type: z.literal("layout-changed"), at }),
  "availability-changed": z.object({
    type: z.literal("availability-changed"),
    at,
    ...named,
    online: z.boolean().nullable(),
  }),
  "property-changed": z.object({
    ...{ type: z.literal("property-changed"), at, ...named, property: z.string() },
    value: ValueBody.nullable().meta({ description: "null: not known any more." }),
    reason: z.enum(DOUBTS).optional().meta({ description: "Why it is not known." }),
    before: ValueBody.nullable().optional().meta({ description: "null for the first known value." }),
    cause: z.enum(["report", "retained", "reply"]),
  }),
  "event-occurred": z.object({
    ...{ type: z.literal("event-occurred"), at, ...named, event: z.string() },
    arguments: z.record(z.string(), ValueBody),
  }),
  executed: z.object({ type: z.literal("executed"), at, origin: Origin, outcomes: z.array(OutcomeBody) }),
  notice: z.object({
    ...{ type: z.literal("notice"), at, change: z.enum(["told", "counted", "raised", "ended", "read"]) },
    notice: NoticeBody.optional(),
    ids: z.array(z.string()).optional().meta({ description: "Of the notices that were read." }),
    reader: z.string().nullable().optional(),
  }),
};

const Told = z.object({ type: z.string(), at, message: z.string(), of: z.string(), run: z.string() });
const Changed = z.object({ type: z.string(), at });
const RunEvent = z.object({ type: z.string(), at, run: RunBody });

/** What happens to plans and their runs. */
export const RUN_EVENTS = {
  "run-started": RunEvent,
  "run-finished": RunEvent,
  notice: Told,
  say: Told,
  "timer-finished": z.object({ type: z.string(), at, timer: TimerBody, outcomes: z.array(OutcomeBody) }),
  "timers-changed": Changed,
  "definitions-changed": Changed,
};
