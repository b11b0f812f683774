import type { z } from "zod";
import type { RunBody } from "../../api/plan-schemas.ts";
import { type Language, messages } from "../../language/index.ts";
import type { Client } from "../client/client.ts";
import type { CommandContext } from "../command.ts";
import { localMoment } from "../line/answer.ts";
import { fitted } from "../terminal/layout.ts";
import { devicesOfOutcomes, type KnownDevices, outcomeLine } from "./outcomes.ts";

export type RunAnswer = z.infer<typeof RunBody>;

/** A run as cells of a table: time in the zone of the home, name, result, cause, and its id as it is to be shown. */
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

/** The devices that the steps of a run commanded. */
export async function devicesOfRun({ steps }: RunAnswer, client: Client, signal: AbortSignal): Promise<KnownDevices> {
  return await devicesOfOutcomes(
    steps.flatMap(({ outcomes }) => outcomes),
    client,
    signal,
  );
}

/** A run with its trace, line by line. */
export function runTrace(run: RunAnswer, known: KnownDevices, context: CommandContext, zone: string): string[] {
  const { language, style, stdout } = context;
  const { definitions } = messages(language);
  /** A step that was done needs no word. */
  const results: Readonly<Record<string, string>> = definitions.stepResults;
  const [when = "", name = "", status = "", cause = "", reason = ""] = runCells(run, run.id, context, zone);
  const lines = [`${style.bold(name)}  ${status}  ${when}`, fitted(`  ${cause}`, stdout, 2)];
  if (reason) lines.push(fitted(`  ${reason}`, stdout, 2));
  if (run.cause.dueAt) lines.push(`  ${definitions.due} ${localMoment(run.cause.dueAt, zone)}`);
  for (const { path, holds, text, detail } of run.conditions) {
    const mark = holds ? style.good("✓") : style.bad("✗");
    const told = [`${mark} ${text || path}`, detail && style.dim(detail)].filter(Boolean).join("  ");
    lines.push(fitted(`  ${told}`, stdout, 4));
  }
  for (const step of run.steps) {
    const good = step.result === "done" || step.result === "would-do";
    const mark = good ? style.good("→") : style.bad("→");
    const result = results[step.result] ?? "";
    const time = step.result === "would-do" ? "" : style.dim(`${step.ms} ms`);
    const parts = [
      `${mark} ${step.text || stageWords(step.path, language)}`,
      result,
      step.detail && style.dim(step.detail),
      time,
    ];
    const depth = depthOf(step.path);
    lines.push(fitted(" ".repeat(2 + depth) + parts.filter(Boolean).join("  "), stdout, 4 + depth));
    lines.push(...step.outcomes.map((outcome) => outcomeLine(outcome, known, context, 4 + depth)));
  }
  return lines;
}

/** A step without words of its own, by its place: "stage 1" of a scene; others by their path. */
function stageWords(path: string, language: Language): string {
  const number = /^stages\[(\d+)\]$/.exec(path)?.[1];
  return number === undefined ? path : messages(language).definitions.stage({ number: Number(number) + 1 });
}

/** The indent of a step in columns, by its nesting. */
function depthOf(path: string): number {
  return 2 * Math.max(0, path.split("].").length - 1);
}
