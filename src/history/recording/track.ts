import type { Point, SeriesInfo, Stored } from "../series.ts";

/** A measure has at most about one row in so many milliseconds: what it was for a shorter time may be left out. */
export const THIN_MS = 1_000;

/** One series while it is recorded: what it is now, and which of its changes become rows. */
export class Track {
  readonly info: SeriesInfo;
  /** Of the stored series; null until it is opened. */
  id: number | null = null;
  #value: Stored = null;
  /** The newest row that was given out. */
  #written: Point = { at: Number.NEGATIVE_INFINITY, value: null };
  /** A value that waits whether it lasts. */
  #waiting: Point | null = null;

  constructor(info: SeriesInfo) {
    this.info = info;
  }

  /** What it is now; null: not known. */
  get value(): Stored {
    return this.#value;
  }

  /** Whether nothing was ever taken. */
  get isNew(): boolean {
    return this.newest === Number.NEGATIVE_INFINITY;
  }

  /** When it last changed. */
  get newest(): number {
    return this.#waiting?.at ?? this.#written.at;
  }

  /** When a value that waits became so; null when none does. */
  get waitingSince(): number | null {
    return this.#waiting?.at ?? null;
  }

  /**
   * It became this. Rows of a series have moments of their own, each later than the one before.
   * @returns the rows that are to be written
   */
  take(moment: number, value: Stored): readonly Point[] {
    if (value === this.#value) return [];
    this.#value = value;
    const point = { at: Math.max(moment, this.newest + 1), value };
    const thinned = this.info.class === "measure" && typeof value === "number";
    const before = thinned ? this.settled(point.at) : this.finish();
    if (!thinned || point.at - this.#written.at >= THIN_MS) {
      this.#waiting = null;
      this.#written = point;
      return [...before, point];
    }
    // Back to what it was: nothing has happened that lasted.
    this.#waiting = value === this.#written.value ? null : point;
    return before;
  }

  /** The row of a value that has lasted. */
  settled(now: number): readonly Point[] {
    return this.#waiting && now - this.#waiting.at >= THIN_MS ? this.finish() : [];
  }

  /** The row of a value that waits, however short it has been so. */
  finish(): readonly Point[] {
    if (!this.#waiting) return [];
    this.#written = this.#waiting;
    this.#waiting = null;
    return [this.#written];
  }

  /** Forgets what it was: the clock was set, and nothing is known any more. @param at the moment before the next row */
  reset(at: number): void {
    this.#value = null;
    this.#waiting = null;
    this.#written = { at, value: null };
  }
}
