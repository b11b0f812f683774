import { judge } from "../../../src/commands/evaluation/judge.ts";
import { localEngineWith } from "../../../src/commands/evaluation/local-engine.ts";
import { runCase } from "../../../src/commands/evaluation/run.ts";
import type { EvaluationCase, EvaluationSet } from "../../../src/commands/evaluation/set.ts";
import type { ScoredInterpretation, SentenceDecision } from "../../../src/understanding/decision/decide.ts";
import type { FeatureValues } from "../../../src/understanding/readings/features.ts";
import { decideSentence } from "../../../src/understanding/understand.ts";

/** One reading of one labelled sentence. */
export interface Sample {
  readonly id: string;
  readonly say: string;
  readonly way: string;
  readonly features: FeatureValues;
  /** Whether the case is right when this reading is carried out. */
  readonly right: boolean;
  readonly wrong: boolean;
}

/** Carries out each reading of each sentence of a set, in a fresh home each, and judges what came of it. */
export async function samplesOf(set: EvaluationSet, signal: AbortSignal): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const entry of set.cases) {
    if (typeof entry.say !== "string" && entry.say.length > 1) continue;
    const readings = await readingsOf(set, entry, signal);
    for (const [at, reading] of readings.entries()) samples.push(await sampleOf(set, entry, reading, at, signal));
  }
  return samples;
}

async function readingsOf(
  set: EvaluationSet,
  entry: EvaluationCase,
  signal: AbortSignal,
): Promise<readonly ScoredInterpretation[]> {
  let readings: readonly ScoredInterpretation[] = [];
  await runCase(
    set,
    entry,
    localEngineWith((...asked) => {
      const decision = decideSentence(...asked);
      readings = decision.readings;
      return decision;
    }),
    signal,
  );
  return readings;
}

async function sampleOf(
  set: EvaluationSet,
  entry: EvaluationCase,
  { way, features }: ScoredInterpretation,
  at: number,
  signal: AbortSignal,
): Promise<Sample> {
  const forced = localEngineWith((...asked): SentenceDecision => {
    const decision = decideSentence(...asked);
    const reading = decision.readings[at];
    return reading ? { ...decision, kind: "act", understanding: reading.understanding } : decision;
  });
  const { result } = await runCase(set, entry, forced, signal);
  const { succeeded, wrongAction } = judge(entry.expect, result);
  const say = typeof entry.say === "string" ? entry.say : (entry.say[0] ?? "");
  return { id: entry.id, say, way, features, right: succeeded, wrong: wrongAction };
}
