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
  MAX_ROOMS,
  type Message,
  type Outcome,
  type Property,
  type Transport,
  type WireCommand,
} from "../home/index.ts";
import { AwaitedCommands } from "./awaited-commands.ts";
import { Backlog } from "./backlog.ts";
import { brokerDetail, troubleMessage } from "./broker-trouble.ts";
import { Connection, type ConnectionOptions, type ConnectionStatus, type PublishRefusal } from "./connection.ts";
import { MAX_PAYLOAD } from "./connection-options.ts";
import type { Dialect, DialectOutput, DialectProblem, InboundMessage, JoiningDevice, Publication } from "./dialect.ts";
import { PendingCommand } from "./pending-command.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { type ProblemCount, ProblemLog } from "./problems.ts";
import type { MissingFilter } from "./subscriptions.ts";
import { wrongValue } from "./wrong-value.ts";

/** One connection and the dialects that are spoken on it. */
export interface LinkOptions {
  readonly connection: ConnectionOptions;
  readonly dialects: readonly Dialect[];
}

export interface BridgeOptions {
  readonly links: readonly LinkOptions[];
  readonly clock: Clock;
  /** Told of new devices that join the network of a gateway. */
  readonly joining?: (device: JoiningDevice) => void;
  /** Milliseconds that a device has for showing what it was told; 5 s when it is left out. */
  readonly timeout?: number;
  /** Milliseconds after which a device that said "done" without showing it is asked; a fifth of `timeout` when it is left out. */
  readonly readBack?: number;
  /** Milliseconds after a connection until all retained messages must have arrived; 90 s when it is left out. */
  readonly settle?: number;
  /** The first request id; chosen at random when it is left out, so that two controllers are unlikely to use the same. */
  readonly firstRequest?: number;
}

/** The state of a connection and the names of its dialects. */
export interface LinkStatus extends ConnectionStatus {
  readonly dialects: readonly string[];
  readonly missing: readonly (MissingFilter & {
    /** The dialect that wants it. */
    readonly dialect: string | null;
  })[];
  /** Commands in a row that nobody answered; 0 when the last one was. */
  readonly unanswered: number;
}

export interface BridgeStatus {
  readonly links: readonly LinkStatus[];
  /** Messages received and published since the start. */
  readonly received: number;
  readonly published: number;
  /** Commands that wait for their devices now. */
  readonly pending: number;
  /** Replies that came after their command had timed out: a device or a network that is slower than `timeout`. */
  readonly lateReplies: number;
  readonly problems: readonly ProblemCount[];
}

/** A running link: its connection, its dialects and its timers. */
interface BrokerLink {
  readonly connection: Connection;
  readonly bound: readonly BoundDialect[];
  /** Fires when all retained messages must have arrived. */
  settling: NodeJS.Timeout | null;
  /** Ticks while connected, if a dialect has timers of its own (`Dialect.tick`). */
  ticking: NodeJS.Timeout | null;
  /** Commands in a row that nobody answered. */
  unanswered: number;
}

/** A dialect and the link that it is used on. */
interface BoundDialect {
  readonly link: BrokerLink;
  readonly dialect: Dialect;
}

/** Calls a dialect and returns its outputs. */
type OutputSource = () => readonly DialectOutput[];
type RemainingWork = Extract<DialectOutput, { kind: "more" }>;

/** MIoT's code for what cannot be written. */
const NOT_POSSIBLE = -704030023;
/** How long a broker may take to acknowledge or refuse a command, in milliseconds. */
const BROKER_WORD_MS = 1000;
/** Milliseconds between two calls of `Dialect.tick`. */
const TICK = 1000;
/** Largest id that every dialect can carry. */
const MAX_REQUEST = 2 ** 31 - 1;

/**
 * Connects brokers, dialects and the home: reports go into `home.apply`, commands go out, and each command waits for
 * the reply or report of its device.
 */
export class Bridge implements Transport {
  readonly #options: BridgeOptions;
  readonly #links: readonly BrokerLink[];
  readonly #problems = new ProblemLog();
  readonly #waiting = new AwaitedCommands();
  readonly #backlog = new Backlog();
  /** The dialect and link of each device, keyed by device id: two links may use the same dialect. */
  readonly #finders = new Map<DeviceId, BoundDialect>();
  #home: Home | null = null;
  #nextRequest: number;
  #received = 0;
  #published = 0;

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
    this.#backlog.clear();
    await Promise.all(this.#links.map(({ connection }) => connection.stop()));
  }

  get status(): BridgeStatus {
    return {
      links: this.#links.map(({ connection, bound, unanswered }) => ({
        ...connection.status,
        unanswered,
        dialects: bound.map(({ dialect }) => dialect.name),
        missing: connection.status.missing.map((each) => ({ ...each, dialect: wantedBy(bound, each) })),
      })),
      received: this.#received,
      published: this.#published,
      pending: this.#waiting.size,
      lateReplies: this.#waiting.lateReplies,
      problems: this.#problems.list(),
    };
  }

  /**
   * Sends a command and waits for what the device makes of it. A device that is known to be offline is not sent anything:
   * it would only find the command when it comes back, long after it was meant.
   */
  async deliver(device: Device, wire: WireCommand, signal: AbortSignal): Promise<readonly Delivery[]> {
    const command = new PendingCommand(wire, (address) => currentValue(device, address));
    const { link, dialect } = this.#finders.get(device.id) ?? {};
    if (link && dialect && !link.connection.connected) return unreachable(link.connection.status, wire);
    if (!link || !dialect || device.online === false) {
      command.close("offline");
      return command.deliveries();
    }
    if (signal.aborted) return command.deliveries();
    const request = this.#request();
    const { publications, confirmation } = dialect.encode(device, wire, request);
    // The dialect cannot express the command. It was not sent, so it must not count as unanswered.
    if (publications.length === 0) return forEach(wire, { status: "rejected", code: NOT_POSSIBLE });
    // Commands expire, so that a device that comes back or a busy broker does not carry out an old one.
    const { timeout = 5000, readBack = timeout / 5 } = this.#options;
    const expiry = Math.ceil(timeout / 1000);
    const commands = publications.map((each) => (each.retain ? each : { ...each, expiry }));
    const refusal = commands.map((each) => link.connection.refusal(each)).find((each) => each !== null);
    if (refusal) {
      for (const each of commands) link.connection.note(each);
      return forEach(wire, { status: "rejected", code: NOT_POSSIBLE, error: notSent(refusal) });
    }
    const publish = (all: readonly Publication[]) => {
      for (const publication of all) this.#publish(link, publication);
    };
    if (confirmation === "none" || !device.reports) {
      // No device answers, so only a refusal by the broker shows that the command failed.
      const refused = await this.#refusals(link, commands, signal);
      if (refused) command.refuse(NOT_POSSIBLE, refused);
      command.close("accepted");
      return command.deliveries();
    }
    const ask = (properties: readonly Property[]) => {
      if (properties.length > 0 && dialect.read) publish(dialect.read(device, properties, this.#request()));
    };
    const doubt = () => link.connection.doubt();
    const sent = { request, device: device.id, link, command, doubt, ask };
    const ended = this.#waiting.add(sent, { timeout, readBack, signal });
    for (const each of commands) {
      this.#command(link, each, (error) => {
        if (error) this.#waiting.refused(request, NOT_POSSIBLE, error);
      });
    }
    if (confirmation === "report") command.expectNoReply();
    await ended();
    link.unanswered = command.unanswered ? link.unanswered + 1 : 0;
    return command.deliveries();
  }

  #link({ connection: options, dialects }: LinkOptions): BrokerLink {
    const filters = dialects.flatMap((dialect) => dialect.filters);
    const longest = (topic: string) =>
      Math.max(MAX_PAYLOAD, ...dialects.map((dialect) => dialect.longest?.(topic) ?? 0));
    const connection = new Connection(
      { maxPayload: longest, ...options },
      filters,
      {
        message: (message) => this.#receive(link, message),
        connected: () => this.#connected(link),
        disconnected: () => this.#disconnected(link),
        problem: (problem) => this.#problem(problem),
      },
      () => this.#options.clock.now(),
    );
    const bound: BoundDialect[] = [];
    const link: BrokerLink = { connection, bound, settling: null, ticking: null, unanswered: 0 };
    bound.push(...dialects.map((dialect) => ({ link, dialect })));
    return link;
  }

  /** Tells the home that the devices behind a connection are out of contact, or back. */
  #contact(link: BrokerLink, lost: boolean): void {
    for (const [id, finder] of this.#finders) {
      if (finder.link === link) this.#home?.apply([{ kind: "contact", id, lost }]);
    }
  }

  #connected(link: BrokerLink): void {
    this.#contact(link, false);
    for (const { dialect } of link.bound) {
      for (const publication of dialect.connected()) this.#publish(link, publication);
    }
    link.settling = setTimeout(() => {
      for (const bound of link.bound) this.#dispatch(bound, "", () => bound.dialect.settled?.() ?? []);
    }, this.#options.settle ?? 90_000).unref();
    if (link.bound.some(({ dialect }) => dialect.tick))
      link.ticking = setInterval(() => this.#tick(link), TICK).unref();
  }

  #tick(link: BrokerLink): void {
    const now = this.#options.clock.now();
    for (const bound of link.bound) this.#dispatch(bound, "", () => bound.dialect.tick?.(now) ?? []);
  }

  #disconnected(link: BrokerLink): void {
    this.#contact(link, true);
    if (link.settling) clearTimeout(link.settling);
    if (link.ticking) clearInterval(link.ticking);
    for (const { dialect } of link.bound) dialect.disconnected?.();
    const { url, trouble } = link.connection.status;
    const open = trouble?.cause === "no-answer" ? { code: "may-still-happen" as const, details: { url } } : undefined;
    this.#waiting.broken(link, open);
  }

  #receive(link: BrokerLink, message: InboundMessage): void {
    this.#received += 1;
    for (const bound of link.bound) {
      const { dialect } = bound;
      if (!dialect.accepts(message.topic)) continue;
      this.#dispatch(bound, message.topic, () => dialect.receive(message));
    }
  }

  /** Queues the rest of a dialect's work, so that other work runs in between. */
  #queue(bound: BoundDialect, topic: string, { go, last }: RemainingWork): void {
    this.#backlog.add(() => this.#dispatch(bound, topic, go), last);
  }

  /** Runs a dialect callback; an exception becomes a problem and does not affect other dialects. */
  #dispatch(bound: BoundDialect, topic: string, source: OutputSource): void {
    for (const more of this.#run(bound, topic, source)) this.#queue(bound, topic, more);
  }

  /** Runs a dialect callback and applies its outputs; returns the work that is left. */
  #run(bound: BoundDialect, topic: string, source: OutputSource): readonly RemainingWork[] {
    try {
      return this.#take(bound, source());
    } catch (error) {
      const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
      const code: ProblemCode = `failed-${bound.dialect.name}`;
      this.#problem({ kind: "problem", code, topic: cleanText(topic, 200), detail });
      return [];
    }
  }

  #take(bound: BoundDialect, outputs: readonly DialectOutput[]): readonly RemainingWork[] {
    const { link } = bound;
    const more: RemainingWork[] = [];
    for (const output of outputs) {
      switch (output.kind) {
        case "reply":
          this.#waiting.reply(output.request, output.items);
          break;
        case "problem":
          this.#problem(output);
          break;
        case "publish":
          this.#publish(link, output.publication);
          break;
        case "subscribe":
          link.connection.subscribe(output.filters, bound);
          break;
        case "unsubscribe":
          link.connection.unsubscribe(output.filters, bound);
          break;
        case "more":
          more.push(output);
          break;
        case "joining":
          this.#options.joining?.(output);
          break;
        default:
          this.#change(bound, output);
      }
    }
    return more;
  }

  /** The home is updated first, so that a command that waits finds the new state there. */
  #change(bound: BoundDialect, change: HomeChange): void {
    if (change.kind === "device") this.#finders.set(change.device.id, bound);
    this.#home?.apply([change]);
    this.#checkRoom(change);
    this.#checkValues(change);
    switch (change.kind) {
      case "values":
        if (change.cause !== "retained") this.#waiting.told(change.id, change.values);
        return;
      case "availability":
        if (change.online === false) this.#waiting.offline(change.id);
        return;
      case "removed":
        this.#finders.delete(change.id);
        this.#waiting.offline(change.id);
        return;
      case "device":
      case "room":
      case "event":
      case "contact":
        return;
      default:
        change satisfies never;
    }
  }

  /** Reports a room that did not fit into the home any more, so that the doctor shows it. */
  #checkRoom(change: HomeChange): void {
    const layout = this.#home?.layout;
    if (!layout?.full || (change.kind !== "room" && change.kind !== "device")) return;
    const room = change.kind === "room" ? change.room.id : change.device.room;
    if (room === null || layout.findRoom(room)) return;
    const detail = `more than ${MAX_ROOMS} rooms: "${cleanText(room)}" is not taken`;
    this.#problem({ kind: "problem", code: "too-many", topic: "", detail });
  }

  /** Reports values that a property cannot have; the home leaves them out. */
  #checkValues(change: HomeChange): void {
    if (change.kind !== "values") return;
    const device = this.#home?.device(change.id);
    // The home has checked every value already; only a gap of it is worth a second look.
    if (!device || device.gaps.size === 0) return;
    for (const reported of change.values) {
      if (device.gaps.get(reported.address)?.reason !== "out-of-range") continue;
      const wrong = wrongValue(change.id, device.spec, reported);
      if (wrong) this.#problem(wrong);
    }
  }

  /** Sends a command; `told` is called with why the broker refused it, or null. */
  #command(
    link: BrokerLink,
    publication: Publication,
    told: (error: NonNullable<Outcome["error"]> | null) => void,
  ): void {
    const { topic } = publication;
    const sent = link.connection.command(publication, (reason) => {
      const detail: Message = {
        key: "broker.mayNotWrite",
        values: { topic: cleanText(topic, 200), reason: reason ?? "" },
      };
      told(reason === null ? null : { code: "not-sent", details: { detail } });
    });
    if (sent) this.#published += 1;
  }

  /** Sends commands that no device answers and waits briefly for a refusal by the broker; null when it refused none. */
  async #refusals(
    link: BrokerLink,
    publications: readonly Publication[],
    signal: AbortSignal,
  ): Promise<NonNullable<Outcome["error"]> | null> {
    const { promise, resolve } = Promise.withResolvers<null>();
    const late = setTimeout(() => resolve(null), BROKER_WORD_MS);
    const aborted = () => resolve(null);
    signal.addEventListener("abort", aborted, { once: true });
    const words = publications.map(
      (each) => new Promise<NonNullable<Outcome["error"]> | null>((told) => this.#command(link, each, told)),
    );
    const all = Promise.all(words).then((errors) => errors.find((error) => error !== null) ?? null);
    const refused = await Promise.race([all, promise]);
    clearTimeout(late);
    signal.removeEventListener("abort", aborted);
    return refused;
  }

  #publish(link: BrokerLink, publication: Publication): void {
    if (link.connection.publish(publication)) this.#published += 1;
  }

  #problem(problem: DialectProblem): void {
    this.#problems.add(problem, this.#options.clock.now());
  }

  #request(): string {
    const request = this.#nextRequest;
    this.#nextRequest = request >= MAX_REQUEST ? 1 : request + 1;
    return String(request);
  }
}

function forEach(wire: WireCommand, delivery: Delivery): readonly Delivery[] {
  return Array(wire.kind === "set" ? wire.writes.length : 1).fill(delivery);
}

/** Why a command is not sent. */
function notSent(refusal: PublishRefusal): NonNullable<Outcome["error"]> {
  return { code: "not-sent", details: { detail: refusalMessage(refusal) } };
}

function refusalMessage(refusal: PublishRefusal): Message {
  switch (refusal.reason) {
    case "too-large":
      return { key: "broker.tooLarge", values: { bytes: refusal.bytes, most: refusal.most } };
    case "unusable-topic":
      return { key: "broker.unusableTopic" };
    case "ends-connection":
      return { key: "broker.endedBefore" };
    case "not-connected":
      return { key: "broker.noConnection" };
    default:
      return refusal satisfies never;
  }
}

/** The deliveries of a command whose broker cannot be reached. */
function unreachable({ url, trouble }: ConnectionStatus, wire: WireCommand): readonly Delivery[] {
  const code = "broker-unreachable";
  const details = { url, detail: troubleMessage(trouble ?? { cause: "no-answer", detail: brokerDetail("notYet") }) };
  return forEach(wire, { status: "offline", error: { code, details } });
}

function wantedBy(bound: readonly BoundDialect[], { filter }: MissingFilter): string | null {
  return bound.find(({ dialect }) => dialect.filters.includes(filter))?.dialect.name ?? null;
}
