import { judge, type Result, type Verdict } from "../../src/commands/evaluation/judge.ts";
import { localSpeaker } from "../../src/commands/evaluation/local-speaker.ts";
import { type CaseOutcome, outcomeOf } from "../../src/commands/evaluation/outcome.ts";
import { type CaseRun, type MakeSpeaker, runCase } from "../../src/commands/evaluation/run.ts";
import { type EvaluationSet, readCase, readSet } from "../../src/commands/evaluation/set.ts";
import { SpecLibrary } from "../../src/library/index.ts";

/** The set with one case for every way to act. */
export const acts: EvaluationSet = readSet("test/sets/acts", new SpecLibrary("devices"));

export interface Judged extends Verdict {
  readonly outcome: CaseOutcome;
  readonly run: CaseRun;
}

/** Says something in the home of that set and judges what came of it, all with the real parts. */
export async function judged(
  say: string | readonly string[],
  expect: unknown,
  { setup, make = localSpeaker }: { readonly setup?: unknown; readonly make?: MakeSpeaker } = {},
): Promise<Judged> {
  const line = { id: "test", home: "acts", language: "en", room: "living", say, expect, ...(setup ? { setup } : {}) };
  const entry = readCase(JSON.stringify(line), "test");
  const run = await runCase(acts, entry, make, new AbortController().signal);
  const verdict = judge(entry.expect, run.result);
  return { ...verdict, outcome: outcomeOf(verdict, run.result), run };
}

/** A result in which nothing was done; `given` is laid over it. */
export function resultOf(given: Partial<Result>): Result {
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
