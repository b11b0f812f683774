import { type Run, SILENT } from "./run.ts";

/** A run before its first step. */
export function newRun(about: Pick<Run, "kind" | "of" | "name" | "cause" | "origin" | "startedAt">): Run {
  return {
    // In the order of their making: runs of one millisecond stay in order.
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

/** Tells this process's ids from those of others and of earlier ones. */
const PROCESS = crypto.randomUUID().slice(0, 13);
/** The place in time of the last id, in microseconds. */
let last = 0;

/** An id for a run or timer: later ones of a process sort after earlier ones, also within a millisecond; no two are the same. */
export function newRunId(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(36)}-${PROCESS}`;
}
