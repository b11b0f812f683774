import type { CaseVerdict } from "./judge.ts";
import { planText } from "./judge-plans.ts";
import { CASE_OUTCOMES, type CaseOutcome, caseOutcome } from "./outcome.ts";
import type { CaseRun } from "./run.ts";
import type { EvaluationCase } from "./set.ts";
import { type CurvePoint, coverageCurve, roundTo, type Share, shareWithInterval } from "./statistics.ts";
import { type ModelReport, modelReport } from "./usage.ts";

export interface Scored {
  readonly entry: EvaluationCase;
  readonly run: CaseRun;
  readonly verdict: CaseVerdict;
}

export interface Score {
  readonly cases: number;
  readonly succeeded: number;
  /** Succeeded cases divided by all cases. */
  readonly score: number;
  readonly wrongActions: number;
  /** The number of cases with each outcome; their sum is the number of cases. */
  readonly outcomes: Readonly<Record<CaseOutcome, Share>>;
}

export interface Failure {
  readonly id: string;
  readonly say: string | string[];
  readonly outcome: CaseOutcome;
  /** Expected results that are missing. */
  readonly missing: readonly string[];
  /** Unexpected results. */
  readonly wrong: readonly string[];
  readonly expected: unknown;
  readonly got: unknown;
}

export interface SetReport extends Score {
  readonly name: string;
  readonly byCategory: Readonly<Record<string, Score>>;
  readonly byLanguage: Readonly<Record<string, Score>>;
  readonly latencyMs: { readonly mean: number; readonly p50: number; readonly p90: number; readonly p99: number };
  /** Wrong actions against coverage; only when the engine gives its confidence. */
  readonly curve?: readonly CurvePoint[];
  /** The use of a model; only where one was asked. */
  readonly model?: ModelReport;
  readonly failures: readonly Failure[];
}

/** The report of a set, in the form of `--json`. */
export function reportOf(name: string, scored: readonly Scored[]): SetReport {
  const curve = coverageCurve(
    scored.map(({ run, verdict }) => ({ confidence: run.result.confidence, wrong: verdict.wrongAction })),
  );
  const model = modelReport(scored.flatMap(({ run }) => run.usage));
  return {
    name,
    ...scoreOf(scored),
    byCategory: grouped(scored, ({ entry }) => entry.category),
    byLanguage: grouped(scored, ({ entry }) => entry.language),
    latencyMs: latencyOf(scored.flatMap(({ run }) => run.latenciesMs)),
    ...(curve && { curve }),
    ...(model && { model }),
    failures: scored.filter(({ verdict }) => !verdict.succeeded).map(failureOf),
  };
}

function failureOf({ entry, run: { result, errors }, verdict }: Scored): Failure {
  const { plans, ...rest } = result;
  return {
    id: entry.id,
    say: entry.say,
    outcome: caseOutcome(verdict, result),
    missing: verdict.missing,
    wrong: verdict.wrong,
    expected: entry.expect,
    got: { ...rest, plans: plans.map(planText), ...(errors.length > 0 && { errors }) },
  };
}

function scoreOf(scored: readonly Scored[]): Score {
  const all = scored.map(({ verdict, run }) => caseOutcome(verdict, run.result));
  const shares = CASE_OUTCOMES.map(
    (outcome) => [outcome, shareWithInterval(all.filter((each) => each === outcome).length, all.length)] as const,
  );
  const outcomes = Object.fromEntries(shares) as Record<CaseOutcome, Share>;
  return {
    cases: all.length,
    succeeded: outcomes.right.count,
    score: outcomes.right.share,
    wrongActions: outcomes.wrong.count,
    outcomes,
  };
}

function grouped(scored: readonly Scored[], key: (each: Scored) => string): Record<string, Score> {
  const groups = Object.groupBy(scored, key);
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, scoreOf(group ?? [])]));
}

function latencyOf(latencies: readonly number[]): SetReport["latencyMs"] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (part: number): number =>
    roundTo(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0, 3);
  const mean = sorted.reduce((sum, each) => sum + each, 0) / Math.max(1, sorted.length);
  return { mean: roundTo(mean, 3), p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}
