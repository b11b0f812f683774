/**
 * What history needs kept. The store implements this over SQLite and PostgreSQL. It knows nothing of time or meaning: it
 * writes and reads points and summaries of series. Times are milliseconds since the epoch.
 */
import type { SeriesKey, Span } from "./port.ts";
import type { Point, Series, SeriesInfo } from "./series.ts";

/** Rows of several series, column by column, so that they pass from thread to thread as three buffers. */
export interface Batch {
  /** Ids of series. */
  readonly series: Int32Array;
  readonly at: Float64Array;
  /** NaN: not known from then on, or a text. */
  readonly number: Float64Array;
  /** Texts, with their place in the columns. */
  readonly texts: readonly (readonly [place: number, text: string])[];
  /** Up to when everything has been recorded. */
  readonly mark: number;
}

/** What a measure was within a stretch of time of one width, five minutes or an hour. */
export interface Summary {
  readonly at: number;
  readonly min: number;
  /** Weighted by how long each value held. */
  readonly mean: number;
  readonly max: number;
  readonly last: number;
  /** Milliseconds in which it was known; 0: not known from here on, and the numbers say nothing. */
  readonly known: number;
  /**
   * Whether it was known at the end. Until the next summary it then stays `last`, else unknown: a measure that does not move
   * has no further rows.
   */
  readonly ends: boolean;
}

export const FIVE_MINUTES = 300_000;
export const HOUR = 3_600_000;
export type Width = typeof FIVE_MINUTES | typeof HOUR;

/** Which rows are read: at most `limit`, the oldest of the span, or the newest of it in falling order. */
export interface Page extends Span {
  readonly limit: number;
  readonly newest?: boolean;
}

/** Reads series. What is read within one `HistoryStorage.reading` is of one moment. */
export interface HistoryReader {
  all(): Promise<readonly Series[]>;
  /** Up to when everything was recorded; null: nothing ever was. */
  mark(): Promise<number | null>;
  find(key: SeriesKey): Promise<Series | null>;
  points(series: number, page: Page): Promise<readonly Point[]>;
  summaries(series: number, width: Width, page: Page): Promise<readonly Summary[]>;
}

/** What became of one series when a part of it was summarised or had grown too old; one transaction. */
export interface Rewrite {
  readonly series: number;
  /** Written, keyed by their width. */
  readonly five?: readonly Summary[];
  readonly hour?: readonly Summary[];
  /** Rows that are older are deleted. */
  readonly pointsBefore?: number;
  readonly fiveBefore?: number;
  readonly hourBefore?: number;
  /** As in Series. */
  readonly rawFrom?: number;
  readonly fiveFrom?: number;
}

/** How much is kept. */
export interface StoredAmount {
  readonly series: number;
  /** Of the file, its log included, or of the tables and their indexes. */
  readonly bytes: number;
  /** null: nothing is kept. */
  readonly oldest: number | null;
}

export interface HistoryStorage extends HistoryReader {
  /** Reads of one moment, whatever is written meanwhile. */
  reading<Result>(work: (reader: HistoryReader) => Promise<Result>): Promise<Result>;
  /** The series of these keys, in their order; what is new is added, and a form or class that changed is noted. */
  open(infos: readonly SeriesInfo[]): Promise<readonly Series[]>;
  /** One transaction; a row in the place of another replaces it. */
  write(batch: Batch): Promise<void>;
  /** Every series that has a value at its end is not known from `at` on, or from its last row on when that is later. */
  gap(at: number): Promise<void>;
  /** Deletes the points after this moment: a clock that was ahead wrote them. */
  rewind(to: number): Promise<void>;
  rewrite(change: Rewrite): Promise<void>;
  /** Deletes series with all that is kept of them, so that it can't be read from the disk either. */
  forget(series: readonly number[]): Promise<void>;
  amount(): Promise<StoredAmount>;
  /** Gives room that was freed back to the disk, a little at a time. */
  release(): Promise<void>;
  close(): Promise<void>;
}
