import { type Clock, JiaError, keepNewest } from "../home/index.ts";

/** More callers than this are forgotten, oldest first. */
const MAX_CALLERS = 10_000;

/** At most `perMinute` uses in any minute for each caller (a token bucket). */
export class RateLimit {
  readonly #clock: Clock;
  readonly #perMinute: number;
  /** Uses left and when that was true, keyed by caller. */
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  /** @throws JiaError `too-many-requests` when nothing is left; with `cost` 0 it only looks. */
  use(caller: string, cost = 1): void {
    const now = this.#clock.now();
    const known = this.#buckets.get(caller) ?? { left: this.#perMinute, at: now };
    // A clock that was set back must not make anybody wait for the time that was taken away.
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
