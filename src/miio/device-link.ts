import type { Publication } from "../bridge/dialect.ts";
import { pause } from "../bridge/pause.ts";
import { type Clock, cleanText, type Spec } from "../home/index.ts";
import { MiioClient } from "./client.ts";
import type { MiioDeviceEntry } from "./devices-file.ts";
import type { AddressLocator } from "./locator.ts";
import { MiotDevice } from "./miot-device.ts";
import type { GatewayNotice } from "./notices.ts";
import { PublishedValues } from "./published-values.ts";
import { DownRequestHandler, isReadable } from "./requests.ts";
import { PollSchedule, type PollTimes } from "./schedule.ts";
import type { DownRequest, MiotWire } from "./wire.ts";

/** The source of specs, and of the instance JSON for controllers that do not have it. */
export interface MiioSpecs {
  byModel(model: string): Spec | undefined;
  /** The instance JSON to announce with the device; null when controllers have it already. */
  instance(model: string): unknown;
}

export interface DeviceLinkOptions {
  readonly entry: MiioDeviceEntry;
  readonly wire: MiotWire;
  readonly locator: AddressLocator;
  readonly specs: MiioSpecs;
  readonly clock: Clock;
  readonly times: PollTimes;
  /** How long one datagram is waited for, milliseconds. */
  readonly timeoutMs: number;
  /** The did that the gateway's own availability stands under. */
  readonly gateway: string;
  readonly publish: (publications: readonly Publication[]) => void;
  readonly notice: (notice: GatewayNotice) => void;
}

/** Looking for a device that does not answer at its address, milliseconds. */
const RELOCATE_MS = 10_000;

const NO_ANSWER = { status: "silent", greeted: false } as const;

/**
 * The gateway's side of one device: finds it, identifies it, polls it, carries out commands and publishes its state.
 */
export class MiioDeviceLink {
  readonly #options: DeviceLinkOptions;
  readonly #schedule: PollSchedule;
  readonly #values: PublishedValues;
  readonly #requests: DownRequestHandler;
  #client: MiioClient | null = null;
  #device: MiotDevice | null = null;
  #address: string | null = null;
  #model: string | null;
  #spec: Spec | null = null;
  /** The availability that was last published. */
  #told: boolean | null = null;
  /** The kind of the last notice, so that none is given twice. */
  #noticed: GatewayNotice["kind"] | null = null;
  /** Ends the wait for the next poll. */
  #wake = new AbortController();

  constructor(options: DeviceLinkOptions) {
    const { wire, clock, publish, times } = options;
    this.#options = options;
    this.#schedule = new PollSchedule(times);
    this.#values = new PublishedValues(wire, clock, publish);
    this.#requests = new DownRequestHandler(wire, this.#values, publish);
    this.#model = options.entry.model;
  }

  get did(): string {
    return this.#options.entry.did;
  }

  /** Polls until the signal, then lets go of the device. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#wake = new AbortController();
      if (await this.#poll(signal)) this.#schedule.answered();
      else if (!signal.aborted) this.#schedule.missed();
      if (this.#schedule.online !== null && !signal.aborted) this.#tellOnline(this.#schedule.online);
      await pause(this.#schedule.next(), AbortSignal.any([signal, this.#wake.signal]));
    }
    await this.#client?.stop();
  }

  /** Publishes everything that is retained: when its spec is found, and after each connection to the broker. */
  announce(): void {
    const { entry, specs, wire, publish, gateway } = this.#options;
    if (!this.#spec || this.#model === null) return;
    const about = {
      model: this.#model,
      urn: this.#spec.urn,
      spec: specs.instance(this.#model),
      name: entry.name ?? this.#model,
      room: entry.room,
      parent: gateway,
    };
    publish([wire.announcement(about), wire.availability(this.#told ?? false)]);
    this.#values.announce();
  }

  /** Carries out a controller's request, answers it, and polls soon for further changes. */
  async request(request: DownRequest, signal: AbortSignal): Promise<void> {
    const reached = this.#device && this.#spec ? { device: this.#device, spec: this.#spec } : null;
    await this.#requests.handle(request, reached, signal);
    if (request.method === "get_properties") return;
    this.#schedule.commanded();
    this.#wake.abort();
  }

  /**
   * One poll: finds the device, identifies it, reads it.
   * @returns whether it answered
   */
  async #poll(signal: AbortSignal): Promise<boolean> {
    const device = this.#device ?? (await this.#reach(signal));
    if (!device) return this.#lost({ kind: "not-found", did: this.did });
    const address = this.#address ?? "";
    if (this.#model === null) {
      const info = await device.info(signal);
      if (!info) return this.#lost({ kind: "silent", did: this.did, address, greeted: false });
      this.#model = info.model;
    }
    if (!this.#spec) {
      this.#spec = this.#options.specs.byModel(this.#model) ?? null;
      // Without a spec there is nothing to ask for.
      if (!this.#spec) return this.#lost({ kind: "no-spec", did: this.did, model: this.#model });
      this.announce();
    }
    const readable = [...this.#spec.properties.values()].filter(isReadable);
    // Where nothing can be read, an answer to anything shows that it is there.
    if (readable.length === 0 && (await device.info(signal))) return true;
    const read = readable.length > 0 ? await device.read(readable, signal) : NO_ANSWER;
    switch (read.status) {
      case "ok":
        this.#noticed = null;
        this.#values.take(read.values);
        return true;
      case "error":
        return this.#lost({ kind: "not-miot", did: this.did, model: this.#model, detail: cleanText(read.message) });
      case "silent":
        return this.#lost({ kind: "silent", did: this.did, address, greeted: read.greeted });
      default:
        return read satisfies never;
    }
  }

  async #reach(signal: AbortSignal): Promise<MiotDevice | null> {
    const { entry, locator } = this.#options;
    const address = entry.address ?? (await locator.find(this.did, signal));
    return address === null || signal.aborted ? null : await this.#connect(address);
  }

  async #connect(address: string): Promise<MiotDevice> {
    const { entry, clock, timeoutMs } = this.#options;
    await this.#client?.stop();
    const client = new MiioClient({ did: this.did, address, port: entry.port, token: entry.token, clock, timeoutMs });
    await client.start();
    this.#client = client;
    this.#address = address;
    this.#device = new MiotDevice(client, this.did);
    return this.#device;
  }

  /** Notes why a poll failed, once. A device that does not even greet may have got another address. */
  async #lost(notice: GatewayNotice): Promise<false> {
    if (this.#noticed !== notice.kind) this.#options.notice(notice);
    this.#noticed = notice.kind;
    if (notice.kind === "silent" && !notice.greeted) {
      const address = await this.#options.locator.find(this.did, AbortSignal.timeout(RELOCATE_MS));
      if (address !== null && address !== this.#address) await this.#connect(address);
    }
    return false;
  }

  #tellOnline(online: boolean): void {
    if (this.#told === online) return;
    this.#told = online;
    if (!this.#spec) return;
    this.#options.publish([this.#options.wire.availability(online)]);
    this.#options.notice({ kind: online ? "online" : "offline", did: this.did, name: this.#options.entry.name ?? "" });
  }
}
