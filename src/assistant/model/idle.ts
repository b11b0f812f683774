import { ModelFailure } from "./failure.ts";

/** Milliseconds. */
interface IdleLimits {
  /** Until the first item: a model may have to be loaded, or thinks unseen. */
  readonly start: number;
  /** Between two items. */
  readonly idle: number;
}

/**
 * The items of `source`, as long as none is later than its limit. Otherwise `stop` is called and a ModelFailure `timeout`
 * thrown.
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
