/** Those who listen to something, each called until it takes that back. */
export class Listeners<Given extends readonly unknown[]> {
  readonly #listeners = new Set<(...given: Given) => void>();

  /** Calls `listener` for everything that is told until the returned function is called. */
  subscribe(listener: (...given: Given) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...given: Given): void {
    for (const listener of this.#listeners) listener(...given);
  }
}
