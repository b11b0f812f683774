import { type Clock, type DeviceId, JiaError } from "../../home/index.ts";
import type { Point, StoredValue } from "../series.ts";
import type { HistoryStorage } from "../storage.ts";
import { batchOf, type Row, RowQueue } from "./row-queue.ts";
import type { SeriesTrack } from "./track.ts";
import { unwritten } from "./unwritten.ts";

/** The part of a storage that recording needs. */
export type RecordingStorage = Pick<HistoryStorage, "mark" | "gap" | "rewind" | "open" | "write" | "find" | "points">;

export interface WriterOptions {
  readonly storage: RecordingStorage;
  readonly clock: Clock;
  /** Whether this instance records, when several share the storage; always when left out. */
  readonly holds?: () => boolean;
  /** Called when the heard changes have no reliable moments: the present state has to be taken anew. */
  readonly restart: (at: number) => void;
  /** Called when rows were dropped because too many waited; once, until rows are written again. */
  readonly lost: () => void;
  /** Called when rows fail for another reason than trouble of the storage; they are dropped. */
  readonly failed: (error: unknown) => void;
  readonly mostRows?: number;
}

/** Rows of one transaction. */
const BATCH = 4_000;
/** How often the mark is written while nothing changes, in milliseconds. */
const MARK_MS = 10_000;
/** Most difference between the clocks of instances, and between the arrivals of one message. Milliseconds. */
const APART_MS = 5_000;
/** A clock that was set back by more is not believed, because rows would be deleted. Milliseconds. */
const LONGEST_REWIND_MS = 86_400_000;

/**
 * Writes the rows of the recorder in batches, and keeps them while they cannot be written. The mark says up to when everything
 * was recorded; the next process makes the time after it unknown.
 */
export class RowWriter {
  readonly #options: WriterOptions;
  readonly #queue: RowQueue;
  /** Since when this instance hears all changes, in milliseconds since the epoch. */
  #heardFrom: number;
  /** The last written mark; null before the storage was taken over. */
  #mark: number | null = null;
  #problem: JiaError | null = null;
  #toldLost = false;
  /** Whether the clock is far behind the written rows. */
  #behind = false;
  /** Corrections of the storage after the clock was set; they run before the next row is written. */
  #corrections: ((storage: RecordingStorage) => Promise<void>)[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#queue = new RowQueue(options.mostRows);
    this.#heardFrom = options.clock.now();
  }

  /** Why rows wait; null when they don't. */
  get problem(): JiaError | null {
    return this.#problem;
  }

  /** How many rows wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Up to when everything is written; null: up to now. */
  get writtenTo(): number | null {
    return this.#queue.oldest;
  }

  /** Marks that this instance hears all changes from now on. */
  begin(): void {
    this.#heardFrom = this.#options.clock.now();
  }

  add(track: SeriesTrack, at: number, value: StoredValue): void {
    if (!this.#queue.add(track, at, value) || this.#toldLost) return;
    this.#toldLost = true;
    this.#options.lost();
  }

  /** Drops the waiting rows of a device. */
  forget(device: DeviceId): void {
    this.#queue.filter(({ track }) => track.info.key.device !== device);
  }

  /**
   * Handles a clock that was set: deletes rows of the time after `at`, and makes everything unknown from then on.
   * @param at the moment up to which everything was recorded
   */
  correct(at: number): void {
    if (this.#mark === null) {
      // Nothing was written yet, and the waiting rows have no reliable moments.
      this.#queue.filter(() => false);
      this.#heardFrom = this.#options.clock.now();
      return;
    }
    this.#queue.filter((row) => row.at <= at);
    this.#corrections.push(async (storage) => {
      await storage.rewind(at);
      await storage.gap(at);
    });
  }

  /** Writes the waiting rows. @param waitingSince the recorder still holds values from then on; null: none */
  async flush(waitingSince: number | null): Promise<void> {
    const { clock, holds } = this.#options;
    const now = clock.now();
    try {
      if (holds && !holds()) await this.#standBy();
      else await this.#record(now, waitingSince);
      this.#problem = null;
    } catch (error) {
      if (error instanceof JiaError) this.#problem = error;
      else this.#options.failed(error);
    }
  }

  async #record(now: number, waitingSince: number | null): Promise<void> {
    const { storage } = this.#options;
    if (this.#mark === null) await this.#takeOver(now);
    for (let correct = this.#corrections[0]; correct; correct = this.#corrections[0]) {
      await correct(storage);
      this.#corrections.shift();
    }
    const end = Math.min(now, (waitingSince ?? Number.POSITIVE_INFINITY) - 1);
    while (this.#queue.size > 0) {
      const rows = this.#queue.next(BATCH);
      await this.#writeRows(rows, end);
    }
    this.#toldLost = false;
    if (this.#mark !== null && end - this.#mark < MARK_MS && end >= this.#mark) return;
    await this.#noteMark(end);
  }

  async #writeRows(rows: readonly Row[], end: number): Promise<void> {
    let settled = false;
    try {
      await this.#open(rows);
      // While other rows wait, the mark must not move on.
      const mark = this.#queue.size > rows.length ? Math.min(this.#mark ?? end, end) : end;
      await this.#options.storage.write(batchOf(rows, mark));
      this.#mark = mark;
      settled = true;
    } catch (error) {
      // A row with a mistake would fail again.
      settled = !(error instanceof JiaError);
      throw error;
    } finally {
      this.#queue.done(rows, settled);
    }
  }

  async #noteMark(mark: number): Promise<void> {
    await this.#options.storage.write(batchOf([], mark));
    this.#mark = mark;
  }

  async #open(rows: readonly Row[]): Promise<void> {
    const tracks = [...new Set(rows.map(({ track }) => track))].filter(({ id }) => id === null);
    if (tracks.length === 0) return;
    const opened = await this.#options.storage.open(tracks.map(({ info }) => info));
    for (const [place, track] of tracks.entries()) track.id = opened[place]?.id ?? null;
  }

  /** Continues where the last process, or the last holder of the lease, ended. */
  async #takeOver(now: number): Promise<void> {
    const { storage } = this.#options;
    const mark = await storage.mark();
    if (this.#behind && mark !== null && mark <= now) {
      this.#behind = false;
      this.#queue.filter(() => false);
      this.#heardFrom = now;
      this.#options.restart(now);
    }
    if (mark !== null && mark > now) await this.#takeBack(mark, now);
    else if (mark !== null && mark < this.#heardFrom) await storage.gap(mark);
    else if (mark !== null) await this.#continue(mark);
    this.#mark = mark === null ? now : Math.min(mark, now);
  }

  /** Handles a clock that is behind the written rows. @throws JiaError `clock-behind` */
  async #takeBack(mark: number, now: number): Promise<void> {
    if (mark - now > LONGEST_REWIND_MS) {
      this.#behind = true;
      throw new JiaError("clock-behind", { now: new Date(now).toISOString(), mark: new Date(mark).toISOString() });
    }
    await this.#options.storage.rewind(now);
    await this.#options.storage.gap(now);
  }

  /** Keeps only the heard rows that the holder before did not write. */
  async #continue(mark: number): Promise<void> {
    const { storage } = this.#options;
    const from = mark - APART_MS;
    const missing = new Set<Row>();
    for (const [track, rows] of this.#queue.byTrack()) {
      const series = await storage.find(track.info.key);
      const page = { from, to: Number.POSITIVE_INFINITY, limit: BATCH };
      const stored: readonly Point[] = series ? await storage.points(series.id, page) : [];
      const heard = rows.filter(({ at }) => at > from);
      for (const row of unwritten(stored, heard)) missing.add(row);
    }
    this.#queue.filter((row) => missing.has(row));
  }

  /** Drops the rows that the recording instance has written. */
  async #standBy(): Promise<void> {
    this.#mark = null;
    this.#corrections = [];
    const mark = await this.#options.storage.mark();
    if (mark !== null) this.#queue.filter(({ at }) => at > mark - APART_MS);
  }
}
