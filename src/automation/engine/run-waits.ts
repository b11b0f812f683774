import type { Phrase } from "../../home/index.ts";
import { RunEnd, Suspended } from "../runs/run-end.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { TaskTracker } from "./task-tracker.ts";

/** The surroundings of a run's waits. */
export interface WaitEnvironment {
  readonly agenda: Agenda;
  readonly work: TaskTracker;
  /** Calls `callback` whenever something in the home changed, until the returned function is called. */
  onChange(callback: () => void): () => void;
}

/** The waits of one run, and what ends them early. */
export class RunWaits {
  readonly #environment: WaitEnvironment;
  readonly #now: () => number;
  /** Set when the run shall end, because of a person, its mode, or a change of its definition. */
  #ending: RunEnd | Suspended | null = null;
  /** Ends the current wait; null outside of a wait. */
  #wakeUp: (() => void) | null = null;
  /** Ends the transitions of a scene that is being activated. */
  readonly #stopping = new AbortController();
  readonly #underWay = Promise.withResolvers<void>();

  constructor(environment: WaitEnvironment, now: () => number) {
    this.#environment = environment;
    this.#now = now;
  }

  /** Resolves when the run has ended or waits for the first time. */
  get underWay(): Promise<void> {
    return this.#underWay.promise;
  }

  /** Resolves `underWay`: callers need not await the run any longer. */
  isUnderWay(): void {
    this.#underWay.resolve();
  }

  /** Aborted when the run is stopped. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Ends the run at the next possible moment: a wait at once, a command when it is answered. */
  stop(reason: Phrase): void {
    this.#ending ??= new RunEnd("stopped", reason);
    this.#stopping.abort();
    this.#wakeUp?.();
  }

  /** Suspends the run until the next start of the process. */
  suspend(): void {
    this.#ending = new Suspended();
    this.#wakeUp?.();
  }

  /** @throws RunEnd or Suspended when the run shall not go on */
  throwIfEnding(): void {
    if (this.#ending) throw this.#ending;
  }

  /** A deadline in milliseconds since the epoch, which moves when the clock is set. One from before a restart stays. */
  deadline(at: number, resumed: boolean): () => number {
    const { agenda } = this.#environment;
    const begun = agenda.shifted;
    return resumed ? () => at : () => at + agenda.shifted - begun;
  }

  /**
   * Waits until a deadline.
   * @throws RunEnd or Suspended when the run ends before that
   */
  until(at: number, resumed: boolean): Promise<void> {
    this.throwIfEnding();
    if (at <= this.#now()) return Promise.resolve();
    this.#underWay.resolve();
    this.#environment.work.paused();
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#wakeUp = null;
        this.#environment.work.resumed();
        this.#environment.agenda.cancel(entry);
        if (this.#ending) reject(this.#ending);
        else resolve();
      };
      const { agenda } = this.#environment;
      const entry = resumed ? agenda.at(at, wake) : agenda.lasting(at, wake);
      this.#wakeUp = wake;
    });
  }

  /** Waits until a deadline, or until something in the home changes. */
  async untilChange(at: number, resumed: boolean): Promise<void> {
    const stop = this.#environment.onChange(() => this.#wakeUp?.());
    try {
      await this.until(at, resumed);
    } finally {
      stop();
    }
  }
}
