import { randomInt } from "node:crypto";
import {
  type Clock,
  cleanText,
  currentValue,
  type Delivery,
  type Device,
  type DeviceId,
  type Home,
  type HomeChange,
  type Property,
  type Transport,
  type WireCommand,
} from "../home/index.ts";
import { Connection, type ConnectionOptions, type ConnectionStatus } from "./connection.ts";
import type { Dialect, DialectOutput, InboundMessage, Problem, Publication, ReplyItem } from "./dialect.ts";
import { PendingCommand } from "./pending.ts";
import { type ProblemCount, Problems } from "./problems.ts";

/** One connection and the dialects that are spoken on it. */
export interface LinkOptions {
  readonly connection: ConnectionOptions;
  readonly dialects: readonly Dialect[];
}

export interface BridgeOptions {
  readonly links: readonly LinkOptions[];
  readonly clock: Clock;
  /** Milliseconds that a device has for showing what it was told; 5 s when it is left out. */
  readonly timeout?: number;
  /** Milliseconds after which a device that said "done" without showing it is asked; a fifth of `timeout` when it is left out. */
  readonly readBack?: number;
  /** Milliseconds after a connection in which everything that is retained must have arrived; 90 s when it is left out. */
  readonly settle?: number;
  /** The first request id; chosen at random when it is left out, so that two controllers are unlikely to use the same. */
  readonly firstRequest?: number;
}

export interface BridgeStatus {
  readonly links: readonly (ConnectionStatus & { readonly dialects: readonly string[] })[];
  /** Messages received and published since the start. */
  readonly received: number;
  readonly published: number;
  /** Commands that wait for their devices now. */
  readonly pending: number;
  /** Replies that came after their command had timed out: a device or a network that is slower than `timeout`. */
  readonly lateReplies: number;
  readonly problems: readonly ProblemCount[];
}

/** A link at work. */
interface Link {
  readonly connection: Connection;
  readonly dialects: readonly Dialect[];
  /** Runs out when everything retained must have arrived. */
  settling: NodeJS.Timeout | null;
  /** Beats while there is a connection, for dialects with things that come due by themselves. */
  ticking: NodeJS.Timeout | null;
}

/** A command that waits, and how its waiting ends. */
interface Waiting {
  readonly device: DeviceId;
  readonly link: Link;
  readonly command: PendingCommand;
  /** Looks whether it is done; called after everything that its device says. */
  readonly check: () => void;
  /** Asks the device for the values of properties. */
  readonly ask: (properties: readonly Property[]) => void;
}

/** Requests whose late replies are still recognised. */
const MAX_TIMED_OUT = 1000;
/** Milliseconds between the beats that dialects get. */
const TICK = 1000;
/** Largest id that every dialect can carry. */
const MAX_REQUEST = 2 ** 31 - 1;

/**
 * Joins connections, dialects and the home: what devices say goes into `home.apply`, what the home commands goes out, and
 * every command is joined with what its device answers or reports.
 */
export class Bridge implements Transport {
  readonly #options: BridgeOptions;
  readonly #links: readonly Link[];
  readonly #problems = new Problems();
  /** Keyed by request id. */
  readonly #byRequest = new Map<string, Waiting>();
  /** Keyed by device id. */
  readonly #byDevice = new Map<DeviceId, Set<Waiting>>();
  /** Ids of requests that timed out, oldest first. */
  readonly #timedOut = new Set<string>();
  #home: Home | null = null;
  #nextRequest: number;
  #received = 0;
  #published = 0;
  #lateReplies = 0;

  constructor(options: BridgeOptions) {
    this.#options = options;
    this.#nextRequest = options.firstRequest ?? randomInt(1, 2 ** 30);
    this.#links = options.links.map((each) => this.#link(each));
  }

  /** Connects and feeds `home` from now on. Does not wait for the brokers: see `ready`. */
  start(home: Home, signal?: AbortSignal): void {
    this.#home = home;
    for (const { connection } of this.#links) connection.start(signal);
  }

  /**
   * Waits until every link is connected.
   * @throws JiaError `broker-unreachable`
   */
  async ready(timeout = 10_000): Promise<void> {
    await Promise.all(this.#links.map(({ connection }) => connection.ready(timeout)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#links.map(({ connection }) => connection.stop()));
  }

  get status(): BridgeStatus {
    return {
      links: this.#links.map(({ connection, dialects }) => ({
        ...connection.status,
        dialects: dialects.map(({ name }) => name),
      })),
      received: this.#received,
      published: this.#published,
      pending: [...this.#byDevice.values()].reduce((sum, waiting) => sum + waiting.size, 0),
      lateReplies: this.#lateReplies,
      problems: this.#problems.list(),
    };
  }

  /**
   * Sends a command and waits for what the device makes of it. A device that is known to be offline is not sent anything:
   * it would only find the command when it comes back, long after it was meant.
   */
  async deliver(device: Device, wire: WireCommand, signal: AbortSignal): Promise<readonly Delivery[]> {
    const command = new PendingCommand(wire, (address) => currentValue(device, address));
    const link = this.#links.find(({ dialects }) => dialects.some(({ name }) => name === device.dialect));
    const dialect = link?.dialects.find(({ name }) => name === device.dialect);
    if (!link?.connection.connected || !dialect || device.online === false) {
      command.close("offline");
      return command.deliveries();
    }
    if (signal.aborted) return command.deliveries();
    const request = this.#request();
    const encoded = dialect.encode(device, wire, request);
    const wait = encoded.confirmation !== "none" && device.reports;
    const answer = wait ? this.#wait(device, link, dialect, command, request, signal) : null;
    for (const publication of encoded.publications) this.#publish(link, publication);
    if (answer) {
      if (encoded.confirmation === "report") command.expectNoReply();
      await answer();
    } else {
      command.close("accepted");
    }
    return command.deliveries();
  }

  /** Registers a command; the returned function waits for its end. */
  #wait(
    device: Device,
    link: Link,
    dialect: Dialect,
    command: PendingCommand,
    request: string,
    signal: AbortSignal,
  ): () => Promise<void> {
    const { timeout = 5000, readBack = timeout / 5 } = this.#options;
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting: Waiting = {
      device: device.id,
      link,
      command,
      check: () => {
        if (command.done) resolve();
      },
      ask: (properties) => {
        if (properties.length === 0 || !dialect.read) return;
        for (const publication of dialect.read(device, properties, this.#request())) this.#publish(link, publication);
      },
    };
    const end = () => resolve();
    const late = setTimeout(end, timeout);
    const ask = setTimeout(() => waiting.ask(command.unshown), readBack);
    signal.addEventListener("abort", end, { once: true });
    this.#byRequest.set(request, waiting);
    const ofDevice = this.#byDevice.get(device.id) ?? new Set();
    this.#byDevice.set(device.id, ofDevice.add(waiting));
    return async () => {
      waiting.check();
      await promise;
      clearTimeout(late);
      clearTimeout(ask);
      signal.removeEventListener("abort", end);
      this.#byRequest.delete(request);
      ofDevice.delete(waiting);
      if (ofDevice.size === 0) this.#byDevice.delete(device.id);
      if (!command.done) this.#remember(request);
    };
  }

  #remember(request: string): void {
    this.#timedOut.add(request);
    for (const oldest of this.#timedOut) {
      if (this.#timedOut.size <= MAX_TIMED_OUT) break;
      this.#timedOut.delete(oldest);
    }
  }

  #link({ connection: options, dialects }: LinkOptions): Link {
    const filters = dialects.flatMap((dialect) => dialect.filters);
    const connection = new Connection(
      options,
      filters,
      {
        message: (message) => this.#receive(link, message),
        connected: () => this.#connected(link),
        disconnected: () => this.#disconnected(link),
        problem: (problem) => this.#problem(problem),
      },
      () => this.#options.clock.now(),
    );
    const link: Link = { connection, dialects, settling: null, ticking: null };
    return link;
  }

  #connected(link: Link): void {
    for (const dialect of link.dialects) {
      for (const publication of dialect.connected()) this.#publish(link, publication);
    }
    link.settling = setTimeout(() => {
      for (const dialect of link.dialects) this.#take(link, dialect.settled?.() ?? []);
    }, this.#options.settle ?? 90_000).unref();
    if (link.dialects.some(({ tick }) => tick)) link.ticking = setInterval(() => this.#tick(link), TICK).unref();
  }

  #tick(link: Link): void {
    const now = this.#options.clock.now();
    for (const dialect of link.dialects) this.#take(link, dialect.tick?.(now) ?? []);
  }

  /** What was under way when the connection broke gets no answer any more. */
  #disconnected(link: Link): void {
    if (link.settling) clearTimeout(link.settling);
    if (link.ticking) clearInterval(link.ticking);
    for (const dialect of link.dialects) dialect.disconnected?.();
    for (const ofDevice of this.#byDevice.values()) {
      for (const waiting of ofDevice) {
        if (waiting.link !== link) continue;
        waiting.command.close("timeout");
        waiting.check();
      }
    }
  }

  #receive(link: Link, message: InboundMessage): void {
    this.#received += 1;
    for (const dialect of link.dialects) {
      if (!dialect.accepts(message.topic)) continue;
      try {
        this.#take(link, dialect.receive(message));
      } catch (error) {
        // One message that a dialect has a mistake with must not take the others down.
        const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
        this.#problem({
          kind: "problem",
          code: `failed-${dialect.name}`,
          topic: cleanText(message.topic, 200),
          detail,
        });
      }
    }
  }

  #take(link: Link, outputs: readonly DialectOutput[]): void {
    for (const output of outputs) {
      switch (output.kind) {
        case "reply":
          this.#reply(output.request, output.items);
          break;
        case "problem":
          this.#problem(output);
          break;
        case "publish":
          this.#publish(link, output.publication);
          break;
        case "subscribe":
          link.connection.subscribe(output.filters);
          break;
        case "unsubscribe":
          link.connection.unsubscribe(output.filters);
          break;
        default:
          this.#change(output);
      }
    }
  }

  /** The home learns it first, so that whoever waits finds it there. */
  #change(change: HomeChange): void {
    this.#home?.apply([change]);
    if (change.kind === "values" && change.cause !== "retained") {
      for (const waiting of this.#byDevice.get(change.id) ?? []) {
        waiting.command.report(change.values);
        waiting.check();
      }
    }
    const gone = change.kind === "removed" || (change.kind === "availability" && change.online === false);
    if (!gone) return;
    for (const waiting of this.#byDevice.get(change.id) ?? []) {
      waiting.command.close("offline");
      waiting.check();
    }
  }

  #reply(request: string, items: readonly ReplyItem[]): void {
    const waiting = this.#byRequest.get(request);
    if (!waiting) {
      if (this.#timedOut.delete(request)) this.#lateReplies += 1;
      return;
    }
    waiting.command.reply(items);
    waiting.check();
    // What the device never reports by itself is asked for without waiting.
    waiting.ask(waiting.command.unshown.filter(({ access }) => !access.notify));
  }

  #publish(link: Link, publication: Publication): void {
    if (link.connection.publish(publication)) this.#published += 1;
  }

  #problem(problem: Problem): void {
    this.#problems.add(problem, this.#options.clock.now());
  }

  #request(): string {
    const request = this.#nextRequest;
    this.#nextRequest = request >= MAX_REQUEST ? 1 : request + 1;
    return String(request);
  }
}
