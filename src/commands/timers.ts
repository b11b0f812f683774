import { z } from "zod";
import { TimerBody } from "../api/plan-schemas.ts";
import { durationMs } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { durationWords, message, messages } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { idBeginning, JSON_FLAG, listing, printer, shortIds } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";
import { changedPropertyWords, invokedActionWords, type KnownDevices, knownDevices } from "./words/outcomes.ts";

type TimerAnswer = z.infer<typeof TimerBody>;

const VERBS = ["list", "start", "cancel", "pause", "resume", "add"];

export const timers = defineCommand({
  name: "timers",
  summary: message("definitions.timersSummary"),
  usage: "[start DURATION [NAME] | cancel ID | pause ID | resume ID | add ID DURATION]",
  examples: ["jia timers start 8m pasta", "jia timers add pasta 2m"],
  places: [VERBS],
  positionals: { min: 0, max: 3 },
  flags: {
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", first, second] }, context) {
    requireVerb("timers", verb, VERBS);
    const { signal, language } = context;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      const devicesFor = (timers: readonly TimerAnswer[]) =>
        knownDevices(flags.json ? [] : timers.flatMap(({ commands }) => commands.map(deviceOf)), client, signal);
      const show = async (timer: TimerAnswer): Promise<void> => {
        const known = await devicesFor([timer]);
        print(timer, () => [cells(timer, timer.id, known, context).join("  ")]);
      };
      const all = await client.all("/api/timers", "timers", TimerBody, signal);
      if (verb === "list") {
        const { noTimers, timersHeading } = messages(language).definitions;
        const short = shortIds(all.map(({ id }) => id));
        const known = await devicesFor(all);
        const rows = all.map((timer) => cells(timer, short(timer.id), known, context));
        print({ timers: all }, () => listing(noTimers, timersHeading, rows, context, [1, 3]));
        return 0;
      }
      if (first === undefined)
        throw missingArgument(verb === "start" ? "timers start DURATION [NAME]" : `timers ${verb} ID`);
      if (verb === "start") {
        const seconds = secondsOf(first);
        if (seconds <= 0) throw notDuration(first);
        const body = { seconds, ...(second !== undefined && { name: second }) };
        await show(await client.send("POST", "/api/timers", body, TimerBody, signal));
        return 0;
      }
      const ids = all.map(({ id }) => id);
      const timer = all.find(({ name }) => name === first) ?? all.find(({ id }) => id === idBeginning(first, ids));
      if (!timer) throw new JiaError("not-found", { what: message("definitions.timerNamed", { name: first }) });
      const path = `/api/timers/${timer.id}`;
      switch (verb) {
        case "cancel":
          await show(await client.send("DELETE", path, undefined, TimerBody, signal));
          return 0;
        case "pause":
        case "resume":
          await show(await client.send("POST", `${path}/${verb}`, undefined, TimerBody, signal));
          return 0;
        case "add":
          if (second === undefined) throw missingArgument("timers add ID DURATION");
          await show(await client.send("POST", `${path}/add`, { seconds: secondsOf(second) }, TimerBody, signal));
          return 0;
        default:
          throw missingArgument("timers VERB");
      }
    });
  },
});

type TimerCommand = TimerAnswer["commands"][number];
const Value = z.union([z.boolean(), z.number(), z.string()]);
const Told = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set"), properties: z.array(z.object({ address: z.string(), value: Value })) }),
  z.object({ kind: z.literal("invoke"), action: z.string(), in: z.array(Value) }),
]);

function deviceOf(command: TimerCommand): string {
  return String(command["device"]);
}

/** A command of a timer in words: "living-floor-lamp power off, brightness 50%". */
function commandWords(command: TimerCommand, known: KnownDevices, context: CommandContext): string {
  const device = known.get(deviceOf(command));
  const name = device?.handle ?? deviceOf(command);
  const { parts } = messages(context.language).devices;
  const asked = Told.parse(command);
  const told =
    asked.kind === "set"
      ? asked.properties.map(({ address, value }) => changedPropertyWords(address, null, value, device, context))
      : [invokedActionWords(asked.action, asked.in, device, context)];
  return `${name} ${parts({ parts: told })}`;
}

/** The seconds of a duration such as `8m` or `-2m`. */
function secondsOf(text: string): number {
  const ms = durationMs(text.replace(/^-/, ""));
  if (ms === null) throw notDuration(text);
  return (text.startsWith("-") ? -ms : ms) / 1000;
}

function notDuration(given: string): JiaError {
  return new JiaError("usage", { detail: message("definitions.notDuration", { given }) });
}

function cells(
  { name, state, remainingMs, commands }: TimerAnswer,
  id: string,
  known: KnownDevices,
  context: CommandContext,
): string[] {
  const { language, style } = context;
  const { definitions } = messages(language);
  const left = definitions.timerLeft({ left: durationWords(remainingMs, language), paused: state === "paused" });
  const then = commands.length > 0 ? commands.map((each) => commandWords(each, known, context)).join("; ") : "—";
  return [name || "—", left, then, style.dim(id)];
}
