/** Runs, and what is due, as other rooms see them. */
import type { Origin } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { RunWords } from "../describe/run.ts";
import type { Run } from "../runs/run.ts";

export interface Runs {
  /** Newest first. */
  list(filter?: RunFilter): Promise<readonly Run[]>;
  get(id: string): Promise<Run | undefined>;
  /** A run in words: its name, its cause, its conditions and steps. */
  describe(run: Run, language: Language): RunWords;
  /**
   * Stops a run that is under way or waits.
   * @throws JiaError `not-found`
   */
  stop(id: string, origin: Origin): Promise<void>;
}

export interface RunFilter {
  /** Id of an automation, a scene or a timer. */
  readonly of?: string;
  readonly status?: Run["status"];
  /** Only runs that began: neither skipped nor missed. */
  readonly begun?: boolean;
  readonly from?: number;
  readonly to?: number;
  /** Only runs that are behind this one in the list. */
  readonly before?: { readonly at: number; readonly id: string };
  readonly limit?: number;
}

export interface UpcomingRun {
  readonly at: number;
  readonly kind: "timer" | "automation";
  readonly id: string;
  readonly name: string;
  /** Whether it is due more than once in half an hour; then only its first time is listed. */
  readonly often: boolean;
}
