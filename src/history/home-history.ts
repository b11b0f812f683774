import { type Device, type DeviceId, JiaError, type Value } from "../home/index.ts";
import type { HistoryBackend } from "./backend.ts";
import { metersOf } from "./energy/meters.ts";
import { LocalTariff, type TariffRules } from "./energy/tariff.ts";
import { energyUses } from "./energy/uses.ts";
import type { ExportPage, ExportRow } from "./export-page.ts";
import type { Bucket, EnergyQuery, EnergyUse, PastValue, SeriesKey, StateTimes, TimeSpan, TimeStep } from "./port.ts";
import { HistoryRecording, type RecordingOptions } from "./recording/recording.ts";
import type { HistoryRecords } from "./records.ts";
import { isRecorded } from "./selection.ts";
import { toStored } from "./series.ts";
import { stepEdges } from "./steps.ts";
import type { StoredAmount } from "./storage.ts";

export interface HistoryOptions extends RecordingOptions {
  readonly tariff: TariffRules | null;
  /** Meters of the whole home, by id, handle or name. */
  readonly mains: readonly string[];
}

/** Changes of one answer: the default and the most. */
const CHANGES = 1_000;
const MOST_CHANGES = 50_000;
/** For longer spans prices are looked up only from the first known energy on. Milliseconds. */
const YEAR_MS = 366 * 86_400_000;

/** The history of a home: recorded from `start` on, and queried at any time. */
export class HomeHistory implements HistoryRecords {
  readonly #options: HistoryOptions;
  readonly #recording: HistoryRecording;
  readonly #tariff: LocalTariff | null;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#recording = new HistoryRecording(options);
    this.#tariff = options.tariff && new LocalTariff(options.tariff, options.home.timezone);
  }

  /** Starts recording, also while the storage cannot be used: rows wait then. */
  start(): Promise<void> {
    return this.#recording.start();
  }

  /** Writes the waiting rows and closes the storage. */
  async stop(): Promise<void> {
    await this.#recording.stop();
    await this.#options.backend.close();
  }

  /** Writes the waiting rows, so that reads find them. Never rejects: `problem` says what is wrong. */
  flush(): Promise<void> {
    return this.#recording.flush();
  }

  /** Summarizes old changes, and deletes too old ones. */
  tend(): Promise<void> {
    return this.#recording.tend();
  }

  /** Why changes are not written at the moment; null when they are. */
  get problem(): JiaError | null {
    return this.#recording.problem;
  }

  /** The number of waiting rows. */
  get waiting(): number {
    return this.#recording.waiting;
  }

  get currency(): string | null {
    return this.#tariff?.currency ?? null;
  }

  mains(): readonly DeviceId[] {
    const { home, mains } = this.#options;
    const isMain = (names: readonly (string | undefined)[]) => mains.some((each) => names.includes(each));
    return home.devices.filter(({ id, handle, name }) => isMain([id, handle, name])).map(({ id }) => id);
  }

  async counts(devices: readonly DeviceId[] | null): Promise<boolean> {
    const { home } = this.#options;
    const { backend } = await this.#fresh();
    for (const device of devices === null ? home.devices : devices.flatMap((id) => home.device(id) ?? []))
      for (const address of metersOf(device).flatMap(({ addresses }) => addresses))
        if ((await backend.knownSince({ device: device.id, address })) !== null) return true;
    return false;
  }

  keeps({ device, address }: SeriesKey): boolean {
    const found = this.#options.home.device(device);
    return found !== undefined && isRecorded(found, address, this.#options.selection);
  }

  async knownSince(key: SeriesKey): Promise<number | null> {
    return await (await this.#fresh()).backend.knownSince(key);
  }

  async valueAt(key: SeriesKey, at: number): Promise<PastValue | null> {
    const { backend, end } = await this.#fresh();
    return at < end ? await backend.valueAt(key, at) : null;
  }

  async changes(key: SeriesKey, span: TimeSpan, limit: number = CHANGES): Promise<readonly PastValue[]> {
    const { backend } = await this.#fresh();
    return await backend.changes(key, span, Math.min(Math.max(0, limit), MOST_CHANGES));
  }

  async lastChange(key: SeriesKey, to?: readonly Value[], before?: number): Promise<PastValue | null> {
    const { backend, end } = await this.#fresh();
    return await backend.lastChange(key, to?.map(toStored) ?? null, before ?? end);
  }

  async firstChange(key: SeriesKey, span: TimeSpan, to?: readonly Value[]): Promise<PastValue | null> {
    return await (await this.#fresh()).backend.firstChange(key, span, to?.map(toStored) ?? null);
  }

  async buckets(key: SeriesKey, span: TimeSpan, step: TimeStep): Promise<readonly Bucket[]> {
    const { backend, until } = await this.#fresh();
    const edges = stepEdges(span, step, this.#options.home.timezone);
    return edges.length < 2 ? [] : await backend.buckets(key, edges, until);
  }

  async summary(key: SeriesKey, { from, to }: TimeSpan): Promise<Bucket | null> {
    const { backend, until } = await this.#fresh();
    return from < to ? ((await backend.buckets(key, [from, to], until))[0] ?? null) : null;
  }

  async extremes(key: SeriesKey, span: TimeSpan) {
    const { backend, until } = await this.#fresh();
    return await backend.extremes(key, span, until);
  }

  async stateTimes(key: SeriesKey, span: TimeSpan): Promise<StateTimes> {
    const { backend, until } = await this.#fresh();
    return await backend.stateTimes(key, span, until);
  }

  async energy({ devices: named, from, to, by }: EnergyQuery): Promise<readonly EnergyUse[]> {
    const { home, clock } = this.#options;
    const { backend, until } = await this.#fresh();
    const mains = this.mains();
    const devices = named
      ? named.flatMap((id) => home.device(id) ?? [])
      : home.devices.filter(({ id }) => !mains.includes(id));
    // The future does not count as unknown: it is cut off.
    const span = { from, to: Math.min(to, clock.now()) };
    const pricedFrom = to - from > YEAR_MS ? await this.#meteredSince(devices, backend) : from;
    const query = { span, by: by ?? null, timezone: home.timezone, tariff: this.#tariff, pricedFrom };
    return await energyUses(devices, query, (id, meters, edges) => backend.energy(id, meters, edges, until));
  }

  /** The first moment with known energy of these devices; now when there is none. */
  async #meteredSince(devices: readonly Device[], backend: HistoryBackend): Promise<number> {
    const keys = devices.flatMap((device) =>
      metersOf(device).flatMap(({ addresses }) => addresses.map((address) => ({ device: device.id, address }))),
    );
    const since = await Promise.all(keys.map((key) => backend.knownSince(key)));
    return Math.min(this.#options.clock.now(), ...since.filter((at) => at !== null));
  }

  async series(): Promise<readonly SeriesKey[]> {
    return (await (await this.#fresh()).backend.all()).map(({ key }) => key);
  }

  async *rows(key: SeriesKey, { from, to }: TimeSpan): AsyncGenerator<readonly ExportRow[]> {
    const { backend } = await this.#fresh();
    for (let next: number | null = from; next !== null && next < to; ) {
      const page: ExportPage = await backend.exportPage(key, { from: next, to });
      yield page.rows;
      next = page.next;
    }
  }

  async forget(device: DeviceId): Promise<number> {
    if (this.#recording.standsBy) throw new JiaError("stands-by");
    return await this.#recording.forget(device);
  }

  async amount(): Promise<StoredAmount> {
    return await this.#options.backend.amount();
  }

  /**
   * Writes the waiting rows, and returns up to when the history is known: rows that still wait cannot be read.
   * @returns `end`: the first moment of which nothing is known; `until`: the latest end of a span, now at most
   */
  async #fresh(): Promise<{ readonly backend: HistoryBackend; readonly until: number; readonly end: number }> {
    const { backend, clock } = this.#options;
    await this.flush();
    const now = clock.now();
    const waits = this.#recording.unwrittenSince;
    return { backend, until: Math.min(now, waits ?? now), end: Math.min(now + 1, waits ?? now + 1) };
  }
}
