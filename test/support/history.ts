import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { threadBackend } from "../../src/app/history/thread-backend.ts";
import {
  type HistoryBackend,
  type HistoryOptions,
  HomeHistory,
  type Keeping,
  LocalBackend,
} from "../../src/history/index.ts";
import type { DeviceDescription, Home, HomeOptions, ReportCause, Value } from "../../src/home/index.ts";
import { SqliteHistory } from "../../src/store/history/index.ts";
import { ManualClock } from "./clock.ts";
import { testHome } from "./home.ts";

const DAY = 86_400_000;
/** As long as the settings keep things when nobody says otherwise. */
export const KEEPING: Keeping = { raw: 10 * DAY, five: 180 * DAY, hour: 3_650 * DAY, states: 730 * DAY };

export interface HistoryBenchOptions extends Partial<Omit<HistoryOptions, "home" | "clock" | "failed">> {
  /** Works in a thread of its own, as Jia does; in this one when it is left out, which starts sooner. */
  readonly thread?: boolean;
  /** A file stands where the folder of the history's file should be, until `unblock`. */
  readonly missing?: true;
  /** IANA name; UTC when it is left out. */
  readonly timezone?: string;
  readonly home?: Partial<HomeOptions>;
  /** Milliseconds since the epoch, or ISO 8601, at which the clock stands. */
  readonly at?: number | string;
}

/** A home whose clock a test moves, and its history in a real file. */
export class HistoryBench implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "jia-history-"));
  readonly path = join(this.folder, "data", "history.db");
  readonly clock: ManualClock;
  readonly errors: unknown[] = [];
  home: Home;
  history: HomeHistory;
  readonly #devices: readonly DeviceDescription[];
  readonly #options: HistoryBenchOptions;

  private constructor(devices: readonly DeviceDescription[], options: HistoryBenchOptions) {
    this.#devices = devices;
    this.#options = options;
    const { at, missing } = options;
    if (missing) writeFileSync(dirname(this.path), "");
    this.clock = new ManualClock(typeof at === "string" ? Date.parse(at) : at);
    this.home = this.#newHome();
    this.history = this.#newHistory();
  }

  /** A started history of a home with these devices, none of which has told anything yet. */
  static async start(devices: readonly DeviceDescription[], options: HistoryBenchOptions = {}): Promise<HistoryBench> {
    const bench = new HistoryBench(devices, options);
    await bench.history.start();
    return bench;
  }

  /** A device reports values, by the end of its id (`test:lamp`); null: not known any more. */
  report(
    device: string,
    values: Readonly<Record<string, Value | null>>,
    cause: ReportCause = "report",
    at?: number,
  ): void {
    const told = Object.entries(values).map(([address, value]) => ({ address, value }));
    this.home.apply([{ kind: "values", id: `test:${device}`, values: told, cause, ...(at !== undefined && { at }) }]);
  }

  /** The folder can be made from now on. */
  unblock(): void {
    rmSync(dirname(this.path));
  }

  /** Time passes, and the history looks at the home. @param ms at least 0 */
  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.history.flush();
  }

  /** The process ends and starts again after `ms`: the home knows nothing then until it is told. */
  async restart(ms: number): Promise<void> {
    await this.history.stop();
    this.clock.advance(ms);
    this.home = this.#newHome();
    this.history = this.#newHistory();
    await this.history.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.history.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #newHome(): Home {
    const { timezone = "UTC", home } = this.#options;
    return testHome(this.#devices, { timezone, ...home, clock: this.clock }).home;
  }

  #newHistory(): HomeHistory {
    const { thread = false, backend, ...given } = this.#options;
    return new HomeHistory({
      selection: { include: [], exclude: [] },
      keeping: KEEPING,
      tariff: null,
      mains: [],
      lost: () => undefined,
      ...given,
      home: this.home,
      clock: this.clock,
      backend: backend ?? this.#newBackend(thread),
      failed: (error) => this.errors.push(error),
    });
  }

  #newBackend(thread: boolean): HistoryBackend {
    if (thread) return threadBackend(this.path);
    return new LocalBackend(new SqliteHistory(this.path), () => new Promise((resolve) => setImmediate(resolve)));
  }
}
