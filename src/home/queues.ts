/** Runs tasks one after another per key, and at the same time for different keys. The first of a key starts at once. */
export class Queues {
  /** The last task of a key; gone when nothing waits. */
  readonly #last = new Map<string, Promise<unknown>>();

  run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const previous = this.#last.get(key);
    const result = previous === undefined ? task() : previous.then(task, task);
    this.#last.set(key, result);
    const forget = () => {
      if (this.#last.get(key) === result) this.#last.delete(key);
    };
    result.then(forget, forget);
    return result;
  }
}
