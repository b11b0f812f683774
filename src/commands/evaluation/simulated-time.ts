import type { Scheduler } from "../../automation/index.ts";
import type { Clock } from "../../home/index.ts";

/** A clock and scheduler that only advance when they are told to, from one wake-up to the next. */
export class SimulatedTime implements Clock, Scheduler {
  #now: number;
  /** Waiting wake-ups, in the order of their requests. */
  readonly #wakes = new Set<{ readonly at: number; readonly callback: () => void }>();
  /** The most wake-ups that ever waited at once. */
  timers = 0;

  constructor(now: number | string) {
    this.#now = typeof now === "string" ? Date.parse(now) : now;
  }

  now(): number {
    return this.#now;
  }

  wake(at: number, callback: () => void): () => void {
    const wake = { at, callback };
    this.#wakes.add(wake);
    this.timers = Math.max(this.timers, this.#wakes.size);
    return () => this.#wakes.delete(wake);
  }

  /** Sets the clock to `now` without any wake-up, like a correction of the clock. */
  jumpTo(now: number): void {
    this.#now = now;
  }

  /**
   * Advances to `end`.
   * @param settled resolves when the work that a wake-up started is done
   */
  async advanceTo(end: number | string, settled: () => Promise<void>): Promise<void> {
    const until = typeof end === "string" ? Date.parse(end) : end;
    for (;;) {
      let next: { readonly at: number; readonly callback: () => void } | null = null;
      for (const wake of this.#wakes) if (!next || wake.at < next.at) next = wake;
      if (!next || next.at > until) break;
      this.#wakes.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settled();
    }
    this.#now = Math.max(this.#now, until);
    await settled();
  }
}
