import { setImmediate as nextTurn } from "node:timers/promises";

/** How long one slice of the work may hold the event loop, in milliseconds. */
const PIECE_MS = 8;

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
