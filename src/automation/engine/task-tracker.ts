/** Tracks background tasks, so that a stop (or a simulation) can wait until nothing but waits is left. */
export class TaskTracker {
  readonly #failed: (error: unknown) => void;
  #busy = 0;

  /** @param failed called with the error of a task that nobody awaits */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Tracks work that nobody awaits. */
  track(work: Promise<unknown>): void {
    this.#busy += 1;
    work.catch(this.#failed).finally(() => {
      this.#busy -= 1;
    });
  }

  /** Awaits work that is tracked itself. The caller does not count as busy meanwhile. */
  async waitFor<Result>(work: Promise<Result>): Promise<Result> {
    this.paused();
    try {
      return await work;
    } finally {
      this.resumed();
    }
  }

  /** Called when a run begins to wait: it does not count as busy until `resumed`. */
  paused(): void {
    this.#busy -= 1;
  }

  /** Called when a run goes on after a wait. */
  resumed(): void {
    this.#busy += 1;
  }

  /** Resolves when nothing is under way but waits. */
  async settled(): Promise<void> {
    while (this.#busy > 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
