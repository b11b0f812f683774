import { judge } from "./judge.ts";
import { reportOf, type Scored, type SetReport } from "./report.ts";
import { type MakeSpeaker, runCase } from "./run.ts";
import type { EvaluationSet } from "./set.ts";

/** Runs and judges every case of a set; `step` is called after each. @throws the signal's reason when it is aborted */
export async function scoreSet(
  set: EvaluationSet,
  make: MakeSpeaker,
  signal: AbortSignal,
  step: () => void = () => undefined,
): Promise<SetReport> {
  const scored: Scored[] = [];
  for (const entry of set.cases) {
    const run = await runCase(set, entry, make, signal);
    scored.push({ entry, run, verdict: judge(entry.expect, run.result) });
    step();
  }
  return reportOf(set.name, scored);
}
