import { join, resolve } from "node:path";
import { loadPrompts, type Prompts } from "../assistant/prompts.ts";
import { JiaError, systemClock } from "../home/index.ts";
import { message, textOf } from "../language/index.ts";
import { SpecLibrary } from "../library/index.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { assistantEngine } from "./evaluation/assistant-engine.ts";
import { halfOf, type SetHalf } from "./evaluation/half.ts";
import { localEngine } from "./evaluation/local-engine.ts";
import { Progress } from "./evaluation/progress.ts";
import { type ModelSource, modelSource } from "./evaluation/recorded/model-source.ts";
import type { SetReport } from "./evaluation/report.ts";
import { scoreSet } from "./evaluation/score.ts";
import { readSet } from "./evaluation/set.ts";
import { failuresOf, tableOf } from "./evaluation/table.ts";

interface Recorded {
  readonly record: string | undefined;
  readonly replay: string | undefined;
}

/** Scores the assistant on sets of sentences in simulated homes. */
export const evalCommand = defineCommand({
  name: "eval",
  summary: message("evaluation.summary"),
  usage: "DIR...",
  details: message("evaluation.details"),
  examples: ["jia eval test/sets/kitchen-en --failures", "jia eval test/sets/* --engine model --json"],
  positionals: { min: 1, max: 100 },
  flags: {
    engine: {
      kind: "text",
      value: "ENGINE",
      about: message("evaluation.engine"),
    },
    json: { kind: "switch", about: message("evaluation.json") },
    failures: { kind: "switch", about: message("evaluation.failures") },
    parallel: { kind: "text", value: "N", about: message("evaluation.parallel") },
    record: { kind: "text", value: "FILE", about: message("evaluation.record") },
    replay: { kind: "text", value: "FILE", about: message("evaluation.replay") },
    half: { kind: "text", value: "HALF", about: message("evaluation.half") },
  },
  async run({ flags, positionals }, context) {
    const { cwd, root, stdout, stderr, signal, language } = context;
    const engine = flags.engine ?? "local";
    const prompts = loadPrompts();
    const source = sourceFrom(engine, flags, prompts, context);
    const make = source ? assistantEngine(source, prompts, engine === "auto") : localEngine;
    const specs = new SpecLibrary(join(root, "devices"));
    const parallel = parallelFrom(flags.parallel ?? "1");
    const half = halfFrom(flags.half, flags.failures);
    const whole = positionals.map((folder) => readSet(resolve(cwd, folder), specs));
    const sets = half
      ? whole.map((set) => ({ ...set, cases: set.cases.filter(({ id }) => halfOf(id) === half) }))
      : whole;
    const total = sets.reduce((sum, { cases }) => sum + cases.length, 0);
    const progress = new Progress(stderr, systemClock, total);
    const reports: SetReport[] = [];
    try {
      for (const set of sets) {
        const { model, ...report } = await scoreSet(set, make, signal, () => progress.step(set.name), parallel);
        // Rounds and tokens are only meaningful for a model that answers now.
        const measured = model && !source?.replayed ? { ...report, model } : report;
        reports.push(half === "report" ? { ...measured, failures: [] } : measured);
      }
    } finally {
      progress.end();
      source?.end();
    }
    // Recorded answers to an older prompt say nothing about this one.
    if (source?.replayed?.stale) {
      const { unanswered } = source.replayed;
      const cases = reports.reduce((sum, report) => sum + report.cases, 0);
      const told = flags.json
        ? JSON.stringify({ sets: [], stale: { cases, unanswered } })
        : textOf(message("evaluation.stale", { cases, unanswered }), language);
      stdout.write(`${told}\n`);
      return 0;
    }
    if (flags.json) {
      stdout.write(`${JSON.stringify({ sets: reports })}\n`);
      return 0;
    }
    stdout.write(`${tableOf(reports, language)}\n`);
    if (flags.failures) {
      const failures = reports.flatMap((report) => report.failures);
      if (failures.length > 0) stdout.write(`${failuresOf(failures, language)}\n`);
    }
    return 0;
  },
});

/**
 * The number of cases that run at a time.
 * @throws JiaError `usage` for another value
 */
function parallelFrom(given: string): number {
  const parallel = Number(given);
  if (Number.isInteger(parallel) && parallel >= 1 && parallel <= MOST_PARALLEL) return parallel;
  throw new JiaError("usage", { detail: message("evaluation.unknownParallel", { given, most: MOST_PARALLEL }) });
}

/** The most cases at a time: each has a home of its own in memory. */
const MOST_PARALLEL = 64;

/**
 * The half of the set, from the option; null: all of it.
 * @throws JiaError `usage` for another value, and when failures of the half for reports are to be printed
 */
function halfFrom(given: string | undefined, failures: boolean): SetHalf | null {
  if (given === undefined) return null;
  if (given !== "tune" && given !== "report")
    throw new JiaError("usage", { detail: message("evaluation.unknownHalf", { given }) });
  if (given === "report" && failures) throw new JiaError("usage", { detail: message("evaluation.reportUnread") });
  return given;
}

/**
 * The source of a model's answers for an engine; null for the local engine.
 * @throws JiaError `usage` for an unknown engine, and for a recording without a model; `model-unavailable` when no
 * model is configured
 */
function sourceFrom(engine: string, given: Recorded, prompts: Prompts, context: CommandContext): ModelSource | null {
  if (engine === "model" || engine === "auto") return modelSource(given, prompts, context);
  if (engine !== "local")
    throw new JiaError("usage", { detail: message("evaluation.unknownEngine", { given: engine }) });
  if (given.record !== undefined || given.replay !== undefined)
    throw new JiaError("usage", { detail: message("evaluation.recordsModel") });
  return null;
}
