import { setImmediate as nextTurn } from "node:timers/promises";

/** How long a piece of the work may hold the event loop, in milliseconds. */
const PIECE_MS = 8;

/**
 * What `work` makes of each item, in their order. Everything else has its turn in between, so that thousands of items do not
 * keep a command waiting.
 * @param now milliseconds from any beginning
 * @throws what ended it when `signal` comes
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, index: number) => Result,
  now: () => number = () => performance.now(),
): Promise<Result[]> {
  const results: Result[] = [];
  let began = now();
  for (const [index, item] of items.entries()) {
    if (now() - began >= PIECE_MS) {
      await nextTurn(undefined, { signal });
      began = now();
    }
    results.push(work(item, index));
  }
  return results;
}
