import { type Run, SILENT } from "./run.ts";

/** A run before its first step. */
export function newRun(about: Pick<Run, "kind" | "of" | "name" | "cause" | "origin" | "startedAt">): Run {
  return {
    // Ids increase, so runs of one millisecond stay in order.
    id: newRunId(),
    ...about,
    status: "running",
    reason: SILENT,
    finishedAt: null,
    conditions: [],
    steps: [],
    missed: null,
  };
}

/** Distinguishes ids of this process from those of other and earlier processes. */
const PROCESS = crypto.randomUUID().slice(0, 13);
/** The time in the last id, in microseconds. */
let last = 0;

/** An id for a run or timer: later ones of a process sort after earlier ones, also within a millisecond; no two are the same. */
export function newRunId(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(36)}-${PROCESS}`;
}
