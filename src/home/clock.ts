/** The time, injected so that tests and simulations choose it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Milliseconds that have passed since any moment, whatever the clock is set to; left out where nobody sets it. */
  elapsed?(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
