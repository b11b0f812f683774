/** The listeners of something; each is called until it unsubscribes. */
export class Listeners<Given extends readonly unknown[]> {
  readonly #listeners = new Set<(...given: Given) => void>();

  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (...given: Given) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls all listeners. */
  tell(...given: Given): void {
    for (const listener of this.#listeners) listener(...given);
  }
}
