import { judge } from "./judge.ts";
import { reportOf, type Scored, type SetReport } from "./report.ts";
import { type EngineFactory, runCase } from "./run.ts";
import type { EvaluationSet } from "./set.ts";

/**
 * Runs and judges every case of a set; `step` is called after each.
 * @param parallel how many cases run at a time
 * @throws the signal's reason when it is aborted
 */
export async function scoreSet(
  set: EvaluationSet,
  make: EngineFactory,
  signal: AbortSignal,
  step: () => void = () => undefined,
  parallel = 1,
): Promise<SetReport> {
  /** Results in the order of the set, not of completion. */
  const scored: Scored[] = [];
  const waiting = set.cases.entries();
  const work = async (): Promise<void> => {
    for (const [at, entry] of waiting) {
      const run = await runCase(set, entry, make, signal);
      scored[at] = { entry, run, verdict: judge(entry.expect, run.result) };
      step();
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return reportOf(set.name, scored);
}
