/** How many messages a channel may be sent: so many at once, and then one in so many milliseconds. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/** People are told of a storm by a few messages: what comes faster waits a little and is sent together. */
export const PACE: Pace = { burst: 3, everyMs: 60_000 };
/** Alarms wait for nothing as long as they are few. */
export const ALARM_PACE: Pace = { burst: 5, everyMs: 15_000 };

/** Counts what was sent by one channel (a token bucket). */
export class Pacer {
  readonly #pace: Pace;
  #left: number;
  #at: number;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#left = pace.burst;
    this.#at = now;
  }

  /** From when on the next one may be sent, in milliseconds since the epoch: `now` when it may be. */
  nextAt(now: number): number {
    this.#refill(now);
    return this.#left >= 1 ? now : now + Math.ceil((1 - this.#left) * this.#pace.everyMs);
  }

  /** One is sent. */
  use(now: number): void {
    this.#refill(now);
    this.#left = Math.max(0, this.#left - 1);
  }

  #refill(now: number): void {
    // A clock that was set back takes nothing away.
    const passed = Math.max(0, now - this.#at);
    this.#at = now;
    this.#left = Math.min(this.#pace.burst, this.#left + passed / this.#pace.everyMs);
  }
}
