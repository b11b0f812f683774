import { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { connect, type MqttClient } from "mqtt";
import { type BrokerLimits, limitsOf, NO_LIMITS, sendOptions } from "./broker-limits.ts";
import {
  type BrokerTrouble,
  brokerDetail,
  disconnectTrouble,
  NO_GREETING,
  otherProtocolOn,
  troubleOf,
} from "./broker-trouble.ts";
import { type ConnectionOptions, clientOptions, keepaliveOf, type Version } from "./connection-options.ts";
import type { Publication } from "./dialect.ts";
import { EventLoopYield } from "./event-loop-yield.ts";
import { isLocal } from "./local-host.ts";
import type { MissingFilter, Subscriptions } from "./subscriptions.ts";
import { Unacknowledged } from "./unacknowledged.ts";

/** How long a machine of the own network may take to answer at all, in milliseconds. */
const LOCAL_TCP = 2000;
/** How long a broker that is doubted may take to answer, in milliseconds. */
const DOUBT = 2000;

/** Callbacks of a session; called synchronously. */
export interface SessionListener {
  /** The broker took the connection; subscriptions follow. */
  begun(): void;
  /** All subscriptions of the beginning are answered. */
  subscribed(): void;
  message(topic: string, payload: Buffer, retained: boolean): void;
  missing(missing: MissingFilter): void;
  /** The broker refused a publication, with its reason. */
  refused(publication: Publication, reason: string): void;
}

/** How a session ended. */
export interface SessionEnd {
  /** Milliseconds that the broker kept the connection; null when it never took it. */
  readonly lived: number | null;
  readonly wrongVersion: boolean;
  /** null when it was ended by its owner. */
  readonly trouble: BrokerTrouble | null;
  /** The broker said that it was sent something wrong. */
  readonly blames: boolean;
}

/** One MQTT client from its first byte to its last. */
export class Session {
  readonly #options: ConnectionOptions;
  readonly #version: Version;
  readonly #subscriptions: Subscriptions;
  readonly #listener: SessionListener;
  #client: MqttClient | null = null;
  #since: number | null = null;
  #subscribed = false;
  #limits: BrokerLimits = NO_LIMITS;
  #trouble: BrokerTrouble | null = null;
  #wrongVersion = false;
  #blames = false;
  /** When the broker was heard last, milliseconds of `performance.now`. */
  #heardAt = 0;
  #doubting = false;
  readonly #unacknowledged = new Unacknowledged();

  constructor(options: ConnectionOptions, version: Version, subscriptions: Subscriptions, listener: SessionListener) {
    this.#options = options;
    this.#version = version;
    this.#subscriptions = subscriptions;
    this.#listener = listener;
  }

  /** The broker took the connection. */
  get connected(): boolean {
    return this.#since !== null && (this.#client?.connected ?? false);
  }

  /** Connected, and all subscriptions of the beginning are answered; answers would be missed before. */
  get subscribed(): boolean {
    return this.#subscribed && this.connected;
  }

  get limits(): BrokerLimits {
    return this.#limits;
  }

  /** Lives until the connection ends or the signal comes. */
  async run(signal: AbortSignal): Promise<SessionEnd> {
    let client: MqttClient;
    try {
      client = connect(this.#options.url, clientOptions(this.#options, this.#version));
    } catch (error) {
      // A certificate or key that is none is found out when the socket is made.
      const trouble = troubleOf(error instanceof Error ? error : new Error(String(error)));
      return { lived: null, wrongVersion: false, trouble, blames: false };
    }
    this.#client = client;
    const { promise: over, resolve: finish } = Promise.withResolvers<void>();
    client.once("close", finish);
    const aborted = () => finish();
    signal.addEventListener("abort", aborted, { once: true });
    const clear = this.#watch(client);
    if (!signal.aborted) await over;
    signal.removeEventListener("abort", aborted);
    clear();
    const lived = this.#since === null ? null : performance.now() - this.#since;
    this.#since = null;
    this.#unacknowledged.abandon();
    await end(client, signal.aborted && lived !== null);
    const trouble = signal.aborted ? null : (this.#trouble ?? (lived === null ? NO_GREETING : ENDED));
    return { lived, wrongVersion: this.#wrongVersion, trouble, blames: this.#blames };
  }

  /**
   * Sends at once.
   * @param answered called with the broker's word, where one is asked for; null: the connection ended before
   */
  publish(publication: Publication, answered?: (word: { readonly refusal: string | null } | null) => void): void {
    const { topic, payload } = publication;
    const options = sendOptions(publication, this.#limits, this.#version);
    const data = typeof payload === "string" ? payload : Buffer.from(payload);
    if (options.qos === 0) {
      this.#client?.publish(topic, data, options);
      return;
    }
    const taken = this.#unacknowledged.sent();
    this.#client?.publish(topic, data, options, (error) => {
      taken();
      const refused = error && "code" in error && typeof error.code === "number" ? error.message : null;
      if (refused !== null) this.#listener.refused(publication, refused);
      answered?.(error && refused === null ? null : { refusal: refused });
    });
  }

  /** Resolves when the broker has taken everything that was published with QoS 1 or 2 so far, or the connection is gone. */
  async flushed(): Promise<void> {
    if (this.connected) await this.#unacknowledged.flushed();
  }

  /** Sends the next SUBSCRIBE packet, if one is due. */
  subscribe(): void {
    const client = this.#client;
    if (!client || !this.connected) return;
    const { packet } = this.#limits;
    const batch = this.#subscriptions.next(packet);
    if (batch.length === 0) {
      this.#complete();
      return;
    }
    if (this.#subscriptions.isTooLarge(packet)) {
      this.#missing(this.#subscriptions.unsendable());
      this.subscribe();
      return;
    }
    const qos = this.#options.subscribeQos ?? 1;
    client.subscribe([...batch], { qos }, (error, _granted, answer) => {
      // Without an answer the connection has ended: `ended` of the subscriptions looks at what was asked.
      if (client !== this.#client || !this.connected || (error && !answer)) return;
      this.#missing(this.#subscriptions.answered((answer?.granted ?? []).map(Number)));
      this.#complete();
      this.subscribe();
    });
  }

  unsubscribe(filters: readonly string[]): void {
    if (filters.length > 0 && this.connected) this.#client?.unsubscribe([...filters]);
  }

  /** Pings the broker after a missing answer, and ends the connection if it does not reply. */
  doubt(): void {
    const client = this.#client;
    if (!client || !this.connected || this.#doubting) return;
    this.#doubting = true;
    const asked = performance.now();
    client.sendPing();
    setTimeout(() => {
      this.#doubting = false;
      if (this.#heardAt < asked) this.#silent(client);
    }, DOUBT).unref();
  }

  /** Attaches the listeners of the client; the returned function ends the timers. */
  #watch(client: MqttClient): () => void {
    const timers: NodeJS.Timeout[] = [];
    const { stream } = client;
    if (stream instanceof Socket && isLocal(this.#options.url)) {
      const late = setTimeout(() => {
        const timedOut = Object.assign(new Error(`no answer in ${LOCAL_TCP / 1000} s`), { code: "ETIMEDOUT" });
        if (stream.connecting) stream.destroy(timedOut);
      }, LOCAL_TCP).unref();
      timers.push(late);
    }
    // Before the parser of mqtt.js, which only says what is wrong with the bytes.
    stream.prependOnceListener("data", (first: Buffer) => {
      this.#trouble ??= otherProtocolOn(first);
    });
    client.on("error", (error) => {
      this.#trouble ??= troubleOf(error);
      if (refusesVersion(error)) this.#wrongVersion = true;
    });
    client.on("disconnect", ({ reasonCode = 0, properties }) => {
      this.#trouble = disconnectTrouble(reasonCode, properties?.reasonString ?? "");
      this.#blames = BLAMING.has(reasonCode);
    });
    client.on("packetreceive", () => {
      this.#heardAt = performance.now();
    });
    const pace = new EventLoopYield();
    client.handleMessage = (_packet, done) => pace.handled(done);
    client.on("message", (topic, payload, { retain }) => this.#listener.message(topic, payload, retain));
    client.once("connect", (packet) => {
      this.#since = performance.now();
      this.#heardAt = this.#since;
      // A command is one small packet: held back for more to come (Nagle), it would be 40 ms late.
      if (stream instanceof Socket) stream.setNoDelay(true);
      this.#limits = limitsOf(packet);
      timers.push(this.#beat(client));
      this.#listener.begun();
      this.subscribe();
    });
    return () => {
      for (const timer of timers) clearInterval(timer);
    };
  }

  /**
   * Notices within the keep-alive that nobody answers any more. mqtt.js counts from what was *sent* last, and so never
   * notices while commands go out.
   */
  #beat(client: MqttClient): NodeJS.Timeout {
    const ms = keepaliveOf(this.#options) * 1000;
    return setInterval(() => {
      const silence = performance.now() - this.#heardAt;
      if (silence >= ms) this.#silent(client);
      else if (silence >= ms / 2) client.sendPing();
    }, ms / 4).unref();
  }

  #silent(client: MqttClient): void {
    if (client !== this.#client || !this.connected) return;
    const seconds = Math.round((performance.now() - this.#heardAt) / 1000);
    this.#trouble = { cause: "no-answer", detail: brokerDetail("silentFor", { seconds }) };
    client.stream.destroy();
  }

  #complete(): void {
    if (this.#subscribed || !this.#subscriptions.complete) return;
    this.#subscribed = true;
    this.#listener.subscribed();
  }

  #missing(all: readonly MissingFilter[]): void {
    for (const missing of all) this.#listener.missing(missing);
  }
}

const ENDED: BrokerTrouble = { cause: "ended", detail: brokerDetail("closed") };

/** Reasons of DISCONNECT with which a broker says that it was sent something wrong. */
const BLAMING: ReadonlySet<number> = new Set([129, 130, 144, 149, 153, 154, 155]);

/** Whether a broker does not speak the version: reason 0x84 of MQTT 5, return code 1 of a broker that answers in 3.1.1. */
function refusesVersion(error: Error): boolean {
  return "code" in error && (error.code === 0x84 || error.code === 1);
}

/** Ends a client: in order when it is connected, within half a second. Never throws. */
async function end(client: MqttClient, inOrder: boolean): Promise<void> {
  client.on("error", () => {}); // What a dying socket says is of no interest.
  if (inOrder && client.connected) {
    await Promise.race([client.endAsync(false).catch(() => {}), wait(500, undefined, { ref: false })]);
  }
  await Promise.race([client.endAsync(true).catch(() => {}), wait(500, undefined, { ref: false })]);
}
