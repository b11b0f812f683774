import { Archive } from "./archive.ts";
import { type ExportPage, exportPage } from "./export-page.ts";
import type { SeriesKey, TimeSpan } from "./port.ts";
import type { RecordingStorage } from "./recording/writer.ts";
import { type RetentionPeriods, RetentionTask } from "./retention.ts";
import type { SeriesInfo, StoredSeries } from "./series.ts";
import type { HistoryStorage, PointBatch, RowRange, StoredAmount } from "./storage.ts";

type Answers = Pick<
  Archive,
  "knownSince" | "valueAt" | "changes" | "lastChange" | "firstChange" | "buckets" | "extremes" | "stateTimes" | "energy"
>;

/**
 * The calls to a storage, with plain data as arguments and results, so that a thread can answer them. Every call may reject with
 * a JiaError of the store's trouble.
 */
export interface HistoryBackend extends RecordingStorage, Answers {
  /** Summarizes old changes and deletes too old ones. */
  tend(now: number, keeping: RetentionPeriods): Promise<void>;
  all(): Promise<readonly StoredSeries[]>;
  exportPage(key: SeriesKey, span: TimeSpan): Promise<ExportPage>;
  /** Deletes all series of a device. @returns their number */
  forgetDevice(device: string): Promise<number>;
  amount(): Promise<StoredAmount>;
  close(): Promise<void>;
}

/** The backend on a storage in this thread. */
export class LocalBackend extends Archive implements HistoryBackend {
  readonly #storage: HistoryStorage;
  readonly #upkeep: RetentionTask;
  readonly #pause: () => Promise<void>;
  /** The upkeep in progress. */
  #tending: Promise<void> | null = null;
  #closed = false;

  /** @param pause resolves when others had their turn */
  constructor(storage: HistoryStorage, pause: () => Promise<void>) {
    super(storage);
    this.#storage = storage;
    this.#upkeep = new RetentionTask(storage);
    this.#pause = pause;
  }

  mark(): Promise<number | null> {
    return this.#storage.mark();
  }

  gap(at: number): Promise<void> {
    return this.#storage.gap(at);
  }

  rewind(to: number): Promise<void> {
    return this.#storage.rewind(to);
  }

  open(infos: readonly SeriesInfo[]): Promise<readonly StoredSeries[]> {
    return this.#storage.open(infos);
  }

  write(batch: PointBatch): Promise<void> {
    return this.#storage.write(batch);
  }

  find(key: SeriesKey): Promise<StoredSeries | null> {
    return this.#storage.find(key);
  }

  points(series: number, page: RowRange) {
    return this.#storage.points(series, page);
  }

  all(): Promise<readonly StoredSeries[]> {
    return this.#storage.all();
  }

  async tend(now: number, keeping: RetentionPeriods): Promise<void> {
    // Only one runs at a time; the rest waits for the next time.
    this.#tending ??= this.#upkeep.run(now, keeping, () => this.#turn());
    try {
      await this.#tending;
    } finally {
      this.#tending = null;
    }
  }

  exportPage(key: SeriesKey, span: TimeSpan): Promise<ExportPage> {
    return this.#storage.reading((reader) => exportPage(reader, key, span));
  }

  async forgetDevice(device: string): Promise<number> {
    const series = (await this.#storage.all()).filter(({ key }) => key.device === device);
    await this.#storage.forget(series.map(({ id }) => id));
    return series.length;
  }

  amount(): Promise<StoredAmount> {
    return this.#storage.amount();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#tending?.catch(() => undefined);
    await this.#storage.close();
  }

  async #turn(): Promise<void> {
    await this.#pause();
    if (this.#closed) throw new Error("the history was closed");
  }
}
