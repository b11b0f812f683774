import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vapid, waysToSend } from "../../src/app/channels/index.ts";
import { OutgoingPost } from "../../src/app/outgoing.ts";
import { durationMs } from "../../src/automation/index.ts";
import type { DeviceDescription, HomeOptions, ReportCause, Value } from "../../src/home/index.ts";
import { TOKEN_PREFIX } from "../../src/people/index.ts";
import {
  type Channel,
  type ChannelDraft,
  type ChannelInfo,
  HomeNotices,
  type NewNotice,
  type NoticeCenter,
  type NoticeEvent,
} from "../../src/people/notices/index.ts";
import { openStore, type Store, type StoreLocation } from "../../src/store/index.ts";
import { testHome } from "./home.ts";
import { personOf } from "./people-of.ts";
import type { Receiver } from "./receivers/receiver.ts";
import { SimulatedTime } from "./simulated-time.ts";

export interface NoticeBenchOptions {
  readonly devices?: readonly DeviceDescription[];
  readonly at?: string;
  readonly location?: StoreLocation;
  readonly home?: Partial<HomeOptions>;
  /** Servers that may be sent to, started already. */
  readonly receivers?: readonly Receiver[];
  readonly configured?: readonly Channel[];
  /** Languages of the people, keyed by id. */
  readonly people?: Readonly<Record<string, string>>;
  /** Who of them is no adult. */
  readonly children?: readonly string[];
  readonly link?: string;
}

/** How long a server of a test may take to answer, in milliseconds. */
const ANSWER_MS = 250;

interface Parts {
  readonly store: Store;
  readonly all: HomeNotices;
  readonly vapid: Vapid;
  readonly test: ReturnType<typeof testHome>;
}

/** A feed with ways to send it, over a home of the test's own, on a real database, in simulated time; `restart` is a new process. */
export class NoticeBench {
  readonly time: SimulatedTime;
  readonly events: NoticeEvent[] = [];
  readonly errors: unknown[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "jia-notices-"));
  readonly #options: NoticeBenchOptions;
  #parts: Parts | null = null;
  #ids = 0;

  constructor(options: NoticeBenchOptions = {}) {
    this.#options = options;
    this.time = new SimulatedTime(options.at ?? "2026-11-30T12:00:00Z");
  }

  /** The file of the database, where no other was given. */
  get path(): string {
    return join(this.#folder, "jia.db");
  }

  get all(): HomeNotices {
    return this.#started.all;
  }

  get notices(): NoticeCenter {
    return this.#started.all.center;
  }

  get channels(): HomeNotices["channels"] {
    return this.#started.all.channels;
  }

  /** What the API takes. */
  get told() {
    return { notices: this.notices, channels: this.channels, push: this.vapid, people: this.people };
  }

  /** The people as the API knows them: the token `jiap_emma` acts as Emma. */
  get people() {
    const { people = {}, children = [] } = this.#options;
    const all = Object.keys(people).map((id) => personOf(id, children.includes(id) ? "child" : "adult"));
    const get = (id: string) => all.find((person) => person.id === id);
    const personOfToken = (token: string) => Promise.resolve(get(token.replace(TOKEN_PREFIX, ""))?.id ?? null);
    return {
      get,
      list: () => all,
      named: (called: string) => all.find(({ id, name }) => id === called || name === called),
      tokens: { personOf: personOfToken },
    };
  }

  get vapid(): Vapid {
    return this.#started.vapid;
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

  get #started(): Parts {
    if (!this.#parts) throw new Error("start the bench first");
    return this.#parts;
  }

  async start(): Promise<this> {
    const { devices = [], location = { path: this.path }, home, receivers = [], people = {} } = this.#options;
    const store = await openStore(location, this.time);
    const test = testHome(devices, { clock: this.time, timezone: "UTC", ...home });
    const outgoing = new OutgoingPost(
      receivers.map(({ origin }) => origin),
      undefined,
      ANSWER_MS,
    );
    const vapid = new Vapid(store.settings, this.time, "mailto:someone@example.org");
    const all = new HomeNotices({
      home: test.home,
      clock: this.time,
      waker: this.time,
      storage: store,
      ways: waysToSend(outgoing, vapid),
      configured: this.#options.configured ?? [],
      link: this.#options.link ?? null,
      languageOf: (person) => people[person ?? ""] ?? test.home.language,
      isPerson: (id) => id in people,
      failed: (error) => this.errors.push(error),
      newId: () => `n${++this.#ids}`,
    });
    this.#parts = { store, all, vapid, test };
    all.center.subscribe((event) => this.events.push(event));
    await all.start();
    await all.settled();
    return this;
  }

  /** Tells people something; resolves when what was sent of it at once has come to rest. */
  async tell(notice: Partial<NewNotice> & Pick<NewNotice, "text">): Promise<void> {
    const { text } = notice;
    await this.notices.tell({ level: "info", subject: String(text), source: "test", ...notice });
    await this.all.settled();
  }

  async add(draft: Partial<ChannelDraft> & Pick<ChannelDraft, "way" | "values">): Promise<ChannelInfo> {
    return await this.channels.add({ name: draft.way, ...draft });
  }

  /** Moves on by a duration such as `10m`, or to a moment. */
  async advance(by: string): Promise<void> {
    const end = /^\d{4}/.test(by) ? Date.parse(by) : this.time.now() + (durationMs(by) ?? 0);
    await this.time.advanceTo(end, () => this.all.settled());
  }

  /** A device reports values. */
  report(device: string, values: Readonly<Record<string, Value>>, cause: ReportCause = "report"): void {
    const list = Object.entries(values).map(([address, value]) => ({ address, value }));
    this.home.apply([{ kind: "values", id: `test:${device}`, values: list, cause }]);
  }

  /** Ends without a word to anybody, and starts again after a time in which nothing ran. */
  async restart(downFor = "0s"): Promise<void> {
    await this.all.stop();
    await this.store.close();
    this.time.jumpTo(this.time.now() + (durationMs(downFor) ?? 0));
    await this.start();
  }

  async close(): Promise<void> {
    await this.#parts?.all.stop();
    await this.#parts?.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
