import type { StoredValue } from "../series.ts";
import type { PointBatch } from "../storage.ts";
import type { SeriesTrack } from "./track.ts";

/** A waiting row. */
export interface Row {
  readonly track: SeriesTrack;
  readonly at: number;
  readonly value: StoredValue;
}

/** Most waiting rows, some ten megabytes: a quarter of an hour of a busy home. */
export const MAX_QUEUED_ROWS = 100_000;

/** The recorded rows that are not written yet. When there are too many the oldest are dropped, and that time becomes unknown. */
export class RowQueue {
  readonly #most: number;
  #rows: Row[] = [];
  /** From when on rows of a track were dropped, until its next row; keyed by track. */
  readonly #lost = new Map<SeriesTrack, number>();
  /** The number of rows at the front that are being written. */
  #taken = 0;

  constructor(most = MAX_QUEUED_ROWS) {
    this.#most = most;
  }

  get size(): number {
    return this.#rows.length + this.#lost.size;
  }

  /** The earliest moment that is not written; null when all rows are. */
  get oldest(): number | null {
    let oldest: number | null = null;
    for (const { at } of this.#rows) oldest = Math.min(oldest ?? at, at);
    for (const at of this.#lost.values()) oldest = Math.min(oldest ?? at, at);
    return oldest;
  }

  /** Adds a row. @returns whether older rows were dropped for it */
  add(track: SeriesTrack, at: number, value: StoredValue): boolean {
    this.#rows.push({ track, at, value });
    if (this.#rows.length <= this.#most) return false;
    // A tenth at once, because each removal moves the other rows.
    for (const row of this.#rows.splice(this.#taken, Math.ceil(this.#most / 10))) {
      this.#lost.set(row.track, Math.min(row.at, this.#lost.get(row.track) ?? row.at));
    }
    return true;
  }

  /** The next rows to write, oldest first; they stay in the queue until `done`. */
  next(count: number): readonly Row[] {
    const lost = [...this.#lost].slice(0, count).map(([track, at]): Row => ({ track, at, value: null }));
    const rows = this.#rows.slice(0, count - lost.length);
    this.#taken = rows.length;
    return [...lost, ...rows];
  }

  /** Ends the write of the rows of `next`. @param written whether they can be removed */
  done(rows: readonly Row[], written: boolean): void {
    if (written) {
      const lost = rows.length - this.#taken;
      for (const { track } of rows.slice(0, lost)) this.#lost.delete(track);
      this.#rows.splice(0, this.#taken);
    }
    this.#taken = 0;
  }

  /** Keeps only the rows that pass. */
  filter(test: (row: Row) => boolean): void {
    this.#rows = this.#rows.filter(test);
    for (const [track, at] of this.#lost) if (!test({ track, at, value: null })) this.#lost.delete(track);
  }

  /** The rows of each track, oldest first. */
  byTrack(): ReadonlyMap<SeriesTrack, readonly Row[]> {
    return Map.groupBy(this.#rows, ({ track }) => track);
  }
}

/** Rows as columns. Their series are open. */
export function batchOf(rows: readonly Row[], mark: number): PointBatch {
  const series = new Int32Array(rows.length);
  const at = new Float64Array(rows.length);
  const number = new Float64Array(rows.length);
  const texts: [number, string][] = [];
  for (const [place, row] of rows.entries()) {
    series[place] = row.track.id ?? 0;
    at[place] = row.at;
    number[place] = typeof row.value === "number" ? row.value : Number.NaN;
    if (typeof row.value === "string") texts.push([place, row.value]);
  }
  return { series, at, number, texts, mark };
}
