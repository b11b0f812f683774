import type { z } from "zod";
import type { RunBody } from "../api/plan-schemas.ts";
import type { Language } from "../home/index.ts";
import { localMoment, say } from "./answer.ts";
import type { CommandContext } from "./command.ts";
import { outcomeLine } from "./outcomes.ts";

export type RunAnswer = z.infer<typeof RunBody>;

/** What a status is called, keyed by it. */
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
