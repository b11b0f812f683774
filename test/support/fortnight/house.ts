import { pino } from "pino";
import { createModes, modesForAutomations, notifyOfModes, PolicyMode } from "../../../src/app/modes.ts";
import { outletsOf } from "../../../src/app/notices.ts";
import { HomePlanner } from "../../../src/automation/index.ts";
import { HomeHistory, LocalBackend } from "../../../src/history/index.ts";
import { type Home, type HomeFile, systemClock, topicFits } from "../../../src/home/index.ts";
import { HomePeople, type PresenceTopics } from "../../../src/people/index.ts";
import type { HomeModes } from "../../../src/people/modes/index.ts";
import { HomeNotices } from "../../../src/people/notices/index.ts";
import { PostgresHistory } from "../../../src/store/history/index.ts";
import { openStore, type Store } from "../../../src/store/index.ts";
import { LeaseRepository } from "../../../src/store/leases.ts";
import { KEEPING } from "../history.ts";
import { testHome } from "../home.ts";
import type { SimulatedTime } from "../simulated-time.ts";
import type { LifeEvent, Member } from "./life.ts";

/** The house as it is, whoever runs: what its devices are, and what its router says. */
export class World {
  readonly file: HomeFile;
  readonly time: SimulatedTime;
  /** Keyed by device, then by address: what a device would say if it was asked. */
  readonly values = new Map<string, Map<string, boolean | number | string>>();
  readonly #kept = new Map<string, string>();
  readonly #instances = new Set<Instance>();

  constructor(file: HomeFile, time: SimulatedTime) {
    this.file = file;
    this.time = time;
  }

  join(instance: Instance): void {
    this.#instances.add(instance);
  }

  leave(instance: Instance): void {
    this.#instances.delete(instance);
  }

  /** The broker's topics for one instance; what is retained is given at once. */
  topicsFor(instance: Instance): PresenceTopics {
    return {
      subscribe: (filter, listener) => {
        instance.listeners.set(filter, listener);
        for (const [topic, payload] of this.#kept) if (topicFits(filter, topic)) listener(topic, payload, true);
        return () => instance.listeners.delete(filter);
      },
    };
  }

  /** Something happens, and everybody who runs hears of it. */
  happen(deed: Exclude<LifeEvent, { kind: "mode" }>): void {
    if (deed.kind === "sign") {
      const topic = topicOf(deed.person);
      const payload = deed.home ? "home" : "not_home";
      this.#kept.set(topic, payload);
      for (const { listeners } of this.#instances) {
        for (const [filter, listener] of listeners) if (topicFits(filter, topic)) listener(topic, payload, false);
      }
      return;
    }
    const { device, address, value } = deed;
    const known = this.values.get(device) ?? new Map<string, boolean | number | string>();
    this.values.set(device, known.set(address, value));
    for (const { home } of this.#instances) {
      home.apply([{ kind: "values", id: `test:${device}`, values: [{ address, value }], cause: "report" }]);
    }
  }
}

/** What the router says of a person's phone. */
export function topicOf(person: Member): string {
  return `router/clients/${person}`;
}

/** One process of Jia in the house, over the common database. */
export class Instance {
  readonly home: Home;
  readonly people: HomePeople;
  readonly notices: HomeNotices;
  readonly modes: HomeModes;
  readonly planner: HomePlanner;
  readonly history: HomeHistory;
  /** Keyed by topic filter. */
  readonly listeners = new Map<string, (topic: string, payload: string, retained: boolean) => void>();
  readonly errors: unknown[] = [];
  readonly #world: World;
  readonly #store: Store;
  #untell: () => void = () => undefined;
  #telling = 0;

  private constructor(world: World, store: Store) {
    this.#world = world;
    this.#store = store;
    const { time, file } = world;
    const failed = (error: unknown): void => void this.errors.push(error);
    const present = new PolicyMode();
    const log = pino({ level: "silent" });
    this.people = new HomePeople({
      ...{ storage: store.people, pins: store.pins, tokens: store.tokens, presence: store.presence },
      ...{ clock: time, failed, standsBy: () => this.planner.standsBy },
    });
    const devices = file.devices.map(({ id, name, aliases, room, model, spec }) => ({
      ...{ id: `test:${id}`, name, aliases, room, model, spec },
      ...{ dialect: "test", reports: true },
    }));
    const { floors, rooms, timezone, location, language } = file;
    this.home = testHome(devices, {
      ...{ floors, rooms, timezone, location, language, clock: time, audit: store.audit },
      ...{ people: this.people, pins: this.people.pins, mode: () => present.id() },
    }).home;
    this.notices = new HomeNotices({
      ...{ home: this.home, clock: time, waker: time, storage: store, failed },
      ...{ ways: [], configured: [], link: null, languageOf: () => "en", isPerson: () => true },
    });
    this.modes = createModes({
      ...{ home: this.home, store, people: this.people, clock: time, log },
      planner: () => this.planner,
    });
    present.follow(this.modes);
    this.planner = new HomePlanner({
      ...{ home: this.home, clock: time, scheduler: time, storage: store, messages: null, failed },
      // A lease is about real processes: it goes by the time that really passes.
      lease: new LeaseRepository(store.database, systemClock, "planner"),
      beforeActive: async () => {
        await this.people.takeOver();
        await this.modes.reload();
        await this.notices.start();
      },
      onceActive: () => this.people.presences.look(),
      afterActive: () => this.notices.stop(),
      household: modesForAutomations(this.modes),
      sinks: outletsOf(this.notices.center, () => Promise.resolve()),
    });
    this.history = new HomeHistory({
      ...{ home: this.home, clock: time, failed, tariff: null, mains: [], lost: () => undefined, keeping: KEEPING },
      backend: new LocalBackend(
        new PostgresHistory(store.database),
        () => new Promise((resolve) => setImmediate(resolve)),
      ),
      holds: () => !this.planner.standsBy,
      selection: { include: [], exclude: [] },
    });
  }

  /** A process starts: what devices and the broker had kept is told to it first. */
  static async start(world: World, url: string): Promise<Instance> {
    const store = await openStore({ url }, world.time, () => undefined);
    const instance = new Instance(world, store);
    for (const [device, values] of world.values) {
      const told = [...values].map(([address, value]) => ({ address, value }));
      instance.home.apply([{ kind: "values", id: `test:${device}`, values: told, cause: "retained" }]);
    }
    await instance.#start();
    world.join(instance);
    return instance;
  }

  async #start(): Promise<void> {
    const { home, people, modes, planner, history, notices } = this;
    const room = (name: string): string | null => home.layout.findRoom(name)?.id ?? null;
    await people.start({ zone: home.timezone, room });
    await modes.start();
    await planner.start();
    const topics = this.#world.topicsFor(this);
    people.watch({ home, topics, wakes: this.#world.time, room });
    await history.start();
    const untell = notifyOfModes(modes, notices.center, (error) => this.errors.push(error));
    const count = modes.subscribe((event) => {
      if (event.type !== "mode-began") return;
      this.#telling += 1;
      void event.report.finally(() => setImmediate(() => (this.#telling -= 1)));
    });
    this.#untell = () => {
      untell();
      count();
    };
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.planner.settled();
    await this.modes.settled();
    await this.people.presences.settled();
    while (this.#telling > 0) await new Promise((resolve) => setImmediate(resolve));
    await this.planner.settled();
  }

  async stop(): Promise<void> {
    this.#world.leave(this);
    this.#untell();
    this.people.stop();
    await this.settled();
    await this.history.stop();
    this.modes.stop();
    await this.planner.stop();
    await this.#store.close();
  }
}
