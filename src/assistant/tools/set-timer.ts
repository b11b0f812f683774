import { z } from "zod";
import { Duration, type Planner, toMs } from "../../automation/index.ts";
import type { HomeView, Message } from "../../home/index.ts";
import { durationWords, message, textOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases } from "../replies/outcomes.ts";
import { approvalFor, hasYes } from "./consent.ts";
import { commandsOf, Write } from "./set-properties.ts";
import { defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  duration: Duration,
  name: z.string().max(120).optional(),
  writes: z.array(Write).max(60).optional(),
});

/** Starts a countdown that rings, or that sets properties when it ends. */
export function setTimerTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "set_timer",
    kind: "write",
    last: true,
    schema: Arguments,
    run: async ({ duration, name, writes = [] }, context) => {
      const { commands, failures } = commandsOf(home, writes, context);
      // Half of what should happen later is not what was asked for, and nobody would notice.
      if (failures.length > 0) return { content: { started: false, errors: failures }, outcomes: [], failures };
      const durationMs = toMs(duration);
      const { language, origin, room, waiting = [] } = context;
      const words = durationWords(durationMs, language);
      const subject = name ?? textOf(message("tools.timerOf", { time: words }), language);
      const phrases = commandPhrases(home, commands, language);
      const approvals = commands.length > 0 ? planner.timers.approvals(commands) : [];
      if (approvals.length > 0) {
        const consent = planner.consent({ kind: "delay", parts: [{ commands, when: { in: durationMs } }] }, language);
        if (!hasYes(context, consent, approvals)) {
          return { ...HELD, approval: approvalFor(subject, consent, approvals) };
        }
      }
      const devices = [...new Set(commands.map(({ device }) => device))].filter((device) => waiting.includes(device));
      if (devices.length > 0) {
        const what = planner.timers.describe(commands, language);
        const question = textOf(message("consent.after", { when: words, what }), language);
        return { ...HELD, behind: { subject, devices, question } };
      }
      const named = name === undefined ? {} : { name };
      const timer = await planner.timers.start({
        ...named,
        durationMs,
        commands,
        origin,
        room,
        approved: approvals.length > 0,
      });
      const sentence = textOf(started(words, phrases, timer.name), language);
      return { content: { started: true, id: timer.id }, outcomes: [], failures: [], sentence };
    },
  });
}

/** It does not run yet. */
const HELD = { content: { started: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

/** @param things what will be done when the time is over; none: it rings */
function started(time: string, things: readonly string[], name: string): Message {
  if (things.length > 0) return message("tools.timerDoes", { time, things });
  return name === "" ? message("tools.timerSet", { time }) : message("tools.namedTimerSet", { name, time });
}
