import { Connection, type ConnectionOptions, type ConnectionStatus } from "../bridge/connection.ts";
import type { InboundMessage, Publication } from "../bridge/dialect.ts";
import type { DeviceChange, SimulatedDevice } from "./device.ts";
import type { DeviceEmulator } from "./emulators/emulator.ts";
import { type AnswerWriter, answerRequest } from "./requests.ts";

export interface DeviceConnectionOptions {
  readonly connection: ConnectionOptions;
  readonly emulator: DeviceEmulator;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly warn?: (text: string) => void;
  /** Told that new devices may join for so many seconds. */
  readonly pairing?: (seconds: number) => void;
  /** Further topics and their handler, which returns whether it has taken the message. */
  readonly aside?: { readonly filters: readonly string[]; take(message: InboundMessage): boolean };
}

/**
 * One connection to the broker and the devices behind it: publishes what their emulator makes of them, and carries out
 * requests.
 */
export class DeviceConnection {
  readonly #options: DeviceConnectionOptions;
  readonly #emulator: DeviceEmulator;
  readonly #connection: Connection;
  /** Keyed by the id in the home file. */
  readonly #devices = new Map<string, SimulatedDevice>();
  /** The same in a list, for the emulator; null after a change. */
  #list: readonly SimulatedDevice[] | null = null;
  #stopped = new AbortController();
  /** Reports that wait until the answer that caused them is on the wire; null when none is being made. */
  #deferred: (() => void)[] | null = null;

  constructor(options: DeviceConnectionOptions) {
    this.#options = options;
    this.#emulator = options.emulator;
    const will = options.emulator.will();
    this.#connection = new Connection(
      { ...options.connection, ...(will && { will }) },
      [...options.emulator.filters, ...(options.aside?.filters ?? [])],
      {
        message: (message) => this.#receive(message),
        connected: () => this.#announceAll(),
        disconnected: () => {},
        problem: ({ detail }) => options.warn?.(detail),
      },
      options.now,
    );
  }

  get status(): ConnectionStatus {
    return this.#connection.status;
  }

  /** Takes a device; it is announced at once when there is a connection. */
  add(device: SimulatedDevice): void {
    this.#devices.set(device.id, device);
    this.#list = null;
    device.subscribe((change) => this.#changed(device, change));
    this.announce(device);
  }

  /** Withdraws a device. */
  remove(device: SimulatedDevice): void {
    this.#devices.delete(device.id);
    this.#list = null;
    this.#publish(this.#emulator.withdraw(device));
  }

  announce(device: SimulatedDevice): void {
    this.#publish(this.#emulator.announce(device));
  }

  /** Connects and announces every device. */
  async start(timeout: number): Promise<void> {
    this.#stopped = new AbortController();
    this.#connection.start();
    await this.#connection.ready(timeout);
    await this.#connection.flushed();
  }

  /** Ends in order. The emulator's last messages are left out if the devices have been withdrawn. */
  async stop(withdrawn = false): Promise<void> {
    this.#stopped.abort();
    if (!withdrawn) this.#publish(this.#emulator.disconnecting());
    await this.#connection.flushed();
    await this.#connection.stop();
  }

  /** What the emulator publishes for a network that lets devices join; undefined where none can. */
  get pairing(): DeviceEmulator["pairing"] {
    return this.#emulator.pairing;
  }

  /** Publishes a message that belongs to no device. */
  say(publication: Publication): void {
    this.#publish([publication]);
  }

  flushed(): Promise<void> {
    return this.#connection.flushed();
  }

  #announceAll(): void {
    this.#publish(this.#emulator.connected(this.#all()));
    for (const device of this.#devices.values()) this.announce(device);
  }

  #all(): readonly SimulatedDevice[] {
    this.#list ??= [...this.#devices.values()];
    return this.#list;
  }

  #receive(message: InboundMessage): void {
    if (this.#options.aside?.take(message)) return;
    for (const request of this.#emulator.receive(message, (id) => this.#devices.get(id), this.#all())) {
      if (request.kind === "answer" || request.kind === "pairing") this.#publish(request.publications);
      if (request.kind === "answer") continue;
      if (request.kind === "pairing") this.#options.pairing?.(request.seconds);
      else void answerRequest(request, this.#answering, this.#stopped.signal);
    }
  }

  #changed(device: SimulatedDevice, change: DeviceChange): void {
    if (!this.#devices.has(device.id)) return;
    switch (change.kind) {
      case "values":
        this.#report(device, () => this.#emulator.report(device, change.values));
        return;
      case "event":
        this.#report(device, () => this.#emulator.event(device, change.event, change.arguments));
        return;
      case "described":
        this.announce(device);
        return;
      case "availability":
        this.#publish(this.#emulator.availability(device));
        return;
      default:
        change satisfies never;
    }
  }

  /** Publishes a report or event of a device, as far as its fault allows. */
  #report(device: SimulatedDevice, make: () => readonly Publication[]): void {
    const { fault } = device;
    if (!device.online || fault?.kind === "mute" || fault?.kind === "silent") return;
    if (fault?.kind === "late") {
      const publications = make();
      setTimeout(() => this.#publish(publications), fault.ms).unref();
      return;
    }
    // The message is made when it is sent: one with the whole state must not repeat a value that the same request has
    // changed since.
    const publish = () => {
      const publications = make();
      this.#publish(publications);
      if (fault?.kind === "duplicate") this.#publish(publications);
    };
    if (this.#deferred) this.#deferred.push(publish);
    else publish();
  }

  readonly #answering: AnswerWriter = {
    publish: (publications) => this.#publish(publications),
    act: (run, times) => {
      const deferred: (() => void)[] = [];
      this.#deferred = deferred;
      let publications: readonly Publication[];
      try {
        publications = run();
      } finally {
        this.#deferred = null;
      }
      for (let time = 0; time < times; time += 1) this.#publish(publications);
      for (const publish of deferred) publish();
    },
  };

  #publish(publications: readonly Publication[]): void {
    for (const publication of publications) this.#connection.publish(publication);
  }
}
