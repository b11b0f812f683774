/** Counts what is under way, so that a stop (and a simulation) can wait until only waiting is left. */
export class TaskTracker {
  readonly #failed: (error: unknown) => void;
  #busy = 0;

  /** @param failed told of what went wrong in work that nobody waits for */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Takes care of work that nobody waits for. */
  track(work: Promise<unknown>): void {
    this.#busy += 1;
    work.catch(this.#failed).finally(() => {
      this.#busy -= 1;
    });
  }

  /** Waits for work that is tracked by itself: meanwhile whoever waits is not busy. */
  async waitFor<Result>(work: Promise<Result>): Promise<Result> {
    this.paused();
    try {
      return await work;
    } finally {
      this.resumed();
    }
  }

  /** A run has begun to wait: it is no longer busy until `resumed`. */
  paused(): void {
    this.#busy -= 1;
  }

  resumed(): void {
    this.#busy += 1;
  }

  /** Resolves when nothing is under way but waits. */
  async settled(): Promise<void> {
    while (this.#busy > 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
