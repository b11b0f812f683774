/** A rate limit: a burst of messages, then one in `everyMs` milliseconds. */
export interface SendRate {
  readonly burst: number;
  readonly everyMs: number;
}

/** The limit for everything but alarms: notices that come faster wait a little and are sent together. */
export const NORMAL_RATE: SendRate = { burst: 3, everyMs: 60_000 };
/** The limit for alarms. */
export const ALARM_RATE: SendRate = { burst: 5, everyMs: 15_000 };

/** The rate limiter of one channel: a token bucket. */
export class RateLimiter {
  readonly #pace: SendRate;
  #left: number;
  #at: number;

  constructor(pace: SendRate, now: number) {
    this.#pace = pace;
    this.#left = pace.burst;
    this.#at = now;
  }

  /** When the next message may be sent, in milliseconds since the epoch: `now` or later. */
  nextAt(now: number): number {
    this.#refill(now);
    return this.#left >= 1 ? now : now + Math.ceil((1 - this.#left) * this.#pace.everyMs);
  }

  /** Counts a message. */
  use(now: number): void {
    this.#refill(now);
    this.#left = Math.max(0, this.#left - 1);
  }

  #refill(now: number): void {
    // A clock that was set back must not take tokens away.
    const passed = Math.max(0, now - this.#at);
    this.#at = now;
    this.#left = Math.min(this.#pace.burst, this.#left + passed / this.#pace.everyMs);
  }
}
