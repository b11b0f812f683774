import { type Clock, ClockWatch, type DeviceId, type Home, JiaError, type Value } from "../home/index.ts";
import type { HistoryBackend } from "./backend.ts";
import { LocalTariff, type TariffRules } from "./energy/tariff.ts";
import { energyUses } from "./energy/uses.ts";
import type { ExportPage, ExportRow } from "./export-page.ts";
import type { Bucket, EnergyQuery, EnergyUse, PastValue, SeriesKey, Span, StateTimes, Step } from "./port.ts";
import { Recorder } from "./recording/recorder.ts";
import { Writer } from "./recording/writer.ts";
import type { HistoryRecords } from "./records.ts";
import { isKept, type Selection } from "./selection.ts";
import { toStored } from "./series.ts";
import { edgesOf } from "./steps.ts";
import type { StoredAmount } from "./storage.ts";
import type { Keeping } from "./upkeep.ts";

export interface HistoryOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly backend: HistoryBackend;
  readonly selection: Selection;
  readonly keeping: Keeping;
  readonly tariff: TariffRules | null;
  /** Meters of the whole home, by id, handle or name. */
  readonly mains: readonly string[];
  /** As in WriterOptions. */
  readonly holds?: () => boolean;
  readonly lost: () => void;
  readonly failed: (error: unknown) => void;
  readonly mostRows?: number;
}

/** How often rows are written, in milliseconds: so much is lost at most when the process is killed. */
const FLUSH_MS = 1_000;
/** How often what has become old is summarised, and how long after the start for the first time. Milliseconds. */
const TEND_MS = 3_600_000;
const FIRST_TEND_MS = 300_000;
/** A clock that was set by more than this is noticed; a process that slept longer has not recorded. Milliseconds. */
const JUMP_MS = 5_000;
const SLEPT_MS = 60_000;
/** Changes that one answer has when nothing else is said, and at most. */
const CHANGES = 1_000;
const MOST_CHANGES = 50_000;

/** The past of a home: it is recorded from `start` on, and asked about at any time. */
export class HomeHistory implements HistoryRecords {
  readonly #options: HistoryOptions;
  readonly #recorder: Recorder;
  readonly #writer: Writer;
  readonly #clockWatch: ClockWatch;
  readonly #tariff: LocalTariff | null;
  #timer: NodeJS.Timeout | null = null;
  /** The flush that is under way, and the one that will be when it is done. */
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #looked: number;
  #elapsed: number | null;
  #tended: number;
  #stopped = false;

  constructor(options: HistoryOptions) {
    this.#options = options;
    const { home, clock, backend, selection, tariff } = options;
    const restart = (at: number): void => this.#recorder.restart(at);
    this.#writer = new Writer({ ...options, storage: backend, restart });
    this.#recorder = new Recorder({
      home,
      clock,
      selection,
      row: (track, at, value) => this.#writer.add(track, at, value),
    });
    this.#clockWatch = new ClockWatch(clock);
    this.#tariff = tariff && new LocalTariff(tariff, home.timezone);
    this.#looked = clock.now();
    this.#elapsed = clock.elapsed?.() ?? null;
    this.#tended = clock.now() - TEND_MS + FIRST_TEND_MS;
  }

  /** Begins to record. Trouble of the storage is no reason not to: rows wait then. */
  async start(): Promise<void> {
    const mark = await this.#mark();
    this.#writer.begin();
    this.#looked = this.#options.clock.now();
    this.#recorder.start(mark);
    await this.flush();
    this.#wait();
  }

  /** Writes what waits and ends. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#recorder.stop();
    await this.flush();
    await this.#options.backend.close();
  }

  /** Why what happens is not written at the moment; null when it is. */
  get problem(): JiaError | null {
    return this.#writer.problem;
  }

  /** Rows that wait to be written. */
  get waiting(): number {
    return this.#writer.waiting;
  }

  get currency(): string | null {
    return this.#tariff?.currency ?? null;
  }

  mains(): readonly DeviceId[] {
    const { home, mains } = this.#options;
    const isMain = (names: readonly (string | undefined)[]) => mains.some((each) => names.includes(each));
    return home.devices.filter(({ id, handle, name }) => isMain([id, handle, name])).map(({ id }) => id);
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
    const query = { span, by: by ?? null, timezone: home.timezone, tariff: this.#tariff };
    return await energyUses(devices, query, (id, meters, edges) => backend.energy(id, meters, edges, until));
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
    const { backend, holds } = this.#options;
    if (holds && !holds()) throw new JiaError("stands-by");
    await this.flush();
    const count = await backend.forgetDevice(device);
    this.#recorder.forget(device);
    return count;
  }

  async amount(): Promise<StoredAmount> {
    return await this.#options.backend.amount();
  }

  /** Writes what waits; whoever reads then finds it. Never rejects: `problem` says what is wrong. */
  flush(): Promise<void> {
    this.#next ??= this.#flushing.then(() => {
      this.#next = null;
      this.#flushing = this.#flush();
      return this.#flushing;
    });
    return this.#next;
  }

  /** Summarises what has become old, and deletes what is too old. */
  async tend(): Promise<void> {
    const { clock, backend, keeping } = this.#options;
    this.#tended = clock.now();
    await backend.tend(clock.now(), keeping);
  }

  async #flush(): Promise<void> {
    this.#look();
    this.#recorder.finish();
    await this.#writer.flush(null);
  }

  /** What is written once a second: a value that has just come may still be thinned. */
  async #tick(): Promise<void> {
    await this.#flushing;
    this.#look();
    this.#flushing = this.#writer.flush(this.#recorder.waitingSince);
    await this.#flushing;
    await this.#tendWhenDue();
  }

  #wait(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#tick()
        .catch(this.#options.failed)
        .finally(() => this.#wait());
    }, FLUSH_MS);
  }

  /** Looks at the home and at the clock: what happened while nobody looked is not known. */
  #look(): void {
    const { clock } = this.#options;
    const now = clock.now();
    const elapsed = clock.elapsed?.() ?? null;
    const slept = elapsed !== null && this.#elapsed !== null && elapsed - this.#elapsed > SLEPT_MS;
    const jump = this.#clockWatch.jump(now);
    if (slept || Math.abs(jump) > JUMP_MS) {
      const at = Math.min(this.#looked, now);
      this.#writer.correct(at);
      this.#recorder.restart(at);
    }
    this.#looked = now;
    this.#elapsed = elapsed;
    this.#recorder.look();
  }

  /** On the instance that records. */
  async #tendWhenDue(): Promise<void> {
    const { clock, holds } = this.#options;
    const due = Math.abs(clock.now() - this.#tended) >= TEND_MS;
    if (due && (holds?.() ?? true) && !this.#writer.problem) await this.tend();
  }

  /**
   * Writes what waits, and says up to when the history is known: what still waits can't be read.
   * @returns `end`: the first moment of which nothing is known; `until`: the end of a span, which is now at the latest
   */
  async #fresh(): Promise<{ readonly backend: HistoryBackend; readonly until: number; readonly end: number }> {
    const { backend, clock, holds } = this.#options;
    await this.flush();
    const now = clock.now();
    const waits = (holds?.() ?? true) ? this.#writer.writtenTo : null;
    return { backend, until: Math.min(now, waits ?? now), end: Math.min(now + 1, waits ?? now + 1) };
  }

  async #mark(): Promise<number> {
    try {
      return (await this.#options.backend.mark()) ?? Number.NEGATIVE_INFINITY;
    } catch {
      return this.#options.clock.now();
    }
  }
}
