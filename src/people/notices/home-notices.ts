import type { Clock, Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Waker } from "../waker.ts";
import { NoticeCenter } from "./center.ts";
import type { Channel } from "./channel.ts";
import { ChannelRegistry } from "./channel-registry.ts";
import { composeMessage } from "./compose.ts";
import { Dispatcher } from "./dispatcher.ts";
import { ChannelHealth } from "./health.ts";
import { HomeChannels } from "./home-channels.ts";
import type { ChannelProvider } from "./provider.ts";
import { channelSource } from "./routes.ts";
import type { ChannelStorage, NoticeStorage, OutboxStorage } from "./storage.ts";

export interface HomeNoticesOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly waker: Waker;
  readonly storage: {
    readonly notices: NoticeStorage;
    readonly channels: ChannelStorage;
    readonly outbox: OutboxStorage;
  };
  readonly ways: readonly ChannelProvider[];
  /** Channels of jia.yaml. */
  readonly configured: readonly Channel[];
  /** Base address of Jia for phones; null when it is not configured. */
  readonly link: string | null;
  /** A person's language; that of the home for everybody (null) and for unknown people. */
  readonly languageOf: (person: string | null) => Language;
  readonly isPerson: (id: string) => boolean;
  /** Called for errors that nobody awaits. */
  readonly failed: (error: unknown) => void;
  readonly newId?: () => string;
}

/** Joins the feed with the channels that send it. */
export class HomeNotices {
  readonly center: NoticeCenter;
  readonly channels: HomeChannels;
  readonly #registry: ChannelRegistry;
  readonly #dispatcher: Dispatcher;
  readonly #clock: Clock;

  constructor(options: HomeNoticesOptions) {
    const { home, clock, waker, storage, ways, configured, failed, link, languageOf, isPerson } = options;
    this.#clock = clock;
    const newId = options.newId ? { newId: options.newId } : {};
    this.#registry = new ChannelRegistry({
      storage: storage.channels,
      clock,
      ways,
      configured,
      isPerson,
      changed: () => this.#dispatcher.replan(),
      removed: (id) => this.center.end(channelSource(id)),
    });
    const health = new ChannelHealth({
      registry: this.#registry,
      tell: (notice) => this.center.tell(notice),
      end: (subject) => this.center.end(subject),
    });
    this.#dispatcher = new Dispatcher({
      clock,
      waker,
      storage: storage.outbox,
      registry: this.#registry,
      health,
      timezone: home.timezone,
      notice: (id) => this.center.get(id),
      compose: (id, notices, { person }, worthMs) =>
        composeMessage(id, notices, worthMs, {
          home: home.name,
          timezone: home.timezone,
          language: languageOf(person),
          link,
          now: clock.now(),
        }),
      failed,
      ...newId,
    });
    this.center = new NoticeCenter({
      home,
      clock,
      storage: storage.notices,
      send: (notice) => this.#dispatcher.add(notice),
      failed,
      ...newId,
    });
    this.channels = new HomeChannels({
      registry: this.#registry,
      health,
      ways,
      clock,
      home: home.name,
      standsBy: () => this.center.standsBy,
    });
  }

  /** Loads notices and channels, and continues to send. */
  async start(): Promise<void> {
    await this.#registry.start();
    await this.center.start();
    await this.#dispatcher.start();
    const now = this.#clock.now();
    const worth = this.center.list({ limit: Number.MAX_SAFE_INTEGER }).filter(({ notAfter }) => notAfter >= now);
    await this.#dispatcher.addMissed(worth.filter(({ level, endedAt }) => level === "alarm" || endedAt === null));
  }

  /** Resolves once the results of sends in progress are stored. */
  async stop(): Promise<void> {
    await this.#dispatcher.stop();
    this.center.stop();
    this.#registry.stop();
  }

  /** The number of entries that wait to be sent. */
  get waiting(): number {
    return this.#dispatcher.waiting;
  }

  /** Resolves when only timers are left; for simulations. */
  settled(): Promise<void> {
    return this.#dispatcher.settled();
  }

  /** Names of the channels with an open notice that they do not work. */
  failing(): readonly string[] {
    const open = ({ id }: { readonly id: string }) => this.center.open(channelSource(id)) !== undefined;
    return this.channels.list().flatMap((channel) => (channel.enabled && open(channel) ? [channel.name] : []));
  }
}
