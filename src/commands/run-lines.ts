import type { z } from "zod";
import type { RunBody } from "../api/plan-schemas.ts";
import type { Language } from "../language/index.ts";
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

/** What became of a step, keyed by its result; nothing to say about one that was done. */
const RESULTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  failed: { en: "failed", zh: "失败" },
  timeout: { en: "not in time", zh: "超时" },
  stopped: { en: "stopped", zh: "停止" },
  interrupted: { en: "interrupted", zh: "中断" },
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
  const count = run.missed ? ` ×${run.missed.count}` : "";
  return [localMoment(run.startedAt), run.name, `${status}${count}`, run.cause.text, run.reason, style.dim(run.id)];
}

/** A run with its trace, line by line. */
export function runTrace(run: RunAnswer, context: CommandContext): string[] {
  const { language, style } = context;
  const [when = "", name = "", status = "", cause = "", reason = ""] = runCells(run, context);
  const lines = [`${style.bold(name)}  ${status}  ${when}`, `  ${cause}`];
  if (reason) lines.push(`  ${reason}`);
  if (run.cause.dueAt) lines.push(`  ${say(language, "due", "应于")} ${localMoment(run.cause.dueAt)}`);
  for (const { path, holds, text, detail } of run.conditions) {
    const mark = holds ? style.good("✓") : style.bad("✗");
    lines.push(`  ${[`${mark} ${text || path}`, detail && style.dim(detail)].filter(Boolean).join("  ")}`);
  }
  for (const step of run.steps) {
    const good = step.result === "done" || step.result === "would-do";
    const mark = good ? style.good("→") : style.bad("→");
    const result = RESULTS[step.result]?.[language] ?? "";
    const time = step.result === "would-do" ? "" : style.dim(`${step.ms} ms`);
    const parts = [`${mark} ${step.text || step.path}`, result, step.detail && style.dim(step.detail), time];
    lines.push(`  ${indent(step.path)}${parts.filter(Boolean).join("  ")}`);
    lines.push(...step.outcomes.map((outcome) => `    ${indent(step.path)}${outcomeLine(outcome, language, style)}`));
  }
  return lines;
}

/** Steps that are nested in others stand further in. */
function indent(path: string): string {
  return "  ".repeat(Math.max(0, path.split("].").length - 1));
}
