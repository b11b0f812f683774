import { z } from "zod";
import { TimerBody } from "../api/plan-schemas.ts";
import { durationMs } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { durationWords, message, messages } from "../language/index.ts";
import { idBeginning, JSON_FLAG, listing, printer, shortIds } from "./answer.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, withJia } from "./connect.ts";
import { missing, requireVerb } from "./verbs.ts";

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
    const show = (timer: TimerAnswer): void => print(timer, () => [cells(timer, timer.id, context).join("  ")]);
    return withJia(flags, context, async (client) => {
      const { timers: all } = await client.get("/api/timers", z.object({ timers: z.array(TimerBody) }), signal);
      if (verb === "list") {
        const { noTimers, timersHeading } = messages(language).definitions;
        const short = shortIds(all.map(({ id }) => id));
        const rows = all.map((timer) => cells(timer, short(timer.id), context));
        print({ timers: all }, () => listing(noTimers, timersHeading, rows, context));
        return 0;
      }
      if (first === undefined) throw missing(verb === "start" ? "timers start DURATION [NAME]" : `timers ${verb} ID`);
      if (verb === "start") {
        const body = { seconds: secondsOf(first), ...(second !== undefined && { name: second }) };
        show(await client.send("POST", "/api/timers", body, TimerBody, signal));
        return 0;
      }
      const ids = all.map(({ id }) => id);
      const timer = all.find(({ name }) => name === first) ?? all.find(({ id }) => id === idBeginning(first, ids));
      if (!timer) throw new JiaError("not-found", { what: message("definitions.timerNamed", { name: first }) });
      const path = `/api/timers/${timer.id}`;
      switch (verb) {
        case "cancel":
          show(await client.send("DELETE", path, undefined, TimerBody, signal));
          return 0;
        case "pause":
        case "resume":
          show(await client.send("POST", `${path}/${verb}`, undefined, TimerBody, signal));
          return 0;
        case "add":
          if (second === undefined) throw missing("timers add ID DURATION");
          show(await client.send("POST", `${path}/add`, { seconds: secondsOf(second) }, TimerBody, signal));
          return 0;
        default:
          throw missing("timers VERB");
      }
    });
  },
});

/** Seconds of `8m`, also `-2m`. */
function secondsOf(text: string): number {
  const ms = durationMs(text.replace(/^-/, ""));
  if (ms === null) throw new JiaError("usage", { detail: message("definitions.notDuration", { given: text }) });
  return (text.startsWith("-") ? -ms : ms) / 1000;
}

function cells(
  { name, state, remainingMs, commands }: TimerAnswer,
  id: string,
  { language, style }: CommandContext,
): string[] {
  const { definitions } = messages(language);
  const left = definitions.timerLeft({ left: durationWords(remainingMs, language), paused: state === "paused" });
  const then = commands.length > 0 ? definitions.commands({ count: commands.length }) : "—";
  return [name || "—", left, then, style.dim(id)];
}
