import { createHash } from "node:crypto";
import { z } from "zod";
import { actionsFrom, type Consent, freeName, type Planner, RING_KINDS, type Weekday } from "../../automation/index.ts";
import { type Command, type DeviceId, type HomeView, JiaError } from "../../home/index.ts";
import { clockWords, durationWords, type Language, message, messages, textOf } from "../../language/index.ts";
import { isRecurring } from "../../understanding/parse/time/time-expression.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases } from "../replies/outcomes.ts";
import { saysName } from "../wishes/mentions.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { durationMsIn, isClockForm, isUnitless } from "./forms/durations.ts";
import { timerForm } from "./forms/timer-form.ts";
import { instantIn, isDayAlone, sunIn, timeOfDayIn, timeOfDayText, weekdaysIn, whenIn } from "./forms/times.ts";
import { approvalFor, isConfirmed } from "./plans/consent.ts";
import { localTime } from "./plans/plan-words.ts";
import { commandsFromWrites, WRITE_EXAMPLE, WriteArguments } from "./set-properties.ts";
import { defineTool, SAY_AND_MORE, type Tool, type ToolContext, type ToolResult } from "./tool.ts";

const Arguments = z.strictObject({
  duration: z.string().max(60).optional(),
  at: z.string().max(60).optional(),
  weekdays: z.array(z.string().max(60)).max(7).optional(),
  name: z.string().max(120).optional(),
  kind: z.enum(RING_KINDS).optional(),
  writes: z.array(WriteArguments).max(60).optional(),
  ...SAY_AND_MORE,
});
type Arguments = z.output<typeof Arguments>;

const NAMES: KeyAliases = {
  duration: ["in", "after", "delay", "length", "countdown"],
  at: ["when", "datetime", "ringat", "due", "alarm"],
  weekdays: ["days", "repeat", "weekday", "recurring"],
  name: ["label", "title", "message", "text"],
  kind: ["type", "rings"],
  writes: ["actions", "commands", "set", "do"],
};
/** The tool that starts a countdown, an alarm or a reminder, or commands devices later. */
export function setTimerTool(home: HomeView, planner: Planner, prompts: Prompts, save: Tool): Tool {
  return defineTool(prompts, {
    name: "set_timer",
    kind: "write",
    last: true,
    schema: Arguments,
    examples: [{ duration: "10m", name: "TEXT", writes: [WRITE_EXAMPLE] }, { at: "07:30" }],
    names: NAMES,
    reform: (given) => timerForm(given, home),
    run: async ({ name: given, ...rest }, context) => {
      const args: Arguments = { ...rest, ...(given !== undefined && given !== "" && { name: given }) };
      const { writes = [], name } = args;
      const { language, now, room, origin, waiting = [] } = context;
      const { commands, failures, misses } = commandsFromWrites(home, writes, context);
      // Nobody would notice later that only half of the request happened.
      if (failures.length > 0) return { content: { started: false, errors: failures }, outcomes: [], failures, misses };
      const due = dueOf(args, home, context);
      if ("weekdays" in due) return await recurring(due, args, commands, context, { planner, save });
      const durationMs = due.at === null ? due.ms : due.at - now;
      const time =
        due.at === null ? durationWords(durationMs, language) : clockWords(due.at, now, home.timezone, language);
      const subject = name ?? textOf(message("tools.timerOf", { time }), language);
      // Keep the moment of a time of day for a later yes.
      const fixed = due.at === null ? {} : { at: localTime(due.at, home.timezone) };
      const approvals = commands.length > 0 ? planner.timers.approvals(commands) : [];
      // A text from outside may have asked for it, also where it only rings.
      if (approvals.length > 0 || origin.outside === true) {
        const when = due.at === null ? { in: durationMs } : { at: due.at };
        const consent =
          commands.length > 0
            ? planner.consent({ kind: "delay", parts: [{ commands, when }] }, language)
            : ringConsent(time, name, { ...args, ...fixed }, language);
        if (!isConfirmed(context, consent, approvals)) {
          return { ...HELD, approval: approvalFor(subject, consent, approvals, { ...args, ...fixed }) };
        }
      }
      const about = [...new Set(commands.map(({ device }) => device))];
      const what = planner.timers.describe(commands, language);
      const question = textOf(message("consent.after", { when: time, what }), language);
      const again = { ...args, ...fixed };
      const devices = follows(home, about, name, waiting);
      if (devices.length > 0) {
        const rings = textOf(message("consent.ringsAfter", { when: time, name: name ?? "" }), language);
        return {
          ...HELD,
          behind: { subject, devices, question: about.length > 0 ? question : rings, arguments: again },
        };
      }
      const rings = commands.length > 0 ? undefined : (args.kind ?? ringingOf(due.at !== null, name));
      const label = name ?? (rings === "alarm" ? messages(language).plans.alarmName : undefined);
      const timer = await planner.timers.start({
        ...(label !== undefined && { name: label }),
        durationMs,
        commands,
        ...(rings && { rings }),
        origin,
        room,
        approved: approvals.length > 0,
      });
      const told = { time, name: name ?? "", rings, at: due.at !== null };
      const sentence = started(told, commands, { home, planner, language });
      const later = {
        behind: { subject, devices: about, question, arguments: again },
        cancel: async () => void (await planner.timers.cancel(timer.id, origin)),
      };
      const plans = [{ kind: "timer" as const, id: timer.id }];
      const result = { content: { started: true, id: timer.id }, outcomes: [], failures: [], sentence, plans };
      return about.length > 0 ? { ...result, later } : result;
    },
  });
}

/** The question for a yes to something that only rings, and the token of exactly that. */
function ringConsent(
  time: string,
  name: string | undefined,
  { duration, at, kind }: Arguments,
  language: Language,
): Consent {
  const read = JSON.stringify(["ring", at ?? duration, name, kind]);
  return {
    question: textOf(message("tools.askRing", { time, name: name ?? "" }), language),
    token: createHash("sha256").update(read).digest("base64url"),
  };
}

/** The devices of waiting commands that a timer follows: those that it commands too, or that its name mentions ("close the gate"). */
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

/** The result of a call that waits for a yes. */
const HELD = { content: { started: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

/** When a timer ends: after milliseconds, at a moment, or at a time on days of the week. */
type Due =
  | { readonly at: null; readonly ms: number }
  | { readonly at: number }
  | { readonly time: string; readonly weekdays: readonly Weekday[] };

/** The end that the arguments give. @throws JiaError `invalid-tool-arguments` for no time, or a time in the past */
function dueOf({ duration, at, weekdays }: Arguments, home: HomeView, { now }: ToolContext): Due {
  const wrong = (detail: "timerWhen" | "timerPassed" | "noUnit" | "noTime" | "timerSun"): JiaError =>
    new JiaError("invalid-tool-arguments", { tool: "set_timer", detail: message(`tools.${detail}`) });
  if ((duration === undefined) === (at === undefined)) throw wrong("timerWhen");
  if (at === undefined) {
    if (isUnitless(duration) || isClockForm(duration ?? "")) throw wrong("noUnit");
    const ms = durationMsIn(duration ?? "");
    if (ms === null) throw wrong("timerWhen");
    return { at: null, ms };
  }
  if (isDayAlone(at)) throw wrong("noTime");
  if (sunIn(at) !== null) throw wrong("timerSun");
  const said = whenIn(at);
  if (said?.kind === "at" && isRecurring(said)) {
    return { time: timeOfDayText(said), weekdays: weekdaysIn([...said.weekdays]) ?? [] };
  }
  const days = weekdays === undefined ? null : weekdaysIn(weekdays);
  if (weekdays !== undefined) {
    const time = timeOfDayIn(at);
    if (days === null || time === null) throw wrong("timerWhen");
    return { time, weekdays: days };
  }
  const due = instantIn(at, now, home.timezone);
  if (due === null) throw wrong("timerWhen");
  if (due <= now) throw wrong("timerPassed");
  return { at: due };
}

/** The kind of ringing: a timer, at a time of day an alarm, with a name a reminder. */
function ringingOf(at: boolean, name: string | undefined): (typeof RING_KINDS)[number] {
  if (!at) return "timer";
  return name === undefined ? "alarm" : "reminder";
}

/** Saves an alarm on days of the week as an automation, which asks as one. */
async function recurring(
  { time, weekdays }: Extract<Due, { time: string }>,
  args: Arguments,
  commands: readonly Command[],
  context: ToolContext,
  { planner, save }: { readonly planner: Planner; readonly save: Tool },
): Promise<ToolResult> {
  const others = planner.automations.list().map(({ definition }) => definition);
  const name = freeName(args.name ?? messages(context.language).plans.alarmName, others);
  const actions = commands.length > 0 ? actionsFrom(commands) : [{ type: "say", message: args.name ?? name }];
  const trigger = { type: "time", at: time, ...(weekdays.length > 0 && { weekdays }) };
  const result = await save.prepare({ name, triggers: [trigger], actions }).run(context);
  return { ...result, ...(result.approval && { approval: { ...result.approval, arguments: args } }) };
}

interface Told {
  readonly time: string;
  readonly name: string;
  readonly rings: (typeof RING_KINDS)[number] | undefined;
  /** It ends at a time of day, not after a duration. */
  readonly at: boolean;
}

function started(
  { time, name, rings, at }: Told,
  commands: readonly Command[],
  { home, planner, language }: { readonly home: HomeView; readonly planner: Planner; readonly language: Language },
): string {
  const { plans } = messages(language);
  if (commands.length > 0) {
    if (at) return plans.later(planner.timers.describe(commands, language), time);
    const things = commandPhrases(home, commands, language);
    return textOf(message("tools.timerDoes", { time, things }), language);
  }
  if (at) return rings === "reminder" ? plans.reminder(name, time) : plans.alarm(name, time);
  return textOf(
    name === "" ? message("tools.timerSet", { time }) : message("tools.namedTimerSet", { name, time }),
    language,
  );
}
