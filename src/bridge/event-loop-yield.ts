/** How long messages are handled in a row before the event loop gets a turn, in milliseconds. */
const TURN_MS = 4;

/**
 * Yields to the event loop between messages. A client reads all messages that are there in one go, and would hold up
 * timers, other connections and the API. The rest stays with the broker meanwhile.
 */
export class EventLoopYield {
  /** When the present turn of the event loop began to handle messages, milliseconds of `performance.now`. */
  #began: number | null = null;

  /** Called after each message: calls `next` now, or in the next turn of the event loop. */
  handled(next: () => void): void {
    const now = performance.now();
    if (this.#began === null) {
      this.#began = now;
      setImmediate(() => {
        this.#began = null;
      });
    }
    if (now - this.#began < TURN_MS) next();
    else setImmediate(next);
  }
}
