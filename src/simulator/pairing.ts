import type { HomeFileDevice } from "../home/index.ts";

/** Simulated seconds until the next device joins an open network. */
const JOINS_AFTER = 2;

/** A network that lets devices join for a while: those that wait come one after another. */
export class SimulatedPairing {
  readonly #waiting: HomeFileDevice[];
  /** Called with each device that joins, and with null when the network closes by itself. */
  readonly #joins: (file: HomeFileDevice | null) => void;
  /** Simulated seconds for which it is open. */
  #left = 0;
  #next = JOINS_AFTER;

  constructor(waiting: readonly HomeFileDevice[], joins: (file: HomeFileDevice | null) => void) {
    this.#waiting = [...waiting];
    this.#joins = joins;
  }

  /** Opens the network for so many simulated seconds; 0 closes it. */
  open(seconds: number): void {
    this.#left = seconds;
    this.#next = JOINS_AFTER;
  }

  /** Lets simulated seconds pass. One device joins each time the network is opened. */
  tick(seconds: number): void {
    if (this.#left <= 0) return;
    this.#left -= seconds;
    const before = this.#next;
    this.#next -= seconds;
    if (before > 0 && this.#next <= 0) {
      const file = this.#waiting.shift();
      if (file) this.#joins(file);
    }
    if (this.#left <= 0) this.#joins(null);
  }
}
