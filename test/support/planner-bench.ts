import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  durationMs,
  HomePlanner,
  type MessageSource,
  type NotificationSinks,
  type PlannerEvent,
  type PlannerOptions,
  type RunStatus,
} from "../../src/automation/index.ts";
import type { DeviceDescription, HomeOptions, Value } from "../../src/home/index.ts";
import { openStore, type Store, type StoreLocation } from "../../src/store/index.ts";
import { testHome } from "./home.ts";
import { SimulatedTime } from "./simulated-time.ts";

/** Messages that a test sends. */
export class TestMessages implements MessageSource {
  readonly #listeners = new Map<string, Set<(topic: string, payload: string) => void>>();

  subscribe(filter: string, listener: (topic: string, payload: string) => void): () => void {
    const listeners = this.#listeners.get(filter) ?? new Set();
    this.#listeners.set(filter, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Filters are matched by being the same: matching belongs to the broker. */
  send(topic: string, payload: string): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(topic, payload);
  }
}

/** A planner in a home of the test's own, on a real database file, in simulated time; `restart` is a new process. */
export class PlannerBench {
  readonly time: SimulatedTime;
  readonly messages = new TestMessages();
  readonly events: PlannerEvent[] = [];
  readonly errors: unknown[] = [];
  readonly posts: { readonly url: string; readonly body: unknown }[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "jia-planner-"));
  readonly #devices: readonly DeviceDescription[];
  #over: Partial<HomeOptions>;
  readonly #location: StoreLocation;
  #planner: HomePlanner | null = null;
  #store: Store | null = null;
  #bench: ReturnType<typeof testHome> | null = null;

  constructor(
    devices: readonly DeviceDescription[],
    at: string,
    over: Partial<HomeOptions> = {},
    location?: StoreLocation,
  ) {
    this.#devices = devices;
    this.#over = over;
    this.time = new SimulatedTime(at);
    this.#location = location ?? { path: join(this.#folder, "jia.db") };
  }

  get planner(): HomePlanner {
    if (!this.#planner) throw new Error("start the bench first");
    return this.#planner;
  }

  get store(): Store {
    if (!this.#store) throw new Error("start the bench first");
    return this.#store;
  }

  get home() {
    if (!this.#bench) throw new Error("start the bench first");
    return this.#bench.home;
  }

  get transport() {
    if (!this.#bench) throw new Error("start the bench first");
    return this.#bench.transport;
  }

  async start(
    options: Partial<PlannerOptions> = {},
    state: Readonly<Record<string, Readonly<Record<string, Value>>>> = {},
  ): Promise<this> {
    this.#store = await openStore(this.#location);
    this.#bench = testHome(this.#devices, { clock: this.time, audit: this.#store.audit, ...this.#over });
    for (const [device, values] of Object.entries(state)) this.report(device, values);
    const sinks: NotificationSinks = {
      post: (url, body) => {
        this.posts.push({ url, body });
        return Promise.resolve();
      },
      say: () => Promise.resolve(true),
    };
    this.#planner = new HomePlanner({
      home: this.home,
      clock: this.time,
      scheduler: this.time,
      storage: this.#store,
      messages: this.messages,
      sinks,
      failed: (error) => this.errors.push(error),
      ...options,
    });
    this.#planner.subscribe((event) => this.events.push(event));
    await this.#planner.start();
    // What is due already is due now.
    await this.time.advanceTo(this.time.now(), () => this.settled());
    return this;
  }

  /** A device reports values; the first ones make them known. */
  report(device: string, values: Readonly<Record<string, Value>>): void {
    const list = Object.entries(values).map(([address, value]) => ({ address, value }));
    this.home.apply([{ kind: "values", id: `test:${device}`, values: list, cause: "report" }]);
  }

  isOn(light: string): Value | undefined {
    return this.home.device(`test:${light}`)?.state.get("light.on")?.value;
  }

  /** How the runs of a definition ended, oldest first. */
  async statuses(of = "test"): Promise<RunStatus[]> {
    return (await this.store.runs.list({ of, limit: 500 })).map(({ status }) => status).reverse();
  }

  settled(): Promise<void> {
    return this.planner.settled();
  }

  advanceTo(end: string): Promise<void> {
    return this.time.advanceTo(end, () => this.settled());
  }

  /** Moves on by a duration such as `10m`. */
  advance(duration: string): Promise<void> {
    return this.time.advanceTo(this.time.now() + (durationMs(duration) ?? 0), () => this.settled());
  }

  /** Starts the next process with another home: `{ location: null }`. */
  change(over: Partial<HomeOptions>): void {
    this.#over = { ...this.#over, ...over };
  }

  /** Ends the process properly and starts it again after a time in which nothing ran. */
  async restart(downFor = "0s", options: Partial<PlannerOptions> = {}): Promise<void> {
    await this.planner.stop();
    await this.store.close();
    this.time.jumpTo(this.time.now() + (durationMs(downFor) ?? 0));
    await this.start(options);
  }

  async close(): Promise<void> {
    await this.#planner?.stop();
    await this.#store?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
