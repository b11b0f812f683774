/** When a device is polled. All times are milliseconds. */
export interface PollTimes {
  /** Between polls of a device that answers. */
  readonly every: number;
  /** The longest wait between polls of a device that does not. */
  readonly most: number;
  /** After a command: how soon its effects are read, one poll after the other. */
  readonly afterCommand: readonly number[];
  /** Polls in a row without an answer after which a device counts as offline. */
  readonly offlineAfter: number;
}

export const POLL_TIMES: PollTimes = { every: 15_000, most: 300_000, afterCommand: [500, 1500, 4000], offlineAfter: 2 };

/**
 * When to poll one device: at a steady rate while it answers, ever slower while it does not, quickly after a command.
 */
export class PollSchedule {
  readonly #times: PollTimes;
  #failures = 0;
  /** Waits before the extra polls after a command. */
  #quick: number[] = [];

  constructor(times: PollTimes) {
    this.#times = times;
  }

  /** Whether the device counts as reachable; null before the first poll has ended. */
  get online(): boolean | null {
    return this.#online;
  }
  #online: boolean | null = null;

  /** A poll was answered. */
  answered(): void {
    this.#failures = 0;
    this.#online = true;
  }

  /** A poll was not answered. */
  missed(): void {
    this.#failures += 1;
    if (this.#online === null || this.#failures >= this.#times.offlineAfter) this.#online = false;
  }

  /** A command was sent: the state is about to change. */
  commanded(): void {
    this.#quick = [...this.#times.afterCommand];
  }

  /** How long to wait before the next poll. */
  next(): number {
    const quick = this.#quick.shift();
    if (quick !== undefined) return quick;
    return Math.min(this.#times.most, this.#times.every * 2 ** Math.min(this.#failures, 20));
  }
}
