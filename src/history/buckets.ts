import type { SeriesInterval } from "./intervals.ts";
import type { Bucket } from "./port.ts";

/** Fills a bucket: time-weighted mean, extremes, and how long the value was known. */
export class BucketBuilder {
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #sum = 0;
  #known = 0;
  #last = 0;
  #ends = false;

  /** Whether the value was known at the end. */
  get ends(): boolean {
    return this.#ends;
  }

  /** Adds the part of a piece within a span. Text counts as not known. */
  add(piece: SeriesInterval, from: number, to: number): void {
    const ms = to - from;
    if (ms <= 0) return;
    if (piece.kind === "value" && typeof piece.value === "number") {
      this.#take(piece.value, piece.value, piece.value, piece.value, ms);
      this.#ends = true;
    } else if (piece.kind === "summary") {
      const { min, mean, max, last } = piece;
      const known = (piece.known * ms) / (piece.to - piece.from);
      this.#take(min, mean, max, last, known);
      this.#ends = piece.ends;
    } else {
      this.#ends = false;
    }
  }

  /** The bucket; null when nothing is known. */
  bucket(from: number, to: number): Bucket | null {
    if (this.#known <= 0) return null;
    // Rounding of sums may push the mean past the extremes.
    const mean = Math.min(this.#max, Math.max(this.#min, this.#sum / this.#known));
    return { from, to, min: this.#min, mean, max: this.#max, last: this.#last, known: this.#known };
  }

  #take(min: number, mean: number, max: number, last: number, known: number): void {
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    this.#sum += mean * known;
    this.#known += known;
    this.#last = last;
  }
}

/** Adds the pieces of a span to one bucket for each step. @param edges of the steps, ascending, at least two */
export async function bucketsBySteps(
  pages: AsyncIterable<readonly SeriesInterval[]>,
  edges: readonly number[],
): Promise<readonly BucketBuilder[]> {
  const folds = edges.slice(1).map(() => new BucketBuilder());
  let step = 0;
  for await (const pieces of pages) {
    for (const piece of pieces) {
      let from = piece.from;
      while (from < piece.to && step < folds.length) {
        const end = edges[step + 1] ?? piece.to;
        folds[step]?.add(piece, Math.max(from, edges[step] ?? from), Math.min(piece.to, end));
        if (piece.to < end) break;
        from = end;
        step += 1;
      }
    }
  }
  return folds;
}
