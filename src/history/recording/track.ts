import type { Point, SeriesInfo, StoredValue } from "../series.ts";

/** A measure has about one row in so many milliseconds at most; shorter values may be left out. */
export const THIN_MS = 1_000;

/** One series while it is recorded: its value now, and which of its changes become rows. */
export class SeriesTrack {
  readonly info: SeriesInfo;
  /** Id of the stored series; null until it is opened. */
  id: number | null = null;
  #value: StoredValue = null;
  /** The newest row that was returned. */
  #written: Point = { at: Number.NEGATIVE_INFINITY, value: null };
  /** A value that may be too short to be written. */
  #waiting: Point | null = null;

  constructor(info: SeriesInfo) {
    this.info = info;
  }

  /** The present value; null: not known. */
  get value(): StoredValue {
    return this.#value;
  }

  /** Whether it never had a value. */
  get isNew(): boolean {
    return this.newest === Number.NEGATIVE_INFINITY;
  }

  /** When it last changed. */
  get newest(): number {
    return this.#waiting?.at ?? this.#written.at;
  }

  /** The moment of the waiting value; null when none waits. */
  get waitingSince(): number | null {
    return this.#waiting?.at ?? null;
  }

  /**
   * Takes a change. Each row of a series has a later moment than the one before.
   * @returns the rows to write
   */
  take(moment: number, value: StoredValue): readonly Point[] {
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
    // Back to the written value: the short change is left out.
    this.#waiting = value === this.#written.value ? null : point;
    return before;
  }

  /** The row of a waiting value that lasted long enough. */
  settled(now: number): readonly Point[] {
    return this.#waiting && now - this.#waiting.at >= THIN_MS ? this.finish() : [];
  }

  /** The row of a waiting value, however short it lasted. */
  finish(): readonly Point[] {
    if (!this.#waiting) return [];
    this.#written = this.#waiting;
    this.#waiting = null;
    return [this.#written];
  }

  /** Makes the value unknown after the clock was set. @param at the moment before the next row */
  reset(at: number): void {
    this.#value = null;
    this.#waiting = null;
    this.#written = { at, value: null };
  }
}
