/** What the verbs for scenes, automations, runs and timers share: the form of their answers and of moments. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { DifferenceBody, type RunBody } from "../api/plan-schemas.ts";
import { JiaError, type Language } from "../home/index.ts";
import type { Client } from "./client.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { outcomeLine } from "./outcomes.ts";

export type RunAnswer = z.infer<typeof RunBody>;

/** One of two texts. */
export function say(language: Language, en: string, zh: string): string {
  return language === "zh" ? zh : en;
}

/** A moment in the machine's own zone, to the second: "2026-11-24 18:30:00". */
export function localMoment(iso: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}

/** The text of a file, or of standard input for "-". */
export async function fileText(path: string, context: CommandContext): Promise<string> {
  if (path === "-") return await text(context.stdin);
  try {
    return await readFile(resolve(context.cwd, path), "utf8");
  } catch (error) {
    throw new JiaError("not-found", { what: `file ${path}` }, error);
  }
}

/** The file verbs, the same for scenes and automations: export, diff, import. null for another verb. */
export async function fileVerb(
  verb: string,
  path: string | undefined,
  flags: { readonly prune: boolean; readonly yes: boolean; readonly json: boolean },
  client: Client,
  context: CommandContext,
): Promise<ExitCode | null> {
  const { stdout, signal, language, style } = context;
  if (verb === "export") {
    const body = await client.get(`/api/definitions?form=json`, z.unknown(), signal);
    if (flags.json) stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    else stdout.write((await import("yaml")).stringify(body, { lineWidth: 120 }));
    return 0;
  }
  if (verb !== "diff" && verb !== "import") return null;
  if (path === undefined) throw new JiaError("usage", { detail: `${verb} FILE` });
  const given = { text: await fileText(path, context), file: path };
  const body = verb === "diff" ? given : { ...given, prune: flags.prune, approved: flags.yes };
  const answer = z.object({ changes: z.array(DifferenceBody) });
  const { changes } = await client.send("POST", `/api/definitions/${verb}`, body, answer, signal);
  if (flags.json) stdout.write(`${JSON.stringify({ changes })}\n`);
  else {
    const marks = {
      add: style.good("+"),
      change: style.warn("~"),
      same: style.dim("="),
      extra: flags.prune ? style.bad("-") : style.dim("·"),
    };
    for (const { kind, id, name, change, fields } of changes) {
      const only = change === "extra" && !flags.prune ? say(language, " (only in the home)", "（仅家中有）") : "";
      const which = fields.length > 0 ? ` (${fields.join(", ")})` : only;
      stdout.write(`${marks[change]} ${kind} ${style.bold(id)}  ${name}${which}\n`);
    }
    if (changes.length === 0) stdout.write(`${say(language, "Nothing there.", "没有内容。")}\n`);
  }
  return 0;
}

const STATUS: Readonly<Record<RunAnswer["status"], Readonly<Record<Language, string>>>> = {
  running: { en: "running", zh: "运行中" },
  waiting: { en: "waiting", zh: "等待中" },
  done: { en: "done", zh: "完成" },
  failed: { en: "failed", zh: "失败" },
  skipped: { en: "skipped", zh: "跳过" },
  stopped: { en: "stopped", zh: "停止" },
  missed: { en: "missed", zh: "错过" },
};

/** One run as a line: when, what, how it went, what started it. */
export function runCells(run: RunAnswer, { language, style }: CommandContext): string[] {
  const word = STATUS[run.status][language];
  const status =
    run.status === "done"
      ? style.good(word)
      : run.status === "failed" || run.status === "missed"
        ? style.bad(word)
        : style.dim(word);
  const cause = `${run.cause.type}${run.cause.detail ? `: ${run.cause.detail}` : ""}`;
  const count = run.missed ? ` ×${run.missed.count}` : "";
  return [localMoment(run.startedAt), run.name || run.of, `${status}${count}`, cause, run.reason, style.dim(run.id)];
}

/** A run with its trace, line by line. */
export function runTrace(run: RunAnswer, context: CommandContext): string[] {
  const { language, style } = context;
  const [when = "", name = "", status = "", cause = "", reason = ""] = runCells(run, context);
  const lines = [`${style.bold(name)}  ${status}  ${when}`, `  ${cause}`];
  if (reason) lines.push(`  ${reason}`);
  if (run.cause.dueAt) lines.push(`  ${say(language, "due", "应于")} ${localMoment(run.cause.dueAt)}`);
  for (const { path, holds, detail } of run.conditions) {
    lines.push(`  ${holds ? style.good("✓") : style.bad("✗")} ${path}  ${style.dim(detail)}`);
  }
  for (const step of run.steps) {
    lines.push(
      `  ${step.path}  ${step.type}  ${step.result}  ${step.ms} ms${step.detail ? `  ${style.dim(step.detail)}` : ""}`,
    );
    lines.push(...step.outcomes.map((outcome) => `    ${outcomeLine(outcome, language, style)}`));
  }
  return lines;
}
