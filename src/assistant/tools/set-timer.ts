import { z } from "zod";
import { Duration, type Planner, toMs } from "../../automation/index.ts";
import type { Command, DeviceId, HomeView, Message } from "../../home/index.ts";
import { durationWords, message, textOf } from "../../language/index.ts";
import { saysName } from "../named.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases } from "../replies/outcomes.ts";
import { approvalFor, hasYes } from "./consent.ts";
import { commandsOf, Write } from "./set-properties.ts";
import { BESIDE, defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  duration: Duration,
  name: z.string().max(120).optional(),
  writes: z.array(Write).max(60).optional(),
  ...BESIDE,
});

/** Starts a countdown that rings, or that sets properties when it ends. */
export function setTimerTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "set_timer",
    kind: "write",
    last: true,
    schema: Arguments,
    run: async ({ duration, name, writes = [] }, context) => {
      const { commands, failures, misses } = commandsOf(home, writes, context);
      // Half of what should happen later is not what was asked for, and nobody would notice.
      if (failures.length > 0) return { content: { started: false, errors: failures }, outcomes: [], failures, misses };
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
      const about = [...new Set(commands.map(({ device }) => device))];
      const what = planner.timers.describe(commands, language);
      const question = textOf(message("consent.after", { when: words, what }), language);
      const devices = follows(home, about, name, waiting);
      if (devices.length > 0) {
        const rings = textOf(message("consent.ringsAfter", { when: words, name: name ?? "" }), language);
        return { ...HELD, behind: { subject, devices, question: about.length > 0 ? question : rings } };
      }
      const named = name === undefined ? {} : { name };
      const timer = await planner.timers.start({
        ...named,
        durationMs,
        commands,
        ...(commands.length === 0 && { rings: "timer" as const }),
        origin,
        room,
        approved: approvals.length > 0,
      });
      const sentence = textOf(started(words, phrases, timer.name), language);
      const later = {
        behind: { subject, devices: about, question },
        cancel: async () => void (await planner.timers.cancel(timer.id)),
      };
      const plans = [{ kind: "timer" as const, id: timer.id }];
      const result = { content: { started: true, id: timer.id }, outcomes: [], failures: [], sentence, plans };
      return about.length > 0 ? { ...result, later } : result;
    },
  });
}

/**
 * The devices of commands that wait for a yes which it follows: those that it commands as well, or that it is called by ("close the gate").
 */
function follows(
  home: HomeView,
  about: readonly DeviceId[],
  name: string | undefined,
  waiting: readonly Command[],
): DeviceId[] {
  const held = [...new Set(waiting.map(({ device }) => device))];
  return held.filter((id) => {
    const device = home.device(id);
    if (about.length > 0 || name === undefined || !device) return about.includes(id);
    return [device.name, ...device.aliases].some((each) => saysName(name, each));
  });
}

/** It does not run yet. */
const HELD = { content: { started: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

/** @param things what will be done when the time is over; none: it rings */
function started(time: string, things: readonly string[], name: string): Message {
  if (things.length > 0) return message("tools.timerDoes", { time, things });
  return name === "" ? message("tools.timerSet", { time }) : message("tools.namedTimerSet", { name, time });
}
