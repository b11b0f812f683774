import { type Clock, ClockWatch } from "../../home/index.ts";
import { Listeners } from "../engine/listeners.ts";
import type { PlannerEvent } from "../port.ts";
import { ON_TIME_MS } from "../schedule/passed-due-times.ts";

/** Tells listeners of the planner's events. A listener that throws does not affect others. */
export class PlannerEvents {
  readonly #listeners = new Listeners<[PlannerEvent]>();
  readonly #failed: (error: unknown) => void;

  /** @param failed called with the error of a listener */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  subscribe(listener: (event: PlannerEvent) => void): () => void {
    return this.#listeners.subscribe((event) => {
      try {
        listener(event);
      } catch (error) {
        this.#failed(error);
      }
    });
  }

  /** Tells all listeners of an event. */
  emit(event: PlannerEvent): void {
    this.#listeners.tell(event);
  }
}

/** Detects that the clock of the machine was set. */
export class ClockJumps {
  readonly #watch: ClockWatch;
  readonly #listeners = new Listeners<[jump: number, now: number]>();

  constructor(clock: Clock) {
    this.#watch = new ClockWatch(clock);
  }

  /** Calls `listener` with the milliseconds by which the clock was set (below 0: back), and with the present time. */
  subscribe(listener: (jump: number, now: number) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Must be called at every wake-up, before due runs start. */
  look(now: number): void {
    const jump = this.#watch.jump(now);
    if (Math.abs(jump) > ON_TIME_MS) this.#listeners.tell(jump, now);
  }
}
