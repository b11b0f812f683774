import type { z } from "zod";
import type { RunBody } from "../api/plan-schemas.ts";
import { messages } from "../language/index.ts";
import { localMoment } from "./answer.ts";
import type { CommandContext } from "./command.ts";
import { outcomeLine } from "./outcomes.ts";

export type RunAnswer = z.infer<typeof RunBody>;

/** One run as a line, in the zone of the home: when, what, how it went, what started it, and its id as it is to be shown. */
export function runCells(run: RunAnswer, id: string, { language, style }: CommandContext, zone: string): string[] {
  const word = messages(language).definitions.runStatuses[run.status];
  const status =
    run.status === "done"
      ? style.good(word)
      : run.status === "failed" || run.status === "missed"
        ? style.bad(word)
        : style.dim(word);
  const count = run.missed ? ` ×${run.missed.count}` : "";
  return [localMoment(run.startedAt, zone), run.name, `${status}${count}`, run.cause.text, run.reason, style.dim(id)];
}

/** A run with its trace, line by line. */
export function runTrace(run: RunAnswer, context: CommandContext, zone: string): string[] {
  const { language, style } = context;
  const { definitions } = messages(language);
  /** Nothing is said about a step that was done. */
  const results: Readonly<Record<string, string>> = definitions.stepResults;
  const [when = "", name = "", status = "", cause = "", reason = ""] = runCells(run, run.id, context, zone);
  const lines = [`${style.bold(name)}  ${status}  ${when}`, `  ${cause}`];
  if (reason) lines.push(`  ${reason}`);
  if (run.cause.dueAt) lines.push(`  ${definitions.due} ${localMoment(run.cause.dueAt, zone)}`);
  for (const { path, holds, text, detail } of run.conditions) {
    const mark = holds ? style.good("✓") : style.bad("✗");
    lines.push(`  ${[`${mark} ${text || path}`, detail && style.dim(detail)].filter(Boolean).join("  ")}`);
  }
  for (const step of run.steps) {
    const good = step.result === "done" || step.result === "would-do";
    const mark = good ? style.good("→") : style.bad("→");
    const result = results[step.result] ?? "";
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
