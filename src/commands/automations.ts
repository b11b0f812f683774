import { z } from "zod";
import { CheckBody, RunBody, SavedAutomationBody } from "../api/plan-schemas.ts";
import { JiaError } from "../home/index.ts";
import type { Client } from "./client.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { CONNECT_FLAGS, connect } from "./connect.ts";
import { fileText, fileVerb, localMoment, runTrace, say } from "./plans.ts";
import { table } from "./style.ts";

interface Given {
  readonly yes: boolean;
  readonly json: boolean;
  readonly force: boolean;
}

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
    prune: {
      kind: "switch",
      about: { en: "Delete what the file does not hold (import).", zh: "删除文件中没有的项（import）。" },
    },
    force: { kind: "switch", about: { en: "Leave conditions aside (run).", zh: "忽略条件（run）。" } },
    json: { kind: "switch", about: { en: "As JSON.", zh: "输出 JSON。" } },
    ...CONNECT_FLAGS,
  },
  async run({ flags, positionals: [verb = "list", name] }, context) {
    const { client, stop } = await connect(flags, context);
    try {
      return (
        (await fileVerb(verb, name, flags, client, context)) ?? (await perform(verb, name, flags, client, context))
      );
    } finally {
      await stop();
    }
  },
});

async function perform(
  verb: string,
  name: string | undefined,
  flags: Given,
  client: Client,
  context: CommandContext,
): Promise<ExitCode> {
  const { signal, stdout } = context;
  const print = (body: unknown, lines: () => readonly string[]): ExitCode => {
    stdout.write(flags.json ? `${JSON.stringify(body)}\n` : `${lines().join("\n")}\n`);
    return 0;
  };
  if (verb === "list") {
    const body = await client.get("/api/automations", z.object({ automations: z.array(SavedAutomationBody) }), signal);
    return print(body, () => listing(body.automations, context));
  }
  if (name === undefined) throw new JiaError("usage", { detail: `automations ${verb} ID` });
  const path = `/api/automations/${encodeURIComponent(name)}`;
  switch (verb) {
    case "show": {
      const body = await client.get(path, SavedAutomationBody, signal);
      return print(body, () => [body.description, JSON.stringify(body.definition, null, 2)]);
    }
    case "enable":
    case "disable": {
      const body = await client.send("PATCH", path, { enabled: verb === "enable" }, SavedAutomationBody, signal);
      return print(body, () => [body.description]);
    }
    case "delete": {
      const body = await client.send("DELETE", path, undefined, SavedAutomationBody, signal);
      return print(body, () => [say(context.language, `Deleted: ${name}`, `已删除：${name}`)]);
    }
    case "next": {
      const body = await client.get(`${path}/next`, z.object({ next: z.array(z.string()) }), signal);
      return print(body, () => body.next.map(localMoment));
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

function listing(
  automations: readonly z.infer<typeof SavedAutomationBody>[],
  { language, style }: CommandContext,
): string[] {
  if (automations.length === 0) return [say(language, "There are no automations.", "没有自动化。")];
  const heading = language === "zh" ? ["标识", "下次运行", "内容"] : ["Id", "Next run", "What it does"];
  const rows = automations.map(({ definition, nextRun, description }) => [
    String(definition["id"]),
    nextRun === null ? "—" : localMoment(nextRun),
    description,
  ]);
  return table([heading, ...rows], style.bold);
}

function checkLines(check: z.infer<typeof CheckBody>, { style }: CommandContext): string[] {
  const line = (mark: string, { field, value, message, fix }: (typeof check.problems)[number]): string =>
    `${mark} ${style.bold(field)}${value ? ` (${value})` : ""}: ${message}. ${style.dim(fix)}`;
  return [
    ...check.problems.map((problem) => line(style.bad("✗"), problem)),
    ...check.warnings.map((problem) => line(style.warn("!"), problem)),
    ...check.approvals.map(({ device, what, why }) => `${style.warn("?")} ${device} ${what}: ${why}`),
    ...(check.description === null ? [] : [`${style.good("✓")} ${check.description}`]),
    ...check.next.map((at) => `  ${localMoment(at)}`),
  ];
}
