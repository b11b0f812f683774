/** The time, injected so that tests and simulations choose it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Milliseconds that have passed since any moment, whatever the clock is set to; left out where nobody sets it. */
  elapsed?(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * Detects that the clock was set: it moved by another amount than the time that passed. Without `elapsed` only a clock that
 * goes back is detected.
 */
export class ClockWatch {
  readonly #clock: Clock;
  #now: number;
  #elapsed: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#now = clock.now();
    this.#elapsed = clock.elapsed?.();
  }

  /** By how many milliseconds the clock was set since the last call: forward above 0, back below. */
  jump(now: number): number {
    const elapsed = this.#clock.elapsed?.();
    const passed = elapsed === undefined || this.#elapsed === undefined ? null : elapsed - this.#elapsed;
    const jump = passed === null ? Math.min(0, now - this.#now) : now - this.#now - passed;
    this.#now = now;
    this.#elapsed = elapsed;
    return jump;
  }
}
