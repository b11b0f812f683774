import { z } from "zod";
import { Connection, type ConnectionOptions, type ConnectionStatus } from "../bridge/connection.ts";
import type { InboundMessage, Publication } from "../bridge/dialect.ts";
import { upTopic } from "../bridge/miot/topics.ts";
import { type Clock, keepNewest } from "../home/index.ts";
import { MiioDeviceLink, type MiioSpecs } from "./device-link.ts";
import type { MiioDeviceEntry } from "./devices-file.ts";
import type { DiscoverOptions } from "./discover.ts";
import { AddressLocator } from "./locator.ts";
import type { GatewayNotice } from "./notices.ts";
import { POLL_TIMES, type PollTimes } from "./schedule.ts";
import { DownRequest, MiotWire } from "./wire.ts";

export interface MiioGatewayOptions {
  readonly connection: ConnectionOptions;
  readonly devices: readonly MiioDeviceEntry[];
  readonly specs: MiioSpecs;
  readonly clock: Clock;
  /** Base topic of the `miot` dialect. */
  readonly base?: string;
  /** The name of this gateway among the devices; its availability stands for theirs. One for each gateway on a broker. */
  readonly did?: string;
  readonly times?: PollTimes;
  /** How long one datagram is waited for, milliseconds. */
  readonly timeoutMs?: number;
  readonly discover?: Omit<DiscoverOptions, "signal">;
  readonly notice?: (notice: GatewayNotice) => void;
}

const Announced = z.looseObject({ parent: z.string() });
/** Requests remembered of each device, to know one that the broker delivers again. */
const REMEMBERED = 64;

/** Wi-Fi devices of Mi Home on one side, MQTT in the `miot` dialect on the other. */
export class MiioGateway {
  readonly #base: string;
  readonly #did: string;
  readonly #connection: Connection;
  /** Keyed by the topic on which the device's requests come in. */
  readonly #links = new Map<string, MiioDeviceLink>();
  /** The newest requests, as `topic id`. */
  readonly #seen = new Set<string>();
  readonly #stop = new AbortController();
  #running: Promise<unknown> | null = null;

  constructor(options: MiioGatewayOptions) {
    this.#base = options.base ?? "miot";
    this.#did = options.did ?? "miio-gateway";
    const { clock, specs, times = POLL_TIMES, timeoutMs = 2000, notice = () => {} } = options;
    const locator = new AddressLocator(options.discover ?? {}, clock);
    const publish = (publications: readonly Publication[]) => {
      for (const publication of publications) this.#connection.publish(publication);
    };
    for (const entry of options.devices) {
      const wire = new MiotWire(this.#base, entry.did);
      const parts = { entry, wire, locator, specs, clock, times, timeoutMs, gateway: this.#did, publish, notice };
      this.#links.set(wire.down, new MiioDeviceLink(parts));
    }
    const filters = [...this.#links.keys(), `${this.#base}/+/device`];
    const listener = {
      message: (message: InboundMessage) => this.#receive(message),
      connected: () => this.#connected(),
      disconnected: () => {},
      problem: () => {},
    };
    const connection = { ...options.connection, will: this.#availability(false) };
    this.#connection = new Connection(connection, filters, listener, () => clock.now());
  }

  get status(): ConnectionStatus {
    return this.#connection.status;
  }

  /** Connects and starts polling. Neither the broker nor any device has to be there yet. */
  start(): void {
    const { signal } = this.#stop;
    this.#connection.start();
    this.#running = Promise.all([...this.#links.values()].map((link) => link.run(signal)));
  }

  /**
   * Waits for the broker.
   * @throws JiaError `broker-unreachable`
   */
  ready(timeout: number): Promise<void> {
    return this.#connection.ready(timeout);
  }

  /** Tells that the gateway is gone, and stops everything. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#connection.publish(this.#availability(false));
    await this.#connection.flushed();
    await this.#connection.stop();
  }

  #connected(): void {
    this.#connection.publish(this.#availability(true));
    for (const link of this.#links.values()) link.announce();
  }

  #receive({ topic, payload, retained }: InboundMessage): void {
    const link = this.#links.get(topic);
    if (!link) {
      this.#withdrawStranger(topic, payload);
      return;
    }
    // A retained command is an old one, and is not carried out.
    const request = retained ? null : DownRequest.safeParse(parse(payload)).data;
    if (!request || this.#isRepeated(`${topic} ${request.id}`)) return;
    void link.request(request, this.#stop.signal);
  }

  /** Removes the retained announcement of a device that is not in this gateway's file any more. */
  #withdrawStranger(topic: string, payload: Uint8Array): void {
    const did = topic.slice(this.#base.length + 1).split("/", 1)[0] ?? "";
    const wire = new MiotWire(this.#base, did);
    const announced = Announced.safeParse(parse(payload));
    if (announced.data?.parent !== this.#did || this.#links.has(wire.down)) return;
    for (const publication of wire.withdraw()) this.#connection.publish(publication);
  }

  #isRepeated(mark: string): boolean {
    if (this.#seen.has(mark)) return true;
    this.#seen.add(mark);
    keepNewest(this.#seen, REMEMBERED * Math.max(1, this.#links.size));
    return false;
  }

  #availability(online: boolean): Publication {
    const topic = upTopic(this.#base, this.#did, "availability");
    return { topic, payload: online ? "online" : "offline", qos: 1, retain: true };
  }
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString("utf8"));
  } catch {
    return undefined;
  }
}
