/** How long messages may be handled one after the other before everything else has its turn, in milliseconds. */
const TURN_MS = 4;

/**
 * Lets the event loop go round between messages: a client reads as many as there are in one go, however long they take,
 * and timers, other connections and the API would wait for all of them. The rest stays with the broker meanwhile.
 */
export class EventLoopYield {
  /** When the present turn of the event loop began to handle messages, milliseconds of `performance.now`. */
  #began: number | null = null;

  /** A message has been handled: calls `next` now, or in the next turn. */
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
