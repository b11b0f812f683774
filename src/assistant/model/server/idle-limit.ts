import { ModelFailure } from "./failure.ts";

/** Milliseconds. */
interface IdleLimits {
  /** Until the first item: a model may have to load or think first. */
  readonly start: number;
  /** Between two items. */
  readonly idle: number;
}

/**
 * Yields the items of `source` while none is late; for a late one calls `stop`.
 * @throws ModelFailure `timeout`
 */
export async function* withIdleLimit<Item>(
  source: AsyncIterable<Item>,
  { start, idle }: IdleLimits,
  stop: () => void,
): AsyncGenerator<Item> {
  let late = false;
  let begun = false;
  const expire = () => {
    late = true;
    stop();
  };
  let timer = setTimeout(expire, start);
  try {
    for await (const item of source) {
      if (begun) timer.refresh();
      else {
        clearTimeout(timer);
        timer = setTimeout(expire, idle);
        begun = true;
      }
      yield item;
    }
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
  }
  if (late) throw new ModelFailure("timeout");
}
