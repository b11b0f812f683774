import type { SeriesInterval } from "./intervals.ts";
import type { Point } from "./series.ts";

/** When a number was lowest and highest: each time the first such moment. */
export interface Extremes {
  readonly lowest: Point;
  readonly highest: Point;
}

/** The extremes of a number; null when no number is known. For a summary `at` is its beginning. */
export async function seriesExtremes(pages: AsyncIterable<readonly SeriesInterval[]>): Promise<Extremes | null> {
  let lowest: (Point & { readonly value: number }) | null = null;
  let highest: (Point & { readonly value: number }) | null = null;
  for await (const pieces of pages) {
    for (const piece of pieces) {
      const range = rangeOf(piece);
      if (!range) continue;
      const [min, max] = range;
      if (!lowest || min < lowest.value) lowest = { at: piece.from, value: min };
      if (!highest || max > highest.value) highest = { at: piece.from, value: max };
    }
  }
  return lowest && highest && { lowest, highest };
}

function rangeOf(piece: SeriesInterval): readonly [min: number, max: number] | null {
  switch (piece.kind) {
    case "value":
      return typeof piece.value === "number" ? [piece.value, piece.value] : null;
    case "summary":
      return [piece.min, piece.max];
    case "unknown":
      return null;
    default:
      return piece satisfies never;
  }
}
