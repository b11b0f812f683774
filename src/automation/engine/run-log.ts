import type { Outcome, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Run, SILENT, type StepTrace } from "../runs/run.ts";
import type { Checkpoint, RunRecord } from "../storage.ts";

/** The surroundings of a run's log. */
export interface LogEnvironment {
  save(record: RunRecord): Promise<void>;
}

/** The most steps of a trace, the newest ones: long repeats would fill the store. */
const MAX_STEPS = 200;

/** The state and trace of one run, and their rows in the store. */
export class RunLog {
  #run: Run;
  #failed: boolean;
  readonly #environment: LogEnvironment;
  readonly #now: () => number;

  constructor(run: Run, environment: LogEnvironment, now: () => number) {
    this.#run = run;
    this.#failed = run.steps.some((step) => step.result === "failed");
    this.#environment = environment;
    this.#now = now;
  }

  get run(): Run {
    return this.#run;
  }

  /**
   * Adds a step to the trace.
   * @param at when the step began, in milliseconds since the epoch
   */
  step(
    path: string,
    type: string,
    at: number,
    result: StepTrace["result"],
    detail: Phrase = SILENT,
    outcomes: readonly Outcome[] = [],
  ): void {
    if (result === "failed") this.#failed = true;
    const step: StepTrace = { path, type, at, ms: this.#now() - at, result, detail, outcomes };
    this.#run = { ...this.#run, steps: [...this.#run.steps, step].slice(-MAX_STEPS) };
  }

  /** Stores the position of the run. */
  async checkpoint(checkpoint: Checkpoint, status: "running" | "waiting"): Promise<void> {
    this.#run = { ...this.#run, status };
    await this.#environment.save({ run: this.#run, checkpoint });
  }

  /** Ends the run after its last step. */
  async finished(): Promise<void> {
    await this.ended(this.#failed ? "failed" : "done", this.#failed ? message("traces.stepFailed") : SILENT);
  }

  /** Ends the run with a status, and stores it. */
  async ended(status: Run["status"], reason: Phrase): Promise<void> {
    this.#run = { ...this.#run, status, reason, finishedAt: this.#now() };
    await this.#environment.save({ run: this.#run, checkpoint: null });
  }
}
