import { bucketsBySteps } from "./buckets.ts";
import { changesIn, firstChangeIn, knownFrom, lastChangeIn, pointAt } from "./changes.ts";
import type { Meter } from "./energy/meters.ts";
import { countedEnergy, summedEnergy } from "./energy/readings.ts";
import { type Extremes, seriesExtremes } from "./extremes.ts";
import { intervalsOf } from "./intervals.ts";
import type { Bucket, PastValue, SeriesKey, StateTimes, TimeSpan } from "./port.ts";
import { fromStored, type Point, type StoredSeries, type StoredValue } from "./series.ts";
import { stateTimesOf } from "./state-times.ts";
import type { HistoryReader, HistoryStorage } from "./storage.ts";

/** The energy that one device used, by steps. */
export interface MeterReading {
  readonly source: Meter["source"];
  readonly kWh: readonly number[];
  /** Unknown milliseconds of each step. */
  readonly unknown: readonly number[];
}

/**
 * Answers queries about the past from a storage. It runs where the storage is (for a file in a thread of its own), so
 * arguments and results are plain data. `until`: from then on nothing is known, because it is not written yet or in the future.
 */
export class Archive {
  readonly #storage: HistoryStorage;

  constructor(storage: HistoryStorage) {
    this.#storage = storage;
  }

  knownSince(key: SeriesKey): Promise<number | null> {
    return this.#of(key, null, knownFrom);
  }

  valueAt(key: SeriesKey, at: number): Promise<PastValue | null> {
    return this.#point(key, (reader, series) => pointAt(reader, series, at));
  }

  changes(key: SeriesKey, span: TimeSpan, limit: number): Promise<readonly PastValue[]> {
    return this.#of(key, [], async (reader, series) =>
      (await changesIn(reader, series, span, limit)).map((point) => pastValue(point, series)),
    );
  }

  lastChange(key: SeriesKey, to: readonly StoredValue[] | null, before: number): Promise<PastValue | null> {
    return this.#point(key, (reader, series) => lastChangeIn(reader, series, to, before));
  }

  firstChange(key: SeriesKey, span: TimeSpan, to: readonly StoredValue[] | null): Promise<PastValue | null> {
    return this.#point(key, (reader, series) => firstChangeIn(reader, series, span, to));
  }

  /** Summarizes a number by steps; steps without known values are left out. @param edges of the steps, ascending */
  buckets(key: SeriesKey, edges: readonly number[], until: number): Promise<readonly Bucket[]> {
    return this.#of(key, [], async (reader, series) => {
      const span = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
      const folded = await bucketsBySteps(intervalsOf(reader, series, span, until), edges);
      return folded.flatMap((fold, step) => fold.bucket(edges[step] ?? 0, edges[step + 1] ?? 0) ?? []);
    });
  }

  extremes(key: SeriesKey, span: TimeSpan, until: number): Promise<Extremes | null> {
    return this.#of(key, null, (reader, series) => seriesExtremes(intervalsOf(reader, series, span, until)));
  }

  async stateTimes(key: SeriesKey, span: TimeSpan, until: number): Promise<StateTimes> {
    const nothing = { states: [], unknown: Math.max(0, span.to - span.from) };
    return await this.#of(key, nothing, async (reader, series) => {
      const page = { from: Number.NEGATIVE_INFINITY, to: span.from, limit: 2, newest: true };
      const before = (await reader.points(series.id, page)).find(({ value }) => value !== null);
      const { states, unknown } = await stateTimesOf(intervalsOf(reader, series, span, until), before?.value ?? null);
      return { states: states.map((state) => ({ ...state, value: fromStored(state.value, series.form) })), unknown };
    });
  }

  /**
   * The energy that a device used, by steps, from the first of its meters with known values; null when there is none.
   * @param edges ascending
   */
  async energy(
    device: string,
    meters: readonly Meter[],
    edges: readonly number[],
    until: number,
  ): Promise<MeterReading | null> {
    return await this.#storage.reading(async (reader) => {
      for (const meter of meters) {
        const reading = await readMeter(reader, device, meter, edges, until);
        if (reading) return reading;
      }
      return null;
    });
  }

  #of<Result>(
    key: SeriesKey,
    nothing: Result,
    work: (reader: HistoryReader, series: StoredSeries) => Promise<Result>,
  ): Promise<Result> {
    return this.#storage.reading(async (reader) => {
      const series = await reader.find(key);
      return series ? await work(reader, series) : nothing;
    });
  }

  #point(
    key: SeriesKey,
    work: (reader: HistoryReader, series: StoredSeries) => Promise<Point | null>,
  ): Promise<PastValue | null> {
    return this.#of(key, null, async (reader, series) => {
      const point = await work(reader, series);
      return point && pastValue(point, series);
    });
  }
}

function pastValue({ at, value }: Point, { form }: StoredSeries): PastValue {
  return { at, value: value === null ? null : fromStored(value, form) };
}

/** Reads one meter by steps; null when nothing is known. */
async function readMeter(
  reader: HistoryReader,
  device: string,
  { source, addresses, factors }: Meter,
  edges: readonly number[],
  until: number,
): Promise<MeterReading | null> {
  const span = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
  const parts: { readonly kWh: Float64Array; readonly unknown: Float64Array }[] = [];
  for (const [place, address] of addresses.entries()) {
    const series = await reader.find({ device, address });
    if (!series) continue;
    const factor = factors[place] ?? 1;
    parts.push(
      source === "counter"
        ? await countedEnergy(reader, series, factor, edges, until)
        : await summedEnergy(intervalsOf(reader, series, span, until), factor, edges),
    );
  }
  const sum = (of: "kWh") =>
    edges.slice(1).map((_, step) => parts.reduce((all, part) => all + (part[of][step] ?? 0), 0));
  // The sum of several parts is unknown while one of them is.
  const unknown = edges.slice(1).map((_, step) => Math.max(0, ...parts.map((part) => part.unknown[step] ?? 0)));
  const missing = unknown.reduce((all, ms) => all + ms, 0);
  if (parts.length === 0 || missing >= span.to - span.from) return null;
  return { source, kWh: sum("kWh"), unknown };
}
