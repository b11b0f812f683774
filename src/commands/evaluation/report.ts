import { table } from "../style.ts";
import type { Verdict } from "./judge.ts";
import type { CaseRun } from "./run.ts";
import type { Case } from "./set.ts";

export interface Scored {
  readonly entry: Case;
  readonly run: CaseRun;
  readonly verdict: Verdict;
}

export interface Score {
  readonly cases: number;
  readonly succeeded: number;
  readonly score: number;
  readonly wrongActions: number;
}

export interface SetReport extends Score {
  readonly name: string;
  readonly byCategory: Readonly<Record<string, Score>>;
  readonly byLanguage: Readonly<Record<string, Score>>;
  readonly latencyMs: { readonly mean: number; readonly p50: number; readonly p90: number; readonly p99: number };
  readonly failures: readonly {
    readonly id: string;
    readonly say: string | string[];
    readonly expected: unknown;
    readonly got: unknown;
  }[];
}

/** What a set came to, in the form of `--json`. */
export function reportOf(name: string, scored: readonly Scored[]): SetReport {
  return {
    name,
    ...scoreOf(scored),
    byCategory: grouped(scored, ({ entry }) => entry.category),
    byLanguage: grouped(scored, ({ entry }) => entry.language),
    latencyMs: latencyOf(scored.flatMap(({ run }) => run.latenciesMs)),
    failures: scored
      .filter(({ verdict }) => !verdict.succeeded)
      .map(({ entry, run, verdict }) => ({
        id: entry.id,
        say: entry.say,
        expected: entry.expect,
        got: { ...run.result, wrongAction: verdict.wrongAction },
      })),
  };
}

function scoreOf(scored: readonly Scored[]): Score {
  const succeeded = scored.filter(({ verdict }) => verdict.succeeded).length;
  const wrongActions = scored.filter(({ verdict }) => verdict.wrongAction).length;
  return { cases: scored.length, succeeded, score: round(succeeded / Math.max(1, scored.length), 4), wrongActions };
}

function grouped(scored: readonly Scored[], key: (each: Scored) => string): Record<string, Score> {
  const groups = Object.groupBy(scored, key);
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, scoreOf(group ?? [])]));
}

function latencyOf(latencies: readonly number[]): SetReport["latencyMs"] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (part: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0, 3);
  const mean = sorted.reduce((sum, each) => sum + each, 0) / Math.max(1, sorted.length);
  return { mean: round(mean, 3), p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The table for people: sets, their categories, wrong actions apart, latency. */
export function tableOf(reports: readonly SetReport[]): string {
  const rows: string[][] = [["set", "cases", "score", "wrong", "mean ms", "p50", "p90", "p99"]];
  for (const { name, latencyMs, byCategory, byLanguage, ...score } of reports) {
    rows.push([...scoreCells(name, score), ...Object.values(latencyMs).map((ms) => ms.toFixed(2))]);
    if (Object.keys(byLanguage).length > 1) rows.push(...breakdown(byLanguage));
    if (Object.keys(byCategory).length > 1) rows.push(...breakdown(byCategory));
  }
  return table(rows, (heading) => heading).join("\n");
}

function breakdown(scores: Readonly<Record<string, Score>>): string[][] {
  return Object.entries(scores).map(([name, score]) => scoreCells(`  ${name}`, score));
}

function scoreCells(name: string, { cases, score, wrongActions }: Score): string[] {
  return [name, String(cases), `${(score * 100).toFixed(1)}%`, String(wrongActions)];
}
