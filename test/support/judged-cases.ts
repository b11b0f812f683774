import { type CaseResult, type CaseVerdict, judge } from "../../src/commands/evaluation/judge.ts";
import { localEngine } from "../../src/commands/evaluation/local-engine.ts";
import { type CaseOutcome, caseOutcome } from "../../src/commands/evaluation/outcome.ts";
import { type CaseRun, type EngineFactory, runCase } from "../../src/commands/evaluation/run.ts";
import { type EvaluationSet, readCase, readSet } from "../../src/commands/evaluation/set.ts";
import { SpecLibrary } from "../../src/library/index.ts";

/** The set with one case for every way to act. */
export const acts: EvaluationSet = readSet("test/sets/acts", new SpecLibrary("devices"));

export interface JudgedCase extends CaseVerdict {
  readonly outcome: CaseOutcome;
  readonly run: CaseRun;
}

/** Says something in the home of that set and judges what came of it, all with the real parts. */
export async function judgeCase(
  say: string | readonly string[],
  expect: unknown,
  { setup, make = localEngine }: { readonly setup?: unknown; readonly make?: EngineFactory } = {},
): Promise<JudgedCase> {
  const line = { id: "test", home: "acts", language: "en", room: "living", say, expect, ...(setup ? { setup } : {}) };
  const entry = readCase(JSON.stringify(line), "test");
  const run = await runCase(acts, entry, make, new AbortController().signal);
  const verdict = judge(entry.expect, run.result);
  return { ...verdict, outcome: caseOutcome(verdict, run.result), run };
}

/** A result in which nothing was done; `given` is laid over it. */
export function resultOf(given: Partial<CaseResult>): CaseResult {
  return {
    changes: {},
    calls: [],
    plans: [],
    timers: [],
    reply: "",
    refused: 0,
    handled: true,
    asked: false,
    confidence: null,
    ...given,
  };
}
