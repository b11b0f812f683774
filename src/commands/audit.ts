import type { z } from "zod";
import { AuditBody, ORIGINS } from "../api/routes/audit.ts";
import { durationMs } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { JSON_FLAG, LIMIT_FLAG, limitOf, localMoment, printer, say } from "./answer.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, withJia } from "./connect.ts";
import { outcomeLine } from "./outcomes.ts";

type Entry = z.infer<typeof AuditBody>["entries"][number];

export const audit = defineCommand({
  name: "audit",
  summary: {
    en: "Every command: who asked for it, when, and what came of it.",
    zh: "所有指令的记录：何时、由谁发出、结果如何。",
  },
  usage: "[DEVICE]",
  examples: ["npm run jia -- audit living-ac", "npm run jia -- audit --origin conversation --since 2h"],
  positionals: { min: 0, max: 1 },
  flags: {
    origin: {
      kind: "text",
      value: "KIND",
      about: {
        en: `Only what came from there: ${ORIGINS.join(", ")}.`,
        zh: `只看此来源：${ORIGINS.join("、")}。`,
      },
    },
    since: {
      kind: "text",
      value: "DURATION",
      about: { en: "Only the last so long: 30m, 2h, 1d.", zh: "只看最近一段时间：30m、2h、1d。" },
    },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [device] }, context) {
    const { language, signal } = context;
    const print = printer(flags, context);
    const query = new URLSearchParams({
      limit: limitOf(flags),
      ...(device !== undefined && { device }),
      ...(flags.origin !== undefined && { origin: flags.origin }),
      ...(flags.since !== undefined && { from: momentBefore(flags.since) }),
    });
    return withJia(flags, context, async (client) => {
      const body = await client.get(`/api/audit?${query}`, AuditBody, signal);
      const none = say(language, "No command was given.", "没有指令记录。");
      print(body, () => (body.entries.length > 0 ? body.entries.flatMap((entry) => lines(entry, context)) : [none]));
      return 0;
    });
  },
});

/** The moment that lies `text` (2h) before now, as the API takes it. */
function momentBefore(text: string): string {
  const ms = durationMs(text);
  if (ms === null) throw new JiaError("usage", { detail: `--since "${text}": 30m, 2h, 1d` });
  return Temporal.Now.instant().subtract({ milliseconds: ms }).toString();
}

/** When and who, and below it what came of each write or action. */
function lines({ at, origin, said, outcomes }: Entry, { language, style }: CommandContext): string[] {
  const from = [origin.kind, origin["name"] ?? origin["id"] ?? origin["client"]].filter(Boolean).join(" ");
  const words = said === undefined ? "" : `  ${say(language, `"${said}"`, `“${said}”`)}`;
  return [
    `${localMoment(at)}  ${style.dim(from)}${words}`,
    ...outcomes.map((outcome) => `  ${outcomeLine(outcome, language, style)}`),
  ];
}
