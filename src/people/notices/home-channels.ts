import { type Clock, JiaError } from "../../home/index.ts";
import { type Language, messages } from "../../language/index.ts";
import type { ChannelDraft, ChannelInfo, ChannelPatch, Channels, TestResult } from "./channel-port.ts";
import type { ChannelRegistry } from "./channel-registry.ts";
import type { ChannelHealth } from "./health.ts";
import type { ChannelProvider } from "./provider.ts";

export interface HomeChannelsOptions {
  readonly registry: ChannelRegistry;
  readonly ways: readonly ChannelProvider[];
  readonly health: ChannelHealth;
  readonly clock: Clock;
  /** The name of the home. */
  readonly home: string;
  readonly standsBy: () => boolean;
}

/** How long a test message is kept for a phone that is off, and how long sending it may take. Milliseconds. */
const TEST_WORTH_MS = 300_000;
const TEST_MS = 20_000;

/** The port of one home's channels: secrets go in and never come out. */
export class HomeChannels implements Channels {
  readonly #options: HomeChannelsOptions;

  constructor(options: HomeChannelsOptions) {
    this.#options = options;
  }

  get standsBy(): boolean {
    return this.#options.standsBy();
  }

  get ways(): Channels["ways"] {
    return this.#options.ways;
  }

  list(): readonly ChannelInfo[] {
    const { registry } = this.#options;
    return registry.all().map((channel) => registry.info(channel));
  }

  get(id: string): ChannelInfo {
    const { registry } = this.#options;
    return registry.info(registry.known(id));
  }

  holding(way: string, field: string, secret: string): ChannelInfo | undefined {
    const { registry } = this.#options;
    const found = registry.all().find((channel) => channel.way === way && channel.secrets[field] === secret);
    return found && registry.info(found);
  }

  async add(draft: ChannelDraft): Promise<ChannelInfo> {
    return this.#options.registry.info(await this.#active().add(draft));
  }

  async change(id: string, patch: ChannelPatch): Promise<ChannelInfo> {
    return this.#options.registry.info(await this.#active().change(id, patch));
  }

  async remove(id: string): Promise<ChannelInfo> {
    const channel = await this.#active().remove(id);
    return this.#options.registry.info(channel);
  }

  async test(id: string, language: Language): Promise<TestResult> {
    const { clock, home, health } = this.#options;
    const registry = this.#active();
    const channel = registry.known(id);
    const words = messages(language).notices;
    const message = {
      id: crypto.randomUUID(),
      level: "info",
      title: home,
      text: words.test({ name: channel.name }),
      parts: [],
      act: null,
      link: null,
      worthMs: TEST_WORTH_MS,
      at: clock.now(),
    } as const;
    const sent = await registry.wayOf(channel)?.send(message, channel, AbortSignal.timeout(TEST_MS));
    if (sent?.kind === "sent") {
      await health.worked(channel, clock.now(), sent.replaces === true);
      return { ok: true };
    }
    return { ok: false, why: sent?.why ?? "" };
  }

  quietUntil(person: string | null): number | null {
    return this.#options.registry.quietUntil(person);
  }

  async setQuietUntil(person: string | null, until: number | null): Promise<void> {
    await this.#active().setQuietUntil(person, until);
  }

  /** @throws JiaError `stands-by` */
  #active(): ChannelRegistry {
    if (this.standsBy) throw new JiaError("stands-by");
    return this.#options.registry;
  }
}
