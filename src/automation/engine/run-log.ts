import type { Outcome, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Run, SILENT, type StepTrace } from "../runs/run.ts";
import type { Checkpoint, RunRecord } from "../storage.ts";

/** What the log of a run needs around it. */
export interface LogEnvironment {
  save(record: RunRecord): Promise<void>;
}

/** Steps that a trace keeps: the newest; long repeats would fill the store. */
const MAX_STEPS = 200;

/** One run as it stands, its trace, and what is in the store of it. */
export class RunLog {
  #run: Run;
  #failed: boolean;
  readonly #ports: LogEnvironment;
  readonly #now: () => number;

  constructor(run: Run, ports: LogEnvironment, now: () => number) {
    this.#run = run;
    this.#failed = run.steps.some((step) => step.result === "failed");
    this.#ports = ports;
    this.#now = now;
  }

  get run(): Run {
    return this.#run;
  }

  /** @param at when the step began */
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

  /** Notes in the store where the run stands. */
  async checkpoint(checkpoint: Checkpoint, status: "running" | "waiting"): Promise<void> {
    this.#run = { ...this.#run, status };
    await this.#ports.save({ run: this.#run, checkpoint });
  }

  /** All steps are through. */
  async finished(): Promise<void> {
    await this.ended(this.#failed ? "failed" : "done", this.#failed ? message("traces.stepFailed") : SILENT);
  }

  async ended(status: Run["status"], reason: Phrase): Promise<void> {
    this.#run = { ...this.#run, status, reason, finishedAt: this.#now() };
    await this.#ports.save({ run: this.#run, checkpoint: null });
  }
}
