import { ModelFailure } from "./failure.ts";

/**
 * The items of `source`, as long as no two are further apart than `limit` milliseconds. Otherwise `stop` is called and a
 * ModelFailure `timeout` thrown.
 */
export async function* withIdleLimit<Item>(
  source: AsyncIterable<Item>,
  limit: number,
  stop: () => void,
): AsyncGenerator<Item> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, limit);
  try {
    for await (const item of source) {
      timer.refresh();
      yield item;
    }
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
  }
  if (late) throw new ModelFailure("timeout");
}
