/** The messages of one client that its broker has not acknowledged yet. */
export class Unacknowledged {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  /** Notes a message that is sent; the returned function is called when the broker has taken it. */
  sent(): () => void {
    this.#count += 1;
    return () => {
      this.#count -= 1;
      if (this.#count === 0) this.abandon();
    };
  }

  /** Resolves when the broker has taken everything that was sent so far, or nothing is waited for any more. */
  async flushed(): Promise<void> {
    if (this.#count === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    await promise;
  }

  /** Nothing is waited for any more: the connection is gone. */
  abandon(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
