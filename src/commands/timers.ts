import { z } from "zod";
import { TimerBody } from "../api/plan-schemas.ts";
import { durationMs, durationWords } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, connect } from "./connect.ts";
import { say } from "./plans.ts";
import { table } from "./style.ts";

type TimerAnswer = z.infer<typeof TimerBody>;

export const timers = defineCommand({
  name: "timers",
  summary: { en: "Timers: list, start, pause, add to, cancel.", zh: "定时器：列出、启动、暂停、延长、取消。" },
  usage: "[start DURATION [NAME] | cancel ID | pause ID | resume ID | add ID DURATION]",
  examples: ["npm run jia -- timers start 8m pasta", "npm run jia -- timers add pasta 2m"],
  positionals: { min: 0, max: 3 },
  flags: {
    json: { kind: "switch", about: { en: "As JSON.", zh: "输出 JSON。" } },
    ...CONNECT_FLAGS,
  },
  async run({ flags, positionals: [verb = "list", first, second] }, context) {
    const { stdout, signal } = context;
    const { client, stop } = await connect(flags, context);
    const print = (timer: TimerAnswer): void => {
      stdout.write(flags.json ? `${JSON.stringify(timer)}\n` : `${cells(timer, context).join("  ")}\n`);
    };
    try {
      const { timers: all } = await client.get("/api/timers", z.object({ timers: z.array(TimerBody) }), signal);
      if (verb === "list") {
        if (flags.json) stdout.write(`${JSON.stringify({ timers: all })}\n`);
        else stdout.write(`${listing(all, context).join("\n")}\n`);
        return 0;
      }
      if (first === undefined) throw new JiaError("usage", { detail: `timers ${verb}` });
      if (verb === "start") {
        const body = { seconds: secondsOf(first), ...(second !== undefined && { name: second }) };
        print(await client.send("POST", "/api/timers", body, TimerBody, signal));
        return 0;
      }
      const timer = all.find(({ id, name }) => id === first || name === first);
      if (!timer) throw new JiaError("not-found", { what: `timer "${first}"` });
      const path = `/api/timers/${timer.id}`;
      switch (verb) {
        case "cancel":
          print(await client.send("DELETE", path, undefined, TimerBody, signal));
          return 0;
        case "pause":
        case "resume":
          print(await client.send("POST", `${path}/${verb}`, undefined, TimerBody, signal));
          return 0;
        case "add":
          print(await client.send("POST", `${path}/add`, { seconds: secondsOf(second ?? "") }, TimerBody, signal));
          return 0;
        default:
          throw new JiaError("usage", { detail: `timers ${verb}` });
      }
    } finally {
      await stop();
    }
  },
});

/** Seconds of `8m`, also `-2m`. */
function secondsOf(text: string): number {
  const ms = durationMs(text.replace(/^-/, ""));
  if (ms === null) throw new JiaError("usage", { detail: `"${text}": 90s, 8m, 1h30m` });
  return (text.startsWith("-") ? -ms : ms) / 1000;
}

function listing(all: readonly TimerAnswer[], context: CommandContext): string[] {
  const { language, style } = context;
  if (all.length === 0) return [say(language, "There are no timers.", "没有定时器。")];
  const heading = language === "zh" ? ["名称", "剩余", "到时操作", "编号"] : ["Name", "Left", "Then", "Id"];
  return table([heading, ...all.map((timer) => cells(timer, context))], style.bold);
}

function cells({ id, name, state, remainingMs, commands }: TimerAnswer, { language, style }: CommandContext): string[] {
  const paused = state === "paused" ? say(language, " (paused)", "（已暂停）") : "";
  const then = commands.length > 0 ? say(language, `${commands.length} commands`, `${commands.length} 条指令`) : "—";
  return [name || "—", `${durationWords(remainingMs, language)}${paused}`, then, style.dim(id)];
}
