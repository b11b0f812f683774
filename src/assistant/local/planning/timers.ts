import { durationWords, type Timer } from "../../../automation/index.ts";
import { cleanText } from "../../../home/index.ts";
import type { PlanRef } from "../../contract.ts";
import type { TimerIntent } from "../parse/timer.ts";
import { isRecurring } from "../parse/times.ts";
import type { PlanContext, Planned } from "./context.ts";
import { saveAutomation, secondsTo, triggersFor } from "./schedules.ts";

/** Starts, changes or tells a timer, an alarm or a reminder. */
export async function runTimer(intent: TimerIntent, context: PlanContext): Promise<Planned> {
  const { planner, request, phrases, language } = context;
  const { origin, room } = request;
  switch (intent.op) {
    case "start": {
      const name = cleanText(intent.name);
      const durationMs = intent.seconds * 1000;
      const { id } = await planner.timers.start({ name, durationMs, origin, room });
      return { text: phrases.started(name, durationWords(durationMs, language)), plans: [{ kind: "timer", id }] };
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
): Promise<Planned> {
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
    origin,
    room,
  });
  const time = context.time(clock.now() + durationMs);
  const text = alarm ? phrases.alarm(label, time) : phrases.reminder(label, time);
  return { text, plans: [{ kind: "timer", id }] };
}

async function change(intent: Exclude<TimerIntent, { op: "start" | "ring" }>, context: PlanContext): Promise<Planned> {
  const { planner, phrases } = context;
  const { timers } = planner;
  const found = intent.name ? timers.find(intent.name) : timers.list();
  const sized =
    intent.op !== "add" && intent.seconds !== null
      ? found.filter(({ durationMs }) => durationMs === (intent.seconds ?? 0) * 1000)
      : found;
  const wanted = sized.length > 0 ? sized : found;
  const [only] = wanted;
  if (!only) return { text: phrases.none };
  const all = intent.op !== "add" && intent.all;
  if (wanted.length > 1 && !all && intent.op !== "remaining")
    return { text: phrases.which(wanted.map((timer) => context.called(timer))) };
  // "resume it" after "pause the timer"
  const plans: readonly PlanRef[] = wanted.map(({ id }) => ({ kind: "timer", id }));
  switch (intent.op) {
    case "cancel":
      for (const timer of wanted) await timers.cancel(timer.id);
      return { text: phrases.cancelled(wanted.map((timer) => context.called(timer))) };
    case "pause":
      for (const timer of wanted) await timers.pause(timer.id);
      return { text: phrases.paused(context.called(only)), plans };
    case "resume":
      for (const timer of wanted) await timers.resume(timer.id);
      return { text: phrases.resumed(context.called(only)), plans };
    case "add": {
      const timer = await timers.add(only.id, intent.seconds * 1000);
      return { text: phrases.added(context.called(timer), left(timer, context)), plans };
    }
    case "remaining":
      return { text: wanted.map((timer) => phrases.remaining(context.called(timer), left(timer, context))).join(" ") };
    default:
      return intent satisfies never;
  }
}

/** Stops a timer, or lets it go on. */
export async function setTimer(id: string, op: "pause" | "resume", context: PlanContext): Promise<string> {
  const { planner, phrases } = context;
  const timer = await planner.timers[op](id);
  return op === "pause" ? phrases.paused(context.called(timer)) : phrases.resumed(context.called(timer));
}

function left({ state }: Timer, { clock, language }: PlanContext): string {
  const ms = state.kind === "running" ? state.dueAt - clock.now() : state.remainingMs;
  return durationWords(Math.max(0, ms), language);
}
