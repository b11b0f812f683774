import { type Clock, ClockWatch } from "../../home/index.ts";
import { Listeners } from "../engine/listeners.ts";
import type { PlannerEvent } from "../port.ts";
import { ON_TIME_MS } from "../schedule/passed-due-times.ts";

/** What the planner tells others. A listener that fails keeps no other from hearing it. */
export class PlannerEvents {
  readonly #listeners = new Listeners<[PlannerEvent]>();
  readonly #failed: (error: unknown) => void;

  /** @param failed told of what a listener threw */
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

  emit(event: PlannerEvent): void {
    this.#listeners.tell(event);
  }
}

/** Notices when the clock of the machine was set. */
export class ClockJumps {
  readonly #watch: ClockWatch;
  readonly #listeners = new Listeners<[jump: number, now: number]>();

  constructor(clock: Clock) {
    this.#watch = new ClockWatch(clock);
  }

  /** Calls `listener` with the milliseconds that the clock was set by (back below 0), and with the time since. */
  subscribe(listener: (jump: number, now: number) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** To be called at every wake-up, before what is due runs. */
  look(now: number): void {
    const jump = this.#watch.jump(now);
    if (Math.abs(jump) > ON_TIME_MS) this.#listeners.tell(jump, now);
  }
}
