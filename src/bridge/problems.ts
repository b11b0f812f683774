import type { DialectProblem } from "./dialect.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** Problems of one code: how often, and the newest. */
export interface ProblemCount {
  /** "other": codes beyond those that are kept apart. */
  readonly code: ProblemCode | "other";
  readonly count: number;
  readonly topic: string;
  readonly detail: string;
  /** Milliseconds since the epoch of the newest. */
  readonly at: number;
}

/** More different codes than this are counted together: codes are ours and few, so this only guards the memory. */
const MAX_CODES = 100;

/** Counts problems by code and keeps the newest of each. */
export class ProblemLog {
  /** Keyed by code. */
  readonly #counts = new Map<string, ProblemCount>();

  add({ code: given, topic, detail }: DialectProblem, at: number): void {
    const code = this.#counts.has(given) || this.#counts.size < MAX_CODES ? given : "other";
    const count = (this.#counts.get(code)?.count ?? 0) + 1;
    this.#counts.set(code, { code, count, topic, detail, at });
  }

  list(): readonly ProblemCount[] {
    return [...this.#counts.values()];
  }
}
