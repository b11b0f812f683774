import { type Clock, JiaError, keepNewest } from "../home/index.ts";

/** The most callers that are remembered; older ones are forgotten. */
const MAX_CALLERS = 10_000;

/** Allows each caller at most `perMinute` uses in any minute (a token bucket). */
export class RateLimit {
  readonly #clock: Clock;
  readonly #perMinute: number;
  /** Uses that are left, at a moment in milliseconds since the epoch; keyed by caller. */
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  /**
   * Takes `cost` uses of a caller; with `cost` 0 it only checks.
   * @throws JiaError `too-many-requests` when nothing is left
   */
  use(caller: string, cost = 1): void {
    const now = this.#clock.now();
    const known = this.#buckets.get(caller) ?? { left: this.#perMinute, at: now };
    // Nobody has to wait longer because the clock was set back.
    const passed = Math.max(0, now - known.at);
    known.at = now;
    known.left = Math.min(this.#perMinute, known.left + (passed * this.#perMinute) / 60_000);
    const { left } = known;
    if (left < 1) {
      throw new JiaError("too-many-requests", { seconds: Math.ceil(((1 - left) * 60) / this.#perMinute) });
    }
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left: left - cost, at: now });
    keepNewest(this.#buckets, MAX_CALLERS);
  }
}
