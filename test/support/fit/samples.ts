import { judge } from "../../../src/commands/evaluation/judge.ts";
import { speakerWith } from "../../../src/commands/evaluation/local-speaker.ts";
import { runCase } from "../../../src/commands/evaluation/run.ts";
import type { Case, EvaluationSet } from "../../../src/commands/evaluation/set.ts";
import type { ScoredReading, SentenceDecision } from "../../../src/understanding/decision/decide.ts";
import type { FeatureValues } from "../../../src/understanding/readings/features.ts";
import { decide } from "../../../src/understanding/understand.ts";

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

async function readingsOf(set: EvaluationSet, entry: Case, signal: AbortSignal): Promise<readonly ScoredReading[]> {
  let readings: readonly ScoredReading[] = [];
  await runCase(
    set,
    entry,
    speakerWith((...asked) => {
      const decision = decide(...asked);
      readings = decision.readings;
      return decision;
    }),
    signal,
  );
  return readings;
}

async function sampleOf(
  set: EvaluationSet,
  entry: Case,
  { way, features }: ScoredReading,
  at: number,
  signal: AbortSignal,
): Promise<Sample> {
  const forced = speakerWith((...asked): SentenceDecision => {
    const decision = decide(...asked);
    const reading = decision.readings[at];
    return reading ? { ...decision, kind: "act", understanding: reading.understanding } : decision;
  });
  const { result } = await runCase(set, entry, forced, signal);
  const { succeeded, wrongAction } = judge(entry.expect, result);
  const say = typeof entry.say === "string" ? entry.say : (entry.say[0] ?? "");
  return { id: entry.id, say, way, features, right: succeeded, wrong: wrongAction };
}
