import type { Stored } from "../series.ts";

interface Told {
  readonly at: number;
  readonly value: Stored;
}

/**
 * Two instances hear the same changes at almost the same moments, by clocks of their own. What one of them has heard and the
 * other has not written before it ended: the end of what is written is found at the beginning of what was heard, as long a
 * part of it as fits; where nothing fits, what is later than the last that is written.
 * @param stored the changes that are written, from some seconds before the end on, oldest first
 * @param heard the changes that were heard since about the same moment, oldest first
 */
export function unwritten<Heard extends Told>(stored: readonly Told[], heard: readonly Heard[]): readonly Heard[] {
  for (let length = Math.min(stored.length, heard.length); length > 0; length -= 1) {
    const end = stored.slice(-length);
    for (let begin = 0; begin + length <= heard.length; begin += 1) {
      if (end.every(({ value }, place) => heard[begin + place]?.value === value)) return heard.slice(begin + length);
    }
  }
  const last = stored.at(-1);
  return last ? heard.filter(({ at }) => at > last.at) : heard;
}
