/**
 * Gathers the writes of one turn of the event loop into one commit: a thousand automations due at seven cost one transaction,
 * not a thousand. Of several writes under one key the last is written.
 */
export class GroupCommit<Item> {
  readonly #write: (items: readonly Item[]) => Promise<void>;
  /** Waiting items, keyed as they were added. */
  #waiting = new Map<string, Item>();
  /** The commit that the waiting items will be in. */
  #next: Promise<void> | null = null;
  /** The commit that is being written. */
  #current: Promise<unknown> = Promise.resolve();

  constructor(write: (items: readonly Item[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when the item is committed. */
  add(key: string, item: Item): Promise<void> {
    this.#waiting.set(key, item);
    this.#next ??= this.#commit();
    return this.#next;
  }

  async #commit(): Promise<void> {
    await Promise.all([this.#current, new Promise((resolve) => setImmediate(resolve))]);
    const items = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#next = null;
    const written = this.#write(items);
    this.#current = written.catch(() => undefined);
    await written;
  }
}
