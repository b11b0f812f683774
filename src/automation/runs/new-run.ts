import { type Run, SILENT } from "./run.ts";
import { newRunId } from "./run-id.ts";

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
