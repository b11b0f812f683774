import { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { connect, type MqttClient } from "mqtt";
import { cleanText, JiaError } from "../home/index.ts";
import { backoff } from "./backoff.ts";
import { type ConnectionOptions, clientOptions, shownUrl, type Version } from "./connection-options.ts";
import type { InboundMessage, Problem, Publication } from "./dialect.ts";
import { pause } from "./pause.ts";
import { ReplayGuard } from "./replay.ts";
import { Unacknowledged } from "./unacknowledged.ts";

export type { ConnectionOptions } from "./connection-options.ts";

/** What the connection tells its owner; called synchronously. */
export interface ConnectionListener {
  message(message: InboundMessage): void;
  /** Connected and subscribed to everything again. */
  connected(): void;
  disconnected(): void;
  problem(problem: Problem): void;
}

export interface ConnectionStatus {
  /** Without user name and password. */
  readonly url: string;
  /** Connected and subscribed to everything. */
  readonly connected: boolean;
  /** null before the first connection. */
  readonly version: Version | null;
  /** Connections made so far, counted when they were subscribed to everything. */
  readonly connections: number;
  /** Failed attempts since the last connection. */
  readonly failures: number;
  /** Why the last attempt failed or the connection broke; null when nothing went wrong yet. */
  readonly lastError: string | null;
}

/** A connection that lived shorter than this, in milliseconds, counts as a failure: two clients with one id must not storm. */
const SHORT = 5000;
/** Filters in one SUBSCRIBE packet. */
const BATCH = 500;

/**
 * One MQTT connection that comes back by itself. Each attempt is a new client with a clean session: what was not
 * delivered when the connection broke is never sent later, because a late command is worse than a lost one.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  readonly #now: () => number;
  readonly #filters: Set<string>;
  readonly #replay = new ReplayGuard(() => performance.now());
  #client: MqttClient | null = null;
  /** Whether the present client has all its subscriptions: before, answers would be missed. */
  #subscribed = false;
  #stopped = new AbortController();
  #running: Promise<void> | null = null;
  #version: Version | null = null;
  #connections = 0;
  #failures = 0;
  #lastError: string | null = null;
  /** Those who wait for the first connection. */
  readonly #waiting = new Set<() => void>();
  /** Of the present client. */
  #unacknowledged = new Unacknowledged();

  /** @param now milliseconds since the epoch, stamped on messages */
  constructor(options: ConnectionOptions, filters: readonly string[], listener: ConnectionListener, now: () => number) {
    this.#options = options;
    this.#filters = new Set(filters);
    this.#listener = listener;
    this.#now = now;
  }

  /** Connected and subscribed to everything: what is asked from now on is answered to somebody who listens. */
  get connected(): boolean {
    return this.#subscribed && (this.#client?.connected ?? false);
  }

  get status(): ConnectionStatus {
    return {
      url: shownUrl(this.#options.url),
      connected: this.connected,
      version: this.#version,
      connections: this.#connections,
      failures: this.#failures,
      lastError: this.#lastError,
    };
  }

  /** Starts connecting, and goes on until `stop` or the signal. Does not wait for the broker: see `ready`. */
  start(signal?: AbortSignal): void {
    if (this.#running !== null) return;
    this.#stopped = new AbortController();
    const stop = signal ? AbortSignal.any([signal, this.#stopped.signal]) : this.#stopped.signal;
    this.#running = this.#run(stop);
  }

  /**
   * Waits for the connection.
   * @throws JiaError `broker-unreachable` when it is not there in `timeout` milliseconds
   */
  async ready(timeout: number): Promise<void> {
    if (this.connected) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    const late = setTimeout(resolve, timeout);
    await promise;
    clearTimeout(late);
    this.#waiting.delete(resolve);
    if (this.connected) return;
    const detail = this.#lastError ?? `no answer in ${timeout / 1000} s`;
    throw new JiaError("broker-unreachable", { url: shownUrl(this.#options.url), detail });
  }

  /** Ends the connection in order (no last will) and stops coming back. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    // Nobody waits for what does not come any more.
    for (const resolve of this.#waiting) resolve();
    await this.#running;
    this.#running = null;
  }

  /** Sends at once, or not at all. Returns false when there is no connection. */
  publish({ topic, payload, qos, retain }: Publication): boolean {
    if (!this.#client?.connected) return false;
    const data = typeof payload === "string" ? payload : Buffer.from(payload);
    if (qos === 0) {
      this.#client.publish(topic, data, { qos, retain });
      return true;
    }
    this.#client.publish(topic, data, { qos, retain }, this.#unacknowledged.sent());
    return true;
  }

  /** Resolves when the broker has taken everything that was published with QoS 1 or 2 so far, or the connection is gone. */
  async flushed(): Promise<void> {
    if (this.#client?.connected) await this.#unacknowledged.flushed();
  }

  subscribe(filters: readonly string[]): void {
    const added = filters.filter((filter) => !this.#filters.has(filter));
    for (const filter of added) this.#filters.add(filter);
    const client = this.#client;
    if (added.length > 0 && client?.connected) void this.#subscribeAll(client, added);
  }

  unsubscribe(filters: readonly string[]): void {
    const gone = filters.filter((filter) => this.#filters.delete(filter));
    if (gone.length > 0 && this.#client?.connected) this.#client.unsubscribe(gone);
  }

  async #run(signal: AbortSignal): Promise<void> {
    let version: Version = this.#options.version === "3.1.1" ? "3.1.1" : "5";
    const mayFallBack = this.#options.version === undefined || this.#options.version === "auto";
    while (!signal.aborted) {
      const attempt = await this.#attempt(version, signal);
      if (attempt === "wrong-version" && version === "5" && mayFallBack) {
        version = "3.1.1";
        continue;
      }
      if (signal.aborted) return;
      this.#failures = attempt === "lived" ? 0 : this.#failures + 1;
      await pause(backoff(Math.max(1, this.#failures), this.#options.backoff ?? {}), signal);
    }
  }

  /** One connection from beginning to end. `lived`: it was there for some time. */
  async #attempt(version: Version, signal: AbortSignal): Promise<"lived" | "failed" | "wrong-version"> {
    let client: MqttClient;
    try {
      client = connect(this.#options.url, clientOptions(this.#options, version));
    } catch (error) {
      // A certificate or key that is none is found out when the socket is made.
      this.#failed(error);
      return "failed";
    }
    const { promise: over, resolve: finish } = Promise.withResolvers<void>();
    const aborted = () => finish();
    client.once("close", aborted);
    signal.addEventListener("abort", aborted, { once: true });
    let result: "lived" | "failed" | "wrong-version" = "failed";
    let since: number | null = null;
    client.on("error", (error) => {
      this.#failed(error);
      if (refusesVersion(error)) result = "wrong-version";
    });
    client.on("message", (topic, payload, packet) => this.#receive(topic, payload, packet.retain));
    client.once("connect", () => {
      since = performance.now();
      // A command is one small packet: held back for more to come (Nagle), it would be 40 ms late.
      if (client.stream instanceof Socket) client.stream.setNoDelay(true);
      this.#client = client;
      this.#version = version;
      this.#lastError = null;
      void this.#subscribeAll(client, [...this.#filters]).then(() => {
        if (this.#client !== client || !client.connected) return;
        this.#subscribed = true;
        this.#connections += 1;
        this.#listener.connected();
        for (const resolve of this.#waiting) resolve();
      });
    });
    await over;
    signal.removeEventListener("abort", aborted);
    if (since !== null) {
      this.#client = null;
      this.#subscribed = false;
      this.#unacknowledged.abandon();
      this.#unacknowledged = new Unacknowledged();
      if (performance.now() - since > SHORT) result = "lived";
      this.#listener.disconnected();
    }
    await end(client, signal.aborted && since !== null);
    return result;
  }

  #failed(error: unknown): void {
    if (!(error instanceof Error)) return;
    this.#lastError = cleanText(error.message || String("code" in error ? error.code : error.name), 200);
  }

  async #subscribeAll(client: MqttClient, filters: readonly string[]): Promise<void> {
    const qos = this.#options.subscribeQos ?? 1;
    this.#replay.subscribed();
    for (let start = 0; start < filters.length; start += BATCH) {
      const batch = filters.slice(start, start + BATCH);
      try {
        const grants = await client.subscribeAsync([...batch], { qos });
        for (const grant of grants) if (grant.qos >= 128) this.#refused(grant.topic, "the broker refused it");
      } catch (error) {
        // The connection broke meanwhile, or the broker refused: the next connection tries again.
        if (client.connected) this.#refused(batch.join(" "), error instanceof Error ? error.message : String(error));
      }
    }
  }

  #refused(topic: string, detail: string): void {
    this.#listener.problem({
      kind: "problem",
      code: "subscription-refused",
      topic: cleanText(topic, 200),
      detail: cleanText(detail, 200),
    });
  }

  #receive(topic: string, payload: Buffer, retained: boolean): void {
    const max = this.#options.maxPayload ?? 1_048_576;
    if (payload.length > max) {
      const detail = `${payload.length} bytes; at most ${max} are taken`;
      this.#listener.problem({ kind: "problem", code: "payload-too-large", topic: cleanText(topic, 200), detail });
      return;
    }
    if (!this.#replay.isStale(topic, retained)) this.#listener.message({ topic, payload, retained, at: this.#now() });
  }
}

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
