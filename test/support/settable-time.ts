import type { Scheduler } from "../../src/automation/index.ts";
import type { Clock } from "../../src/home/index.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** The longest sleep of the machine's timer, in milliseconds. */
const MAX_SLEEP_MS = 20_000;

/** A wall clock that can be set, over time that passes whatever it says: as a machine has them. */
export class SettableTime implements Clock, Scheduler {
  readonly #time: SimulatedTime;
  /** What the clock shows beyond what has passed, in milliseconds. */
  #offset = 0;

  constructor(time: SimulatedTime) {
    this.#time = time;
  }

  now(): number {
    return this.#time.now() + this.#offset;
  }

  elapsed(): number {
    return this.#time.now();
  }

  /** A timer of the machine counts what passes. */
  wake(at: number, callback: () => void): () => void {
    return this.#time.wake(
      Math.min(Math.max(at, this.now()) - this.#offset, this.#time.now() + MAX_SLEEP_MS),
      callback,
    );
  }

  /** Sets the clock by so many milliseconds. */
  set(jump: number): void {
    this.#offset += jump;
  }
}
