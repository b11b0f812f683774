import type { SeriesInterval } from "./intervals.ts";
import type { StoredValue } from "./series.ts";

/** How long a series had one value within a span, and how often it changed to it. */
export interface StoredTime {
  readonly value: Exclude<StoredValue, null>;
  readonly ms: number;
  readonly times: number;
}

export interface StoredTimes {
  readonly states: readonly StoredTime[];
  readonly unknown: number;
}

/** Most values in one answer: those that lasted longest. */
const MOST = 100;

/**
 * How long a series had which value. The same value after unknown time is no change.
 * @param before the last known value before the span; null: none
 */
export async function stateTimesOf(
  pages: AsyncIterable<readonly SeriesInterval[]>,
  before: StoredValue,
): Promise<StoredTimes> {
  const states = new Map<Exclude<StoredValue, null>, { ms: number; times: number }>();
  let unknown = 0;
  let last = before;
  for await (const pieces of pages) {
    for (const piece of pieces) {
      const ms = piece.to - piece.from;
      if (piece.kind !== "value") {
        unknown += ms;
        continue;
      }
      const { value } = piece;
      const state = states.get(value) ?? { ms: 0, times: 0 };
      state.ms += ms;
      if (last !== null && last !== value) state.times += 1;
      states.set(value, state);
      last = value;
    }
  }
  const all = [...states].map(([value, { ms, times }]) => ({ value, ms, times }));
  return { states: all.sort((a, b) => b.ms - a.ms).slice(0, MOST), unknown };
}
