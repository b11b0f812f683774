import { setImmediate as nextTurn } from "node:timers/promises";

/** How long one slice of the work may hold the event loop, in milliseconds. */
const PIECE_MS = 8;

/** Tells when work has held the event loop long enough, and lets others have their turn. */
export class Slices {
  readonly #signal: AbortSignal;
  readonly #now: () => number;
  #began: number;

  /** @param now milliseconds from any beginning */
  constructor(signal: AbortSignal, now: () => number = () => performance.now()) {
    this.#signal = signal;
    this.#now = now;
    this.#began = now();
  }

  get over(): boolean {
    return this.#now() - this.#began >= PIECE_MS;
  }

  /** @throws the reason of the signal when it fires */
  async next(): Promise<void> {
    await nextTurn(undefined, { signal: this.#signal });
    this.#began = this.#now();
  }
}

/**
 * Calls `work` for each item in order, and returns the results. The event loop runs in between, so that thousands of
 * items do not delay a command.
 * @param now milliseconds from any beginning
 * @throws the reason of `signal` when it fires
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, index: number) => Result,
  now: () => number = () => performance.now(),
): Promise<Result[]> {
  const results: Result[] = [];
  const slices = new Slices(signal, now);
  for (const [index, item] of items.entries()) {
    if (slices.over) await slices.next();
    results.push(work(item, index));
  }
  return results;
}
