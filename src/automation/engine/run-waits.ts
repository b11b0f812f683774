import type { Phrase } from "../../home/index.ts";
import { RunEnd, Suspended } from "../runs/run-end.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { TaskTracker } from "./task-tracker.ts";

/** What the waits of a run need around them. */
export interface WaitEnvironment {
  readonly agenda: Agenda;
  readonly work: TaskTracker;
  /** Calls back whenever something in the home changed, until the returned function is called. */
  onChange(callback: () => void): () => void;
}

/** The waits of one run, and what ends them before their time. */
export class RunWaits {
  readonly #ports: WaitEnvironment;
  readonly #now: () => number;
  /** Set when the run shall end: by a person, by its mode, by a change of the definition. */
  #ending: RunEnd | Suspended | null = null;
  /** Ends the wait that is going on. */
  #wakeUp: (() => void) | null = null;
  /** Ends the transitions of a scene that is being activated. */
  readonly #stopping = new AbortController();
  readonly #underWay = Promise.withResolvers<void>();

  constructor(ports: WaitEnvironment, now: () => number) {
    this.#ports = ports;
    this.#now = now;
  }

  /** Resolves when the run has ended or waits for the first time. */
  get underWay(): Promise<void> {
    return this.#underWay.promise;
  }

  /** Nobody has to wait for the run any longer. */
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

  /** Leaves the run for the next start of the process. */
  suspend(): void {
    this.#ending = new Suspended();
    this.#wakeUp?.();
  }

  /** @throws RunEnd or Suspended when the run shall not go on */
  throwIfEnding(): void {
    if (this.#ending) throw this.#ending;
  }

  /** A deadline that moves with the clock when that is set; one from before a restart stays. */
  deadline(at: number, resumed: boolean): () => number {
    const { agenda } = this.#ports;
    const begun = agenda.shifted;
    return resumed ? () => at : () => at + agenda.shifted - begun;
  }

  /** @throws RunEnd or Suspended when the run ends before that */
  until(at: number, resumed: boolean): Promise<void> {
    this.throwIfEnding();
    if (at <= this.#now()) return Promise.resolve();
    this.#underWay.resolve();
    this.#ports.work.paused();
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#wakeUp = null;
        this.#ports.work.resumed();
        this.#ports.agenda.cancel(entry);
        if (this.#ending) reject(this.#ending);
        else resolve();
      };
      const { agenda } = this.#ports;
      const entry = resumed ? agenda.at(at, wake) : agenda.lasting(at, wake);
      this.#wakeUp = wake;
    });
  }

  /** The same, or until something in the home changes. */
  async untilChange(at: number, resumed: boolean): Promise<void> {
    const stop = this.#ports.onChange(() => this.#wakeUp?.());
    try {
      await this.until(at, resumed);
    } finally {
      stop();
    }
  }
}
