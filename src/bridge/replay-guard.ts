/** How long after a subscription its retained messages may come, in milliseconds. */
const REPLAY = 60_000;
/** Topics that are remembered at most. */
const MAX_TOPICS = 100_000;

/**
 * Notices retained messages that are older than a message received before: a broker that reads them from a store (aedes
 * does) may send a new message first and the old one after it.
 */
export class ReplayGuard {
  readonly #now: () => number;
  /** Topics with a new message since the last subscription. */
  readonly #heard = new Set<string>();
  #until = 0;

  /** @param now milliseconds, from any beginning */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The broker is about to send what it has retained. */
  subscribed(): void {
    this.#heard.clear();
    this.#until = this.#now() + REPLAY;
  }

  /** Whether a message is out of date; takes note of it otherwise. */
  isStale(topic: string, retained: boolean): boolean {
    if (retained) return this.#heard.has(topic);
    if (this.#until === 0) return false;
    if (this.#now() > this.#until) {
      this.#heard.clear();
      this.#until = 0;
    } else if (this.#heard.size < MAX_TOPICS) this.#heard.add(topic);
    return false;
  }
}
