import { type Device, type DeviceId, JiaError, type Value } from "../home/index.ts";
import type { HistoryBackend } from "./backend.ts";
import { metersOf } from "./energy/meters.ts";
import { LocalTariff, type TariffRules } from "./energy/tariff.ts";
import { energyUses } from "./energy/uses.ts";
import type { ExportPage, ExportRow } from "./export-page.ts";
import type { Bucket, EnergyQuery, EnergyUse, PastValue, SeriesKey, Span, StateTimes, Step } from "./port.ts";
import { Recording, type RecordingOptions } from "./recording/recording.ts";
import type { HistoryRecords } from "./records.ts";
import { isKept } from "./selection.ts";
import { toStored } from "./series.ts";
import { edgesOf } from "./steps.ts";
import type { StoredAmount } from "./storage.ts";

export interface HistoryOptions extends RecordingOptions {
  readonly tariff: TariffRules | null;
  /** Meters of the whole home, by id, handle or name. */
  readonly mains: readonly string[];
}

/** Changes that one answer has when nothing else is said, and at most. */
const CHANGES = 1_000;
const MOST_CHANGES = 50_000;
/** Prices of longer spans are looked at from when something was used, in milliseconds. */
const YEAR_MS = 366 * 86_400_000;

/** The past of a home: it is recorded from `start` on, and asked about at any time. */
export class HomeHistory implements HistoryRecords {
  readonly #options: HistoryOptions;
  readonly #recording: Recording;
  readonly #tariff: LocalTariff | null;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#recording = new Recording(options);
    this.#tariff = options.tariff && new LocalTariff(options.tariff, options.home.timezone);
  }

  /** Begins to record. Trouble of the storage is no reason not to: rows wait then. */
  start(): Promise<void> {
    return this.#recording.start();
  }

  /** Writes what waits and ends. */
  async stop(): Promise<void> {
    await this.#recording.stop();
    await this.#options.backend.close();
  }

  /** Writes what waits; whoever reads then finds it. Never rejects: `problem` says what is wrong. */
  flush(): Promise<void> {
    return this.#recording.flush();
  }

  /** Summarises what has become old, and deletes what is too old. */
  tend(): Promise<void> {
    return this.#recording.tend();
  }

  /** Why what happens is not written at the moment; null when it is. */
  get problem(): JiaError | null {
    return this.#recording.problem;
  }

  /** Rows that wait to be written. */
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
    return found !== undefined && isKept(found, address, this.#options.selection);
  }

  async knownSince(key: SeriesKey): Promise<number | null> {
    return await (await this.#fresh()).backend.knownSince(key);
  }

  async valueAt(key: SeriesKey, at: number): Promise<PastValue | null> {
    const { backend, end } = await this.#fresh();
    return at < end ? await backend.valueAt(key, at) : null;
  }

  async changes(key: SeriesKey, span: Span, limit: number = CHANGES): Promise<readonly PastValue[]> {
    const { backend } = await this.#fresh();
    return await backend.changes(key, span, Math.min(Math.max(0, limit), MOST_CHANGES));
  }

  async lastChange(key: SeriesKey, to?: readonly Value[], before?: number): Promise<PastValue | null> {
    const { backend, end } = await this.#fresh();
    return await backend.lastChange(key, to?.map(toStored) ?? null, before ?? end);
  }

  async firstChange(key: SeriesKey, span: Span, to?: readonly Value[]): Promise<PastValue | null> {
    return await (await this.#fresh()).backend.firstChange(key, span, to?.map(toStored) ?? null);
  }

  async buckets(key: SeriesKey, span: Span, step: Step): Promise<readonly Bucket[]> {
    const { backend, until } = await this.#fresh();
    const edges = edgesOf(span, step, this.#options.home.timezone);
    return edges.length < 2 ? [] : await backend.buckets(key, edges, until);
  }

  async summary(key: SeriesKey, { from, to }: Span): Promise<Bucket | null> {
    const { backend, until } = await this.#fresh();
    return from < to ? ((await backend.buckets(key, [from, to], until))[0] ?? null) : null;
  }

  async extremes(key: SeriesKey, span: Span) {
    const { backend, until } = await this.#fresh();
    return await backend.extremes(key, span, until);
  }

  async stateTimes(key: SeriesKey, span: Span): Promise<StateTimes> {
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
    // What is to come is not unknown: it is not asked for.
    const span = { from, to: Math.min(to, clock.now()) };
    const pricedFrom = to - from > YEAR_MS ? await this.#meteredSince(devices, backend) : from;
    const query = { span, by: by ?? null, timezone: home.timezone, tariff: this.#tariff, pricedFrom };
    return await energyUses(devices, query, (id, meters, edges) => backend.energy(id, meters, edges, until));
  }

  /** When the first of these devices was read; now where none was. */
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

  async *rows(key: SeriesKey, { from, to }: Span): AsyncGenerator<readonly ExportRow[]> {
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
   * Writes what waits, and says up to when the history is known: what still waits can't be read.
   * @returns `end`: the first moment of which nothing is known; `until`: the end of a span, which is now at the latest
   */
  async #fresh(): Promise<{ readonly backend: HistoryBackend; readonly until: number; readonly end: number }> {
    const { backend, clock } = this.#options;
    await this.flush();
    const now = clock.now();
    const waits = this.#recording.unwrittenSince;
    return { backend, until: Math.min(now, waits ?? now), end: Math.min(now + 1, waits ?? now + 1) };
  }
}
