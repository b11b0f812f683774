import type { MessageSource } from "../automation/index.ts";
import { Connection, type ConnectionListener, type ConnectionOptions } from "../bridge/index.ts";
import { type Clock, topicFits } from "../home/index.ts";

type Listener = (topic: string, payload: string, retained: boolean) => void;

/** The longest payload that a trigger gets, in bytes. */
const MAX_PAYLOAD = 64 * 1024;

/** Whether retained messages are passed on too. */
export type RetainedHandling = "with-kept" | "without-kept";

/**
 * Subscribes to topics for MQTT triggers and presence, over a connection of its own that the first subscription
 * opens. For triggers, retained messages start nothing: they did not happen now.
 */
export class TopicSubscriptions implements MessageSource {
  readonly #options: ConnectionOptions;
  readonly #clock: Clock;
  readonly #kept: RetainedHandling;
  readonly #warn: (text: string) => void;
  /** Listeners, keyed by topic filter. */
  readonly #listeners = new Map<string, Set<Listener>>();
  #connection: Connection | null = null;

  constructor(
    options: ConnectionOptions,
    clock: Clock,
    warn: (text: string) => void,
    kept: RetainedHandling = "without-kept",
  ) {
    this.#kept = kept;
    this.#options = options;
    this.#clock = clock;
    this.#warn = warn;
  }

  subscribe(filter: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(filter) ?? new Set();
    this.#listeners.set(filter, listeners.add(listener));
    if (listeners.size === 1) this.#connected().subscribe([filter]);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.#listeners.delete(filter);
      this.#connection?.unsubscribe([filter]);
    };
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
    await this.#connection?.stop();
    this.#connection = null;
  }

  #connected(): Connection {
    if (this.#connection) return this.#connection;
    const ignore = (): void => undefined;
    const listener: ConnectionListener = {
      message: ({ topic, payload, retained }) => {
        if (retained && this.#kept === "without-kept") return;
        if (payload.byteLength <= MAX_PAYLOAD) this.#dispatch(topic, Buffer.from(payload).toString("utf8"), retained);
      },
      connected: ignore,
      disconnected: ignore,
      problem: ({ detail }) => this.#warn(`MQTT topics: ${detail}`),
    };
    this.#connection = new Connection(this.#options, [], listener, () => this.#clock.now());
    this.#connection.start();
    return this.#connection;
  }

  #dispatch(topic: string, payload: string, retained: boolean): void {
    for (const [filter, listeners] of this.#listeners) {
      if (topicFits(filter, topic)) for (const listener of [...listeners]) listener(topic, payload, retained);
    }
  }
}
