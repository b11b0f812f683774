/** An unbounded queue from one producer to one reader, in order. The producer never waits; a reader that stops early is reported. */
export class EventQueue<Item> {
  readonly #items: Item[] = [];
  #wake: (() => void) | null = null;
  #ended = false;
  #error: unknown = undefined;

  push(item: Item): void {
    this.#items.push(item);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#error = error;
    this.end();
  }

  /**
   * Yields the items until `end` or `fail`.
   * @param left called when the reader stops before the end
   * @throws the error given to `fail`, after all items
   */
  async *read(left: () => void): AsyncGenerator<Item> {
    let whole = false;
    try {
      for (;;) {
        const item = this.#items.shift();
        if (item !== undefined) yield item;
        else if (this.#ended) break;
        else await this.#next();
      }
      whole = true;
    } finally {
      if (!whole) left();
    }
    if (this.#error !== undefined) throw this.#error;
  }

  async #next(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = null;
  }
}
