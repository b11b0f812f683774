import { bucketsBySteps } from "./buckets.ts";
import { intervalsOf, summaryBefore, valueAfterSummary } from "./intervals.ts";
import type { StoredSeries } from "./series.ts";
import {
  FIVE_MINUTES,
  type HistoryReader,
  type HistoryStorage,
  HOUR,
  type Summary,
  type SummaryWidth,
} from "./storage.ts";

/** How long rows are kept, in milliseconds. */
export interface RetentionPeriods {
  /** Changes of measures. */
  readonly raw: number;
  /** Five-minute summaries. */
  readonly five: number;
  /** Hourly summaries. */
  readonly hour: number;
  /** Changes of states. */
  readonly states: number;
}

/** Spans that are summarized at once: half a day of changes, ten days of five minutes. Some ten milliseconds of work. */
const RAW_CHUNK = 12 * HOUR;
const FIVE_CHUNK = 240 * HOUR;
/** Shorter spans are not worth a transaction. */
const LEAST = 6 * HOUR;

/**
 * Summarizes old changes and deletes too old ones, a little at a time. Every step is one transaction, so that a process that
 * ends in between duplicates and loses nothing.
 */
export class RetentionTask {
  readonly #storage: HistoryStorage;

  constructor(storage: HistoryStorage) {
    this.#storage = storage;
  }

  /** Does all due work. @param pause called between two steps */
  async run(now: number, keeping: RetentionPeriods, pause: () => Promise<void>): Promise<void> {
    for (const series of await this.#storage.all()) {
      for (let more = true; more; await pause()) more = await this.#step(series.key, now, keeping);
    }
    await this.#storage.release();
  }

  /** @returns whether there is more to do for the series */
  async #step(key: StoredSeries["key"], now: number, keeping: RetentionPeriods): Promise<boolean> {
    const series = await this.#storage.find(key);
    if (!series) return false;
    if (series.class === "state") {
      await this.#dropStates(series, now - keeping.states);
      return false;
    }
    if (await this.#sumRaw(series, floor(now - keeping.raw, HOUR))) return true;
    if (await this.#sumFive(series, floor(now - keeping.five, HOUR))) return true;
    await this.#dropHours(series, now - keeping.hour);
    return false;
  }

  async #sumRaw(series: StoredSeries, horizon: number): Promise<boolean> {
    const { id, rawFrom } = series;
    const all = { from: Number.NEGATIVE_INFINITY, to: horizon, limit: 1 };
    const first = rawFrom > 0 ? rawFrom : (await this.#storage.points(id, all))[0]?.at;
    if (first === undefined) return false;
    const from = floor(first, HOUR);
    if (horizon - from < LEAST) return false;
    const to = Math.min(horizon, from + RAW_CHUNK);
    const five = await this.#summaries(series, from, to, FIVE_MINUTES);
    // The last value before is carried over: the remaining changes begin with it.
    const carried = await this.#storage.points(id, { ...all, to: to + 1, limit: 2, newest: true });
    const pointsBefore = carried.find(({ value }) => value !== null)?.at ?? to;
    await this.#storage.rewrite({ series: id, five, pointsBefore, rawFrom: to });
    return to < horizon;
  }

  async #sumFive(series: StoredSeries, horizon: number): Promise<boolean> {
    const { id, rawFrom, fiveFrom } = series;
    const end = Math.min(horizon, floor(rawFrom, HOUR));
    const all = { from: Number.NEGATIVE_INFINITY, to: end, limit: 1 };
    const first = fiveFrom > 0 ? fiveFrom : (await this.#storage.summaries(id, FIVE_MINUTES, all))[0]?.at;
    if (first === undefined) return false;
    const from = floor(first, HOUR);
    if (end - from < LEAST) return false;
    const to = Math.min(end, from + FIVE_CHUNK);
    const hour = await this.#summaries(series, from, to, HOUR);
    await this.#storage.rewrite({ series: id, hour, fiveBefore: to, fiveFrom: to });
    return to < end;
  }

  async #dropHours({ id }: StoredSeries, horizon: number): Promise<void> {
    const page = { from: Number.NEGATIVE_INFINITY, to: horizon, limit: 2 };
    if ((await this.#storage.summaries(id, HOUR, page)).length < 2) return;
    const last = (await this.#storage.summaries(id, HOUR, { ...page, limit: 1, newest: true }))[0];
    if (last) await this.#storage.rewrite({ series: id, hourBefore: last.at });
  }

  async #dropStates({ id }: StoredSeries, horizon: number): Promise<void> {
    const page = { from: Number.NEGATIVE_INFINITY, to: horizon, limit: 2 };
    const old = await this.#storage.points(id, page);
    const last = (await this.#storage.points(id, { ...page, limit: 1, newest: true }))[0];
    if (!last || (old.length < 2 && last.value !== null)) return;
    // The last one is the value at the horizon.
    await this.#storage.rewrite({ series: id, pointsBefore: last.value === null ? horizon : last.at });
  }

  async #summaries(series: StoredSeries, from: number, to: number, width: SummaryWidth): Promise<readonly Summary[]> {
    const edges: number[] = [];
    for (let at = from; at <= to; at += width) edges.push(at);
    const folds = await bucketsBySteps(intervalsOf(this.#storage, series, { from, to }, to), edges);
    let state = await stateBefore(this.#storage, series, width, from);
    const found: Summary[] = [];
    for (const [step, fold] of folds.entries()) {
      const at = edges[step] ?? from;
      const bucket = fold.bucket(at, at + width);
      if (!bucket) {
        if (state !== null) found.push({ at, min: 0, mean: 0, max: 0, last: 0, known: 0, ends: false });
        state = null;
        continue;
      }
      const { min, mean, max, last, known } = bucket;
      const still = known === width && min === max && min === state;
      if (!still) found.push({ at, min, mean, max, last, known: Math.round(known), ends: fold.ends });
      state = fold.ends ? last : null;
    }
    return found;
  }
}

/** The value of a series at a moment by the summaries before it; null when it is not known. */
async function stateBefore(
  reader: HistoryReader,
  series: StoredSeries,
  width: SummaryWidth,
  at: number,
): Promise<number | null> {
  const last = await summaryBefore(reader, series, width, at - 1);
  return valueAfterSummary(last ?? (width === HOUR ? null : await summaryBefore(reader, series, HOUR, at - 1)));
}

function floor(at: number, width: number): number {
  return Math.floor(at / width) * width;
}
