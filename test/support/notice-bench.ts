import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeviceDescription, HomeOptions, Value } from "../../src/home/index.ts";
import { NoticeCenter, type NoticeEvent } from "../../src/people/notices/index.ts";
import { openStore, type Store, type StoreLocation } from "../../src/store/index.ts";
import { testHome } from "./home.ts";
import { SimulatedTime } from "./simulated-time.ts";

export interface NoticeBenchOptions {
  readonly devices?: readonly DeviceDescription[];
  readonly at?: string;
  readonly location?: StoreLocation;
  readonly home?: Partial<HomeOptions>;
}

/** A feed over a home of the test's own, on a real database, in simulated time; `restart` is a new process. */
export class NoticeBench {
  readonly time: SimulatedTime;
  readonly events: NoticeEvent[] = [];
  readonly errors: unknown[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "jia-notices-"));
  readonly #options: NoticeBenchOptions;
  #parts: { readonly store: Store; readonly notices: NoticeCenter; readonly test: ReturnType<typeof testHome> } | null =
    null;
  #ids = 0;

  constructor(options: NoticeBenchOptions = {}) {
    this.#options = options;
    this.time = new SimulatedTime(options.at ?? "2026-11-30T12:00:00Z");
  }

  /** The file of the database, where no other was given. */
  get path(): string {
    return join(this.#folder, "jia.db");
  }

  get notices(): NoticeCenter {
    return this.#started.notices;
  }

  get store(): Store {
    return this.#started.store;
  }

  get home() {
    return this.#started.test.home;
  }

  get transport() {
    return this.#started.test.transport;
  }

  get #started() {
    if (!this.#parts) throw new Error("start the bench first");
    return this.#parts;
  }

  async start(): Promise<this> {
    const { devices = [], location = { path: this.path }, home } = this.#options;
    const store = await openStore(location, this.time);
    const test = testHome(devices, { clock: this.time, ...home });
    const notices = new NoticeCenter({
      home: test.home,
      clock: this.time,
      storage: store.notices,
      failed: (error) => this.errors.push(error),
      newId: () => `n${++this.#ids}`,
    });
    this.#parts = { store, notices, test };
    notices.subscribe((event) => this.events.push(event));
    await notices.start();
    return this;
  }

  /** A device reports values. */
  report(device: string, values: Readonly<Record<string, Value>>): void {
    const list = Object.entries(values).map(([address, value]) => ({ address, value }));
    this.home.apply([{ kind: "values", id: `test:${device}`, values: list, cause: "report" }]);
  }

  /** Ends without a word to anybody, and starts again. */
  async restart(): Promise<void> {
    this.notices.stop();
    await this.store.close();
    await this.start();
  }

  async close(): Promise<void> {
    this.#parts?.notices.stop();
    await this.#parts?.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
