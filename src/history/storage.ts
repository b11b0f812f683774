/**
 * Stores points and summaries of series; the store implements it over SQLite and PostgreSQL. Times are milliseconds since the
 * epoch.
 */
import type { SeriesKey, TimeSpan } from "./port.ts";
import type { Point, SeriesInfo, StoredSeries } from "./series.ts";

/** Rows of several series by columns, so that they pass between threads as three buffers. */
export interface PointBatch {
  /** Ids of series. */
  readonly series: Int32Array;
  readonly at: Float64Array;
  /** NaN: not known from then on, or a text. */
  readonly number: Float64Array;
  /** Texts, with their index in the columns. */
  readonly texts: readonly (readonly [place: number, text: string])[];
  /** Up to when everything has been recorded. */
  readonly mark: number;
}

/** The summary of a measure over five minutes or an hour. */
export interface Summary {
  readonly at: number;
  readonly min: number;
  /** Weighted by duration. */
  readonly mean: number;
  readonly max: number;
  readonly last: number;
  /** Milliseconds with a known value; 0: not known from here on, and the numbers mean nothing. */
  readonly known: number;
  /**
   * Whether the value was known at the end. If so it stays `last` until the next summary, else it is unknown: a constant measure
   * has no further rows.
   */
  readonly ends: boolean;
}

export const FIVE_MINUTES = 300_000;
export const HOUR = 3_600_000;
export type SummaryWidth = typeof FIVE_MINUTES | typeof HOUR;

/** The rows to read: at most `limit`, the oldest of the span first, or the newest first. */
export interface RowRange extends TimeSpan {
  readonly limit: number;
  readonly newest?: boolean;
}

/** Reads series. All reads within one `HistoryStorage.reading` see the same state. */
export interface HistoryReader {
  all(): Promise<readonly StoredSeries[]>;
  /** Up to when everything was recorded; null: nothing was ever recorded. */
  mark(): Promise<number | null>;
  find(key: SeriesKey): Promise<StoredSeries | null>;
  points(series: number, page: RowRange): Promise<readonly Point[]>;
  summaries(series: number, width: SummaryWidth, page: RowRange): Promise<readonly Summary[]>;
}

/** Replaces a part of one series by summaries, or deletes old rows; one transaction. */
export interface SeriesRewrite {
  readonly series: number;
  /** Summaries to write, by width. */
  readonly five?: readonly Summary[];
  readonly hour?: readonly Summary[];
  /** Rows before these moments are deleted. */
  readonly pointsBefore?: number;
  readonly fiveBefore?: number;
  readonly hourBefore?: number;
  /** As in Series. */
  readonly rawFrom?: number;
  readonly fiveFrom?: number;
}

/** The amount of stored history. */
export interface StoredAmount {
  readonly series: number;
  /** Size of the file with its log, or of the tables with their indexes. */
  readonly bytes: number;
  /** null: nothing is kept. */
  readonly oldest: number | null;
}

export interface HistoryStorage extends HistoryReader {
  /** Runs reads on one state, whatever is written meanwhile. */
  reading<Result>(work: (reader: HistoryReader) => Promise<Result>): Promise<Result>;
  /** The series of these keys, in the same order; new ones are added, and changed forms and classes are updated. */
  open(infos: readonly SeriesInfo[]): Promise<readonly StoredSeries[]>;
  /** Writes rows in one transaction; a row of the same series and moment is replaced. */
  write(batch: PointBatch): Promise<void>;
  /** Makes every series unknown from `at` on, or from after its last row when that is later. */
  gap(at: number): Promise<void>;
  /** Deletes the points after this moment, which a wrong clock wrote. */
  rewind(to: number): Promise<void>;
  rewrite(change: SeriesRewrite): Promise<void>;
  /** Deletes series with all rows, so that they cannot be recovered from the disk. */
  forget(series: readonly number[]): Promise<void>;
  amount(): Promise<StoredAmount>;
  /** Gives freed space back to the disk, a little at a time. */
  release(): Promise<void>;
  close(): Promise<void>;
}
