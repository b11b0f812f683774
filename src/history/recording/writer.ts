import { type Clock, type DeviceId, JiaError } from "../../home/index.ts";
import type { Point, Stored } from "../series.ts";
import type { HistoryStorage } from "../storage.ts";
import { batchOf, type Row, RowQueue } from "./row-queue.ts";
import type { Track } from "./track.ts";
import { unwritten } from "./unwritten.ts";

/** What the recording needs of a storage. */
export type RecordingStorage = Pick<HistoryStorage, "mark" | "gap" | "rewind" | "open" | "write" | "find" | "points">;

export interface WriterOptions {
  readonly storage: RecordingStorage;
  readonly clock: Clock;
  /** Where several instances share the storage: whether this one records. It always does when it is left out. */
  readonly holds?: () => boolean;
  /** What was heard is of no moment that can be told: what is now is to be taken anew. */
  readonly restart: (at: number) => void;
  /** Rows were lost because too many waited; told once, until rows are written again. */
  readonly lost: () => void;
  /** Rows could not be written for another reason than that the storage can't be: they are given up. */
  readonly failed: (error: unknown) => void;
  readonly mostRows?: number;
}

/** Rows of one transaction. */
const BATCH = 4_000;
/** How often it is noted that everything was recorded while nothing changes, in milliseconds. */
const MARK_MS = 10_000;
/** Clocks of several instances differ by less than this, and what they hear arrives within it. Milliseconds. */
const APART_MS = 5_000;
/** A clock that was set back by more is not believed: what is known would be deleted. Milliseconds. */
const LONGEST_REWIND_MS = 86_400_000;

/**
 * Writes the rows of the recorder, several at once, and keeps them while they can't be written. It notes up to when everything
 * was recorded; where the next process finds that it was not, nothing is known of the time between.
 */
export class Writer {
  readonly #options: WriterOptions;
  readonly #queue: RowQueue;
  /** Since when this instance has heard everything. */
  #heardFrom: number;
  /** The mark as it was written last; null before the storage was taken over. */
  #mark: number | null = null;
  #problem: JiaError | null = null;
  #toldLost = false;
  /** The clock was found to be far behind what is written. */
  #behind = false;
  /** What has to be done before the next row is written: the clock was set. */
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

  /** Up to when all is written that is to be; null: up to now. */
  get writtenTo(): number | null {
    return this.#queue.oldest;
  }

  /** From now on everything is heard here. */
  begin(): void {
    this.#heardFrom = this.#options.clock.now();
  }

  add(track: Track, at: number, value: Stored): void {
    if (!this.#queue.add(track, at, value) || this.#toldLost) return;
    this.#toldLost = true;
    this.#options.lost();
  }

  /** What waits of a device is not written. */
  forget(device: DeviceId): void {
    this.#queue.filter(({ track }) => track.info.key.device !== device);
  }

  /**
   * The clock was set: what was written of the time after now is deleted, and nothing is known from then on.
   * @param at the moment up to which everything was recorded
   */
  correct(at: number): void {
    if (this.#mark === null) {
      // Nothing was written yet, and nothing of before is of a moment that can be told.
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

  /** Writes what waits. @param waitingSince a value from then on is still looked at: it is not recorded yet */
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
      // As long as others wait, not everything is recorded.
      const mark = this.#queue.size > rows.length ? Math.min(this.#mark ?? end, end) : end;
      await this.#options.storage.write(batchOf(rows, mark));
      this.#mark = mark;
      settled = true;
    } catch (error) {
      // What is wrong with a row would be wrong with it again.
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

  /** Begins where the last process, or the last holder, has ended. */
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

  /** The clock is behind what was recorded. */
  async #takeBack(mark: number, now: number): Promise<void> {
    if (mark - now > LONGEST_REWIND_MS) {
      this.#behind = true;
      throw new JiaError("clock-behind", { now: new Date(now).toISOString(), mark: new Date(mark).toISOString() });
    }
    await this.#options.storage.rewind(now);
    await this.#options.storage.gap(now);
  }

  /** The holder before wrote up to `mark`, and this one has heard everything since: what is not written is. */
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

  /** Another instance records: what it has written need not be kept here. */
  async #standBy(): Promise<void> {
    this.#mark = null;
    this.#corrections = [];
    const mark = await this.#options.storage.mark();
    if (mark !== null) this.#queue.filter(({ at }) => at > mark - APART_MS);
  }
}
