import { cleanText, JiaError, topicNameFault } from "../home/index.ts";
import { backoff, backoffFor } from "./backoff.ts";
import { packetBytes } from "./broker-limits.ts";
import { type BrokerCause, type BrokerTrouble, brokerDetail, troubleMessage } from "./broker-trouble.ts";
import { type ConnectionOptions, MAX_PAYLOAD, shownUrl, type Version } from "./connection-options.ts";
import type { DialectProblem, InboundMessage, Publication } from "./dialect.ts";
import { pause } from "./pause.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { ReplayGuard } from "./replay-guard.ts";
import { Session, type SessionEnd } from "./session.ts";
import { type MissingFilter, Subscriptions } from "./subscriptions.ts";
import { SuspectPublications } from "./suspect-publications.ts";
import { type CommandRights, WriteRights } from "./write-rights.ts";

export type { ConnectionOptions } from "./connection-options.ts";

/** Callbacks of a connection; called synchronously. */
export interface ConnectionListener {
  message(message: InboundMessage): void;
  /** Connected and subscribed to everything again. */
  connected(): void;
  disconnected(): void;
  problem(problem: DialectProblem): void;
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
  /** Why the last attempt failed or the connection broke; null when nothing went wrong yet, and while it is connected. */
  readonly trouble: BrokerTrouble | null;
  /** Filters of the beginning that bring nothing, with the reason. */
  readonly missing: readonly MissingFilter[];
  /** Whether the broker lets this user send commands, as far as it says so (MQTT 5). */
  readonly commands: CommandRights;
  /** Whether any message was ever received. */
  readonly heard: boolean;
  /** When the present connection was made, milliseconds since the epoch; null without one. */
  readonly since: number | null;
}

/** Why a publication is not sent. */
export type PublishRefusal =
  | { readonly reason: "not-connected" }
  | { readonly reason: "unusable-topic" }
  | { readonly reason: "too-large"; readonly bytes: number; readonly most: number }
  | { readonly reason: "ends-connection" };

/** A connection that lived shorter than this, in milliseconds, counts as a failure: two clients with one id must not storm. */
const SHORT = 5000;
/** Causes that somebody has to mend. */
const TO_BE_MENDED: ReadonlySet<BrokerCause> = new Set([
  "not-a-broker",
  "wants-tls",
  "no-tls",
  "certificate",
  "not-authorized",
]);

/**
 * One MQTT connection that comes back by itself. Each attempt is a new client with a clean session: what was not
 * delivered when the connection broke is never sent later, because a late command is worse than a lost one.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  readonly #now: () => number;
  readonly #subscriptions: Subscriptions;
  readonly #blamed = new SuspectPublications(() => performance.now());
  readonly #rights = new WriteRights();
  readonly #replay = new ReplayGuard(() => performance.now());
  #session: Session | null = null;
  #stopped = new AbortController();
  #running: Promise<void> | null = null;
  #version: Version | null = null;
  #connections = 0;
  #failures = 0;
  #trouble: BrokerTrouble | null = null;
  #heard = false;
  #since: number | null = null;
  /** Callers of `ready` that wait for the first connection. */
  readonly #waiting = new Set<() => void>();

  /** @param now milliseconds since the epoch, stamped on messages */
  constructor(options: ConnectionOptions, filters: readonly string[], listener: ConnectionListener, now: () => number) {
    this.#options = options;
    this.#subscriptions = new Subscriptions(filters);
    this.#listener = listener;
    this.#now = now;
  }

  /** Connected and subscribed to everything, so that no answer to a request is missed. */
  get connected(): boolean {
    return this.#session?.subscribed ?? false;
  }

  get status(): ConnectionStatus {
    return {
      url: shownUrl(this.#options.url),
      connected: this.connected,
      version: this.#version,
      connections: this.#connections,
      failures: this.#failures,
      trouble: this.#trouble,
      missing: this.#subscriptions.missing,
      commands: this.#rights.told,
      heard: this.#heard,
      since: this.connected ? this.#since : null,
    };
  }

  /** Starts connecting, and goes on until `stop` or the signal. Does not wait for the broker: see `ready`. */
  start(signal?: AbortSignal): void {
    if (this.#running !== null) return;
    for (const missing of this.#subscriptions.missing) this.#missing(missing);
    this.#stopped = new AbortController();
    const stop = signal ? AbortSignal.any([signal, this.#stopped.signal]) : this.#stopped.signal;
    this.#running = this.#run(stop);
  }

  /**
   * Waits for the connection.
   * @throws JiaError `broker-unreachable` when it is not there in `timeout` milliseconds, or somebody has to mend something first
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
    const trouble = this.#trouble ?? {
      cause: "no-answer",
      detail: brokerDetail("noAnswerIn", { seconds: timeout / 1000 }),
    };
    throw new JiaError("broker-unreachable", { url: shownUrl(this.#options.url), detail: troubleMessage(trouble) });
  }

  /** Ends the connection in order (no last will) and stops coming back. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    // Releases the callers that still wait.
    for (const resolve of this.#waiting) resolve();
    await this.#running;
    this.#running = null;
  }

  /** Why a publication would not be sent now; null when it would. */
  refusal(publication: Publication): PublishRefusal | null {
    if (!this.#session?.connected) return { reason: "not-connected" };
    if (topicNameFault(publication.topic) !== null) return { reason: "unusable-topic" };
    const bytes = packetBytes(publication);
    const most = this.#session.limits.packet;
    if (bytes > most) return { reason: "too-large", bytes, most };
    return this.#blamed.has(publication) ? { reason: "ends-connection" } : null;
  }

  /** Reports a problem for a publication that would be refused. */
  note(publication: Publication): void {
    const refusal = this.refusal(publication);
    if (refusal !== null) this.#refused(publication, refusal);
  }

  /** Sends at once, or not at all. Returns false when there is no connection, or it is not to be sent: see `refusal`. */
  publish(publication: Publication): boolean {
    const refusal = this.refusal(publication);
    if (refusal !== null) {
      this.#refused(publication, refusal);
      return false;
    }
    this.#blamed.sent(publication);
    this.#session?.publish(publication);
    return true;
  }

  /**
   * Sends a command at once, or not at all. Where the broker's word on this topic is not known yet it is asked for.
   * @param answered called with why the broker refused it, or null: at once where nothing is asked
   */
  command(publication: Publication, answered: (refusal: string | null) => void): boolean {
    const { topic } = publication;
    const asks = this.#version === "5" && this.#rights.asks(topic) && this.refusal(publication) === null;
    if (!asks) {
      const sent = this.publish(publication);
      answered(null);
      return sent;
    }
    const asking: Publication = publication.qos === 0 ? { ...publication, qos: 1 } : publication;
    this.#blamed.sent(asking);
    this.#rights.asked();
    this.#session?.publish(asking, (word) => {
      const refusal = word?.refusal ?? null;
      this.#rights.answered(topic, word === null ? "none" : refusal === null ? "taken" : "refused");
      answered(refusal);
    });
    return true;
  }

  /** Resolves when the broker has taken everything that was published with QoS 1 or 2 so far, or the connection is gone. */
  async flushed(): Promise<void> {
    await this.#session?.flushed();
  }

  /** @param owner who wants them: a filter stays subscribed while anybody wants it */
  subscribe(filters: readonly string[], owner?: object): void {
    for (const wrong of this.#subscriptions.add(filters, owner)) this.#missing(wrong);
    this.#replay.subscribed();
    this.#session?.subscribe();
  }

  unsubscribe(filters: readonly string[], owner?: object): void {
    this.#session?.unsubscribe(this.#subscriptions.remove(filters, owner));
  }

  /** Checks the connection after a missing answer: it ends if the broker does not answer a ping either. */
  doubt(): void {
    this.#session?.doubt();
  }

  async #run(signal: AbortSignal): Promise<void> {
    let version: Version = this.#options.version === "3.1.1" ? "3.1.1" : "5";
    const mayFallBack = this.#options.version === undefined || this.#options.version === "auto";
    while (!signal.aborted) {
      const ending = await this.#attempt(version, signal);
      if (ending.wrongVersion && version === "5" && mayFallBack) {
        version = "3.1.1";
        this.#trouble = null;
        continue;
      }
      // Some old brokers close the connection when they do not know the version.
      if (ending.trouble?.cause === "no-greeting" && mayFallBack && this.#version === null) {
        version = version === "5" ? "3.1.1" : "5";
      }
      if (signal.aborted) return;
      this.#failures = ending.lived !== null && ending.lived > SHORT ? 0 : this.#failures + 1;
      await pause(this.#wait(ending), signal);
    }
  }

  /** Milliseconds until the next attempt. */
  #wait({ trouble }: SessionEnd): number {
    const { backoff: own, url } = this.#options;
    // Each attempt finds out more: it need not wait longer than the one before.
    const failures = this.#subscriptions.searching ? 1 : Math.max(1, this.#failures);
    return backoff(failures, own ?? backoffFor(url, trouble?.cause));
  }

  /** One connection from beginning to end. */
  async #attempt(version: Version, signal: AbortSignal): Promise<SessionEnd> {
    const session = new Session(this.#options, version, this.#subscriptions, {
      begun: () => {
        this.#version = version;
        this.#replay.subscribed();
        this.#rights.began();
        this.#subscriptions.began();
      },
      subscribed: () => {
        this.#connections += 1;
        this.#trouble = null;
        this.#since = this.#now();
        this.#listener.connected();
        for (const resolve of this.#waiting) resolve();
      },
      message: (topic, payload, retained) => this.#receive(topic, payload, retained),
      missing: (missing) => this.#missing(missing),
      refused: ({ topic }, reason) => this.#problem("publication-refused", topic, reason),
    });
    this.#session = session;
    const ending = await session.run(signal);
    this.#session = null;
    if (ending.trouble) {
      this.#trouble = ending.trouble;
      // Waiting is of no use until somebody mends the cause.
      if (TO_BE_MENDED.has(ending.trouble.cause)) for (const resolve of this.#waiting) resolve();
    }
    if (ending.lived !== null) {
      if (ending.trouble) this.#blame(ending);
      this.#listener.disconnected();
    }
    return ending;
  }

  /** Looks for the subscription or publication that made the broker end the connection. */
  #blame({ trouble, blames }: SessionEnd): void {
    for (const missing of this.#subscriptions.ended()) this.#missing(missing);
    if (trouble?.cause === "no-answer" || trouble?.cause === "taken-over") return;
    const topic = this.#blamed.ended(blames);
    if (topic !== null)
      this.#problem(
        "ends-connection",
        topic,
        `a publication; ${typeof trouble?.detail === "string" ? trouble.detail : (trouble?.cause ?? "")}`,
      );
  }

  #missing({ filter, reason, code }: MissingFilter): void {
    switch (reason) {
      case "unusable":
        this.#problem("unusable-topic", filter, "a filter");
        return;
      case "refused":
        this.#problem("subscription-refused", filter, `the broker refused it (code ${code ?? 128})`);
        return;
      case "too-large":
        this.#problem("subscription-refused", filter, "longer than this broker takes");
        return;
      case "ends-connection":
        this.#problem("ends-connection", filter, "a subscription");
        return;
      default:
        reason satisfies never;
    }
  }

  #refused({ topic }: Publication, refusal: PublishRefusal): void {
    switch (refusal.reason) {
      case "not-connected":
        return;
      case "too-large":
        this.#problem("too-large-for-broker", topic, `${refusal.bytes} bytes; it takes ${refusal.most}`);
        return;
      case "unusable-topic":
        this.#problem("unusable-topic", topic, "a publication");
        return;
      case "ends-connection":
        this.#problem("ends-connection", topic, "a publication, left out for ten minutes");
        return;
      default:
        refusal satisfies never;
    }
  }

  #problem(code: ProblemCode, topic: string, detail: string): void {
    this.#listener.problem({ kind: "problem", code, topic: cleanText(topic, 200), detail: cleanText(detail, 200) });
  }

  #receive(topic: string, payload: Buffer, retained: boolean): void {
    this.#heard = true;
    const { maxPayload = MAX_PAYLOAD } = this.#options;
    const max = typeof maxPayload === "number" ? maxPayload : maxPayload(topic);
    if (payload.length > max) {
      this.#problem("payload-too-large", topic, `${payload.length} bytes; at most ${max} are taken`);
      return;
    }
    if (!this.#replay.isStale(topic, retained)) this.#listener.message({ topic, payload, retained, at: this.#now() });
  }
}
