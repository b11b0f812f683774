import { cleanText } from "../../../home/index.ts";
import { durationWords } from "../../../language/index.ts";
import { isRecurring } from "../../../understanding/parse/time/time-expression.ts";
import type { TimerIntent } from "../../../understanding/parse/time/timers.ts";
import type { PlanChange } from "../../plan-changes.ts";
import { changeOrAsk } from "./change-plans.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { saveAutomation, secondsTo, triggersFor } from "./schedules.ts";

/** Starts, changes or tells a timer, an alarm or a reminder. */
export async function runTimer(intent: TimerIntent, context: PlanContext): Promise<PlanningResult> {
  const { planner, request, phrases, language } = context;
  const { origin, room } = request;
  switch (intent.op) {
    case "start": {
      const name = cleanText(intent.name);
      const durationMs = intent.seconds * 1000;
      const { id } = await planner.timers.start({ name, durationMs, rings: "timer", origin, room });
      return {
        text: phrases.started(name, durationWords(durationMs, language)),
        plans: context.knows([{ kind: "timer", id }]),
      };
    }
    case "ring":
      return await ring(intent, context);
    case "cancel":
    case "pause":
    case "resume":
    case "remaining":
    case "add":
      return await change(intent, context);
    default:
      return intent satisfies never;
  }
}

async function ring(
  { when, name, alarm }: Extract<TimerIntent, { op: "ring" }>,
  context: PlanContext,
): Promise<PlanningResult> {
  const { planner, request, phrases, clock } = context;
  const label = cleanText(name);
  if (isRecurring(when)) {
    const message = label || phrases.alarmName;
    return await saveAutomation(
      { name: message, triggers: triggersFor(when), actions: [{ type: "say", message }] },
      context,
    );
  }
  const durationMs = Math.max(0, secondsTo(when, context) * 1000);
  const { origin, room } = request;
  const { id } = await planner.timers.start({
    name: label || (alarm ? phrases.alarmName : ""),
    durationMs,
    rings: alarm ? "alarm" : "reminder",
    origin,
    room,
  });
  const time = context.time(clock.now() + durationMs);
  const text = alarm ? phrases.alarm(label, time) : phrases.reminder(label, time);
  return { text, plans: context.knows([{ kind: "timer", id }]) };
}

async function change(
  intent: Exclude<TimerIntent, { op: "start" | "ring" }>,
  context: PlanContext,
): Promise<PlanningResult> {
  const { planner, phrases } = context;
  const { timers } = planner;
  const found = intent.name ? timers.find(intent.name) : timers.list();
  const sized =
    intent.op !== "add" && intent.seconds !== null
      ? found.filter(({ durationMs }) => durationMs === (intent.seconds ?? 0) * 1000)
      : found;
  const wanted = sized.length > 0 ? sized : found;
  if (wanted.length === 0) return { text: timers.list().length === 0 ? phrases.haveNone("timer") : phrases.none };
  const plans = wanted.map(({ id }) => ({ kind: "timer" as const, id }));
  if (intent.op === "remaining") {
    context.tells(plans);
    return { text: wanted.map((timer) => phrases.remaining(context.called(timer), context.left(timer))).join(" ") };
  }
  const change: PlanChange =
    intent.op === "add" ? { op: "add", milliseconds: intent.seconds * 1000 } : { op: intent.op };
  return await changeOrAsk(change, plans, intent.op !== "add" && intent.all, context);
}

/** Stops a timer, or lets it go on. */
export async function pauseOrResumeTimer(id: string, op: "pause" | "resume", context: PlanContext): Promise<string> {
  const { planner, phrases, request } = context;
  const timer = await planner.timers[op](id, request.origin);
  return op === "pause" ? phrases.paused(context.called(timer)) : phrases.resumed(context.called(timer));
}
