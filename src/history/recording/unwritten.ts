import type { StoredValue } from "../series.ts";

interface TimedValue {
  readonly at: number;
  readonly value: StoredValue;
}

/**
 * Finds the changes that another instance did not write before it ended. Both instances hear the same changes at almost the same
 * moments, on clocks of their own. So the longest end of the written changes is matched against the heard ones, and the rest is
 * unwritten; without a match it is every change after the last written one.
 * @param stored the written changes, from some seconds before the end on, oldest first
 * @param heard the changes that this instance heard since about the same moment, oldest first
 */
export function unwritten<Heard extends TimedValue>(
  stored: readonly TimedValue[],
  heard: readonly Heard[],
): readonly Heard[] {
  for (let length = Math.min(stored.length, heard.length); length > 0; length -= 1) {
    const end = stored.slice(-length);
    for (let begin = 0; begin + length <= heard.length; begin += 1) {
      if (end.every(({ value }, place) => heard[begin + place]?.value === value)) return heard.slice(begin + length);
    }
  }
  const last = stored.at(-1);
  return last ? heard.filter(({ at }) => at > last.at) : heard;
}
