import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Channel } from "./channel.ts";
import type { ChannelRegistry } from "./channel-registry.ts";
import type { NewNotice } from "./port.ts";
import { channelSource } from "./routes.ts";

/** A channel is reported after failing this long, in milliseconds, and for this many messages. */
const FAILING_MS = 5 * 60_000;
const FAILURES = 3;

export interface ChannelHealthOptions {
  readonly registry: ChannelRegistry;
  readonly tell: (notice: NewNotice) => Promise<unknown>;
  readonly end: (subject: string) => Promise<void>;
}

/** Records the result of sending by each channel, and reports channels that do not work. */
export class ChannelHealth {
  readonly #options: ChannelHealthOptions;

  constructor(options: ChannelHealthOptions) {
    this.#options = options;
  }

  async worked(channel: Channel, now: number, replaces: boolean): Promise<void> {
    const { registry, end } = this.#options;
    const before = registry.state(channel.id);
    await registry.saveState({
      channel: channel.id,
      failures: 0,
      failingSince: null,
      failure: null,
      workedAt: now,
      replaces: replaces || before.replaces,
    });
    if (before.failures > 0) await end(channelSource(channel.id));
  }

  /** Records a failure that may pass by itself. */
  async failed(channel: Channel, now: number, why: Phrase): Promise<void> {
    const { failures, failingSince } = await this.#note(channel, now, why);
    if (failures >= FAILURES && now - failingSince >= FAILING_MS) await this.#tell(channel, why);
  }

  /** Records a permanent failure; a channel whose receiver is gone is deleted. */
  async refused(
    channel: Channel,
    now: number,
    { why, gone }: { readonly why: Phrase; readonly gone: boolean },
  ): Promise<void> {
    const { registry, tell } = this.#options;
    if (!gone) {
      await this.#note(channel, now, why);
      await this.#tell(channel, why);
      return;
    }
    await registry.drop(channel.id);
    const source = channelSource(channel.id);
    const text = message("notices.channelGone", { name: channel.name });
    await tell({ level: "info", text, subject: source, source, to: channel.person === null ? null : [channel.person] });
  }

  async #note(channel: Channel, now: number, failure: Phrase): Promise<{ failures: number; failingSince: number }> {
    const { registry } = this.#options;
    const before = registry.state(channel.id);
    const failingSince = before.failingSince ?? now;
    const failures = before.failures + 1;
    await registry.saveState({ ...before, failures, failingSince, failure });
    return { failures, failingSince };
  }

  async #tell({ id, name }: Channel, why: Phrase): Promise<void> {
    const source = channelSource(id);
    const text = message("notices.channelFails", { name, why });
    await this.#options.tell({ level: "warning", text, subject: source, source, lasting: true });
  }
}
