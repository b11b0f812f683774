import { z } from "zod";
import { CheckBody, RunBody, SavedAutomationBody } from "../api/plan-schemas.ts";
import { JiaError } from "../home/index.ts";
import { JSON_FLAG, listing, localMoment, printer, say } from "./answer.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { CONNECT_FLAGS, withJia } from "./connect.ts";
import { type Asked, fileText, fileVerb, PRUNE_FLAG, savedVerb } from "./definition-verbs.ts";
import { runTrace } from "./run-lines.ts";

export const automations = defineCommand({
  name: "automations",
  summary: {
    en: "List, check, run, switch and keep automations in files.",
    zh: "列出、检查、运行、开关自动化，并以文件形式保存。",
  },
  usage: "[VERB [ID|FILE]]",
  details: {
    en:
      "Verbs: list (the default) · show ID · run ID · dry-run ID · next ID · enable ID · disable ID · delete ID · " +
      "check FILE (one definition) · export · diff FILE · import FILE (scenes and automations). FILE may be - for standard input.",
    zh:
      "动作：list（默认）· show ID · run ID · dry-run ID · next ID · enable ID · disable ID · delete ID · " +
      "check FILE（单个定义）· export · diff FILE · import FILE（场景与自动化）。FILE 可用 - 表示标准输入。",
  },
  examples: [
    "npm run jia -- automations",
    "npm run jia -- automations import examples/hall-light.yaml",
    "npm run jia -- automations dry-run hall-light",
  ],
  positionals: { min: 0, max: 2 },
  flags: {
    yes: {
      kind: "switch",
      about: { en: "Say yes to what the policy asks about (import).", zh: "同意安全策略询问的操作（import）。" },
    },
    ...PRUNE_FLAG,
    force: { kind: "switch", about: { en: "Leave conditions aside (run).", zh: "忽略条件（run）。" } },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", name] }, context) {
    return withJia(flags, context, async (client) => {
      const asked = { verb, name, flags, client, context, print: printer(flags, context) };
      return (await fileVerb(asked)) ?? (await perform(asked));
    });
  },
});

async function perform(asked: Asked<{ readonly force: boolean }>): Promise<ExitCode> {
  const { verb, name, flags, client, context, print } = asked;
  const { signal, language, style } = context;
  if (verb === "list") {
    const body = await client.get("/api/automations", z.object({ automations: z.array(SavedAutomationBody) }), signal);
    const none = say(language, "There are no automations.", "没有自动化。");
    const heading = language === "zh" ? ["标识", "下次运行", "内容"] : ["Id", "Next run", "What it does"];
    const rows = body.automations.map(({ definition, nextRun, description }) => [
      String(definition["id"]),
      nextRun === null ? "—" : localMoment(nextRun),
      description,
    ]);
    print(body, () => listing(none, heading, rows, style));
    return 0;
  }
  if (name === undefined) throw new JiaError("usage", { detail: `automations ${verb} ID` });
  const path = `/api/automations/${encodeURIComponent(name)}`;
  const done = await savedVerb(asked, path, SavedAutomationBody);
  if (done !== null) return done;
  switch (verb) {
    case "enable":
    case "disable": {
      const body = await client.send("PATCH", path, { enabled: verb === "enable" }, SavedAutomationBody, signal);
      print(body, () => [body.description]);
      return 0;
    }
    case "next": {
      const body = await client.get(`${path}/next`, z.object({ next: z.array(z.string()) }), signal);
      print(body, () => body.next.map(localMoment));
      return 0;
    }
    case "run":
    case "dry-run": {
      const given = verb === "run" ? { force: flags.force } : undefined;
      const run = await client.send("POST", `${path}/${verb}`, given, RunBody, signal);
      print(run, () => runTrace(run, context));
      return run.status === "failed" ? 1 : 0;
    }
    case "check": {
      const { parse } = await import("yaml");
      const body = await client.send(
        "POST",
        "/api/automations/validate",
        parse(await fileText(name, context)),
        CheckBody,
        signal,
      );
      print(body, () => checkLines(body, context));
      return body.definition ? 0 : 1;
    }
    default:
      throw new JiaError("usage", { detail: `automations ${verb}` });
  }
}

function checkLines(check: z.infer<typeof CheckBody>, { style }: CommandContext): string[] {
  const line = (mark: string, { field, value, message, fix }: (typeof check.problems)[number]): string =>
    `${mark} ${style.bold(field)}${value ? ` (${value})` : ""}: ${message}. ${style.dim(fix)}`;
  return [
    ...check.problems.map((problem) => line(style.bad("✗"), problem)),
    ...check.warnings.map((problem) => line(style.warn("!"), problem)),
    ...check.approvals.map(({ device, what, why }) => `${style.warn("?")} ${what} (${device}): ${why}`),
    ...(check.description === null ? [] : [`${style.good("✓")} ${check.description}`]),
    ...check.next.map((at) => `  ${localMoment(at)}`),
  ];
}
