import type { Agenda } from "../schedule/agenda.ts";
import { DAY_MS } from "../schedule/zone.ts";
import type { PlannerStorage } from "../storage.ts";
import type { TaskTracker } from "./task-tracker.ts";

/** How many runs are kept, and for how long. */
export interface RunRetention {
  /** How long runs are kept, in milliseconds; 30 days when left out. */
  readonly keepRunsMs?: number;
  /** How many runs of each definition are kept; 200 when left out. */
  readonly keepRuns?: number;
}

export interface RunRetentionTaskOptions extends RunRetention {
  readonly storage: Pick<PlannerStorage, "runs" | "audit">;
  readonly agenda: Agenda;
  readonly work: TaskTracker;
}

/** How often old runs are deleted, in milliseconds. */
const EVERY_MS = 3_600_000;
const KEEP_RUNS_MS = 30 * DAY_MS;
const KEEP_RUNS = 200;
/** How long the audit is kept, in milliseconds. */
const KEEP_AUDIT_MS = 180 * DAY_MS;

/** Deletes old runs and old entries of the audit, at once and then every hour. */
export class RunRetentionTask {
  readonly #options: RunRetentionTaskOptions;

  constructor(options: RunRetentionTaskOptions) {
    this.#options = options;
  }

  /** Starts the first deletion. Stopping the agenda ends it. */
  start(now: number): void {
    const { storage, agenda, work, keepRunsMs = KEEP_RUNS_MS, keepRuns = KEEP_RUNS } = this.#options;
    work.track(storage.runs.prune(now - keepRunsMs, keepRuns));
    work.track(storage.audit.prune(now - KEEP_AUDIT_MS));
    agenda.at(now + EVERY_MS, (at) => this.start(at));
  }
}
