/** When the device list is asked for. All times are milliseconds. */
export interface ListTimes {
  /** How long the list is not asked for again after a change: changes come in bursts. */
  readonly delay: number;
  /** How often it is asked for anyway: it alone tells who is online. */
  readonly every: number;
  /** How soon to look again when a device is missing from it. */
  readonly missingAgain: number;
}

/** Decides when the device list is to be asked for. Pure: told the time, in milliseconds since the epoch. */
export class ListTimer {
  readonly #times: ListTimes;
  /** The next request; null before the first beat. */
  #next: number | null = null;
  /** The last request that a change made. */
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(times: ListTimes) {
    this.#times = times;
  }

  /**
   * Notes a change.
   * @returns whether to ask now; otherwise the list is asked for once more after the burst
   */
  changed(at: number): boolean {
    if (at - this.#changedAt < this.#times.delay) {
      this.#noLaterThan(this.#changedAt + this.#times.delay);
      return false;
    }
    this.#changedAt = at;
    return true;
  }

  /** The list came, and a device that is known was not in it. */
  missed(at: number): void {
    this.#noLaterThan(at + this.#times.missingAgain);
  }

  /** A beat: whether to ask now. */
  due(at: number): boolean {
    this.#next ??= at + this.#times.every;
    if (at < this.#next) return false;
    this.#next = at + this.#times.every;
    return true;
  }

  #noLaterThan(at: number): void {
    this.#next = Math.min(this.#next ?? Number.POSITIVE_INFINITY, at);
  }
}
