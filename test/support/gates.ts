import { readFileSync } from "node:fs";
import { localEngine } from "../../src/commands/evaluation/local-engine.ts";
import type { CaseOutcome } from "../../src/commands/evaluation/outcome.ts";
import type { SetReport } from "../../src/commands/evaluation/report.ts";
import { scoreSet } from "../../src/commands/evaluation/score.ts";
import { readSet } from "../../src/commands/evaluation/set.ts";
import { SpecLibrary } from "../../src/library/index.ts";

/** Where the gates of all sets are kept: one row a set. `npm run gates` measures them anew. */
export const GATES_FILE = "test/gates.json";

/** What a set came to when it was measured last. */
export interface Gate {
  /** The folder of the set. */
  readonly set: string;
  /** So many cases must be right. */
  readonly right: number;
  /** No more may be wrong. */
  readonly wrong: number;
  /** The ids of the cases that were not right, by what they came to: they tell which cases a change moves. */
  readonly notRight: Readonly<Partial<Record<CaseOutcome, readonly string[]>>>;
}

export function readGates(): Gate[] {
  return JSON.parse(readFileSync(GATES_FILE, "utf8"));
}

/** Runs the local engine on a set. */
export function measure(folder: string): Promise<SetReport> {
  return scoreSet(readSet(folder, new SpecLibrary("devices")), localEngine, new AbortController().signal);
}

export function gateOf(set: string, { outcomes, failures }: SetReport): Gate {
  const groups = Object.groupBy(failures, ({ outcome }) => outcome);
  const notRight = Object.fromEntries(
    Object.entries(groups).map(([outcome, group]) => [outcome, group.map(({ id }) => id)]),
  );
  return { set, right: outcomes.right.count, wrong: outcomes.wrong.count, notRight };
}

/** The cases that came to something else than in the gate: `blind-en-001: right → wrong`, with what is wrong about it. */
export function changesFrom(gate: Gate, { failures }: SetReport): string[] {
  const before = new Map(Object.entries(gate.notRight).flatMap(([outcome, ids]) => ids.map((id) => [id, outcome])));
  const after = new Map(failures.map((failure) => [failure.id, failure]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [was, failure] = [before.get(id) ?? "right", after.get(id)];
    const is = failure?.outcome ?? "right";
    if (was === is) return [];
    const why = failure ? [...failure.wrong, ...failure.missing.map((each) => `missing ${each}`)].join("; ") : "";
    return [`${id}: ${was} → ${is}${why && ` (${why})`}`];
  });
}
