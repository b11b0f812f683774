import { Connection, type ConnectionOptions, type ConnectionStatus } from "../bridge/connection.ts";
import { shownUrl } from "../bridge/connection-options.ts";
import type { InboundMessage } from "../bridge/dialect.ts";
import { type Clock, type HomeFile, type HomeFileDevice, JiaError, slug, systemClock } from "../home/index.ts";
import { type BehaviourMode, chooseBehaviours } from "./behaviours/index.ts";
import { applyControl } from "./control.ts";
import { SimulatedDevice } from "./device.ts";
import { DeviceConnection } from "./device-connection.ts";
import type { DeviceEmulator, EmulatorFactory } from "./emulators/emulator.ts";
import { miotEmulator } from "./emulators/miot/emulator.ts";
import { findOther, gatewayOf, presenceTopics } from "./other-simulators.ts";
import { SimulatedPairing } from "./pairing.ts";
import { SimulatedWorld } from "./world.ts";

export interface SimulatorOptions {
  readonly home: HomeFile;
  readonly connection: ConnectionOptions;
  /**
   * one (the default): all devices behind one connection, whose last will says that they are all gone · each: a connection
   * and a last will for each device.
   */
  readonly clients?: "one" | "each";
  /** The dialect that the devices speak; `miot` when it is left out. */
  readonly emulator?: EmulatorFactory;
  /** The devices of the home that this simulator has; all when it is left out. Several emulators share a home that way. */
  readonly only?: (device: HomeFileDevice) => boolean;
  /** `physics` when it is left out. */
  readonly behaviours?: BehaviourMode;
  readonly clock?: Clock;
  /** Devices that are not in the home yet, and join it one after another while its network is open. */
  readonly joins?: readonly HomeFileDevice[];
  /** The seed of all that is random in the home; the same seed repeats a run. 1 when it is left out. */
  readonly seed?: number;
  /** Milliseconds between steps of the simulated time; 0: only `tick` moves it. 200 when it is left out. */
  readonly tick?: number;
  /** Simulated seconds per second; 1 when it is left out. */
  readonly speed?: number;
  /** Base of the control topics; null: none. `simulator` when it is left out. */
  readonly control?: string | null;
  /** The name that distinguishes this simulator from others on the broker; the home's name when it is left out. */
  readonly name?: string;
  /**
   * Whether to look first for other announcers of the same devices, behind a shared connection. false when it is left
   * out.
   */
  readonly looks?: boolean;
  /** Called with the problem of a control message. */
  readonly warn?: (text: string) => void;
}

/** A device and its connection. */
interface Placed {
  readonly device: SimulatedDevice;
  readonly wire: DeviceConnection;
}

/** A whole home of simulated devices behind a broker, each with its own availability (docs/simulator.md). */
export class Simulator {
  readonly world: SimulatedWorld;
  readonly #options: SimulatorOptions;
  readonly #clock: Clock;
  /** Keyed by the device's id in the home file. */
  readonly #placed = new Map<string, Placed>();
  /** The connection that all devices share; null when each has its own. */
  readonly #shared: DeviceConnection | null;
  /** For control messages, when no connection is shared. */
  readonly #controls: Connection | null;
  #running = false;
  #timer: NodeJS.Timeout | null = null;
  #lastTick = 0;
  readonly #pairing: SimulatedPairing;

  constructor(options: SimulatorOptions) {
    const { home, clock = systemClock } = options;
    this.#options = options;
    this.#clock = clock;
    this.world = new SimulatedWorld({ clock, timezone: home.timezone, seed: options.seed ?? 1 });
    this.#pairing = new SimulatedPairing(options.joins ?? [], (file) => this.#joins(file));
    const filters = this.#control === null ? [] : [`${this.#control}/+`];
    const take = (message: InboundMessage) => this.#hand(message);
    if (options.clients === "each") {
      this.#shared = null;
      const listener = { message: take, connected: () => {}, disconnected: () => {}, problem: () => {} };
      this.#controls = new Connection(options.connection, filters, listener, () => clock.now());
    } else {
      this.#shared = this.#wire(null, { filters, take });
      this.#controls = null;
    }
    for (const device of home.devices) if (options.only?.(device) ?? true) this.#place(device);
  }

  /** The connections to the broker: one, or one for each device. */
  get status(): readonly ConnectionStatus[] {
    return this.#wires().map((wire) => wire.status);
  }

  /** Keyed by the id in the home file. */
  get devices(): ReadonlyMap<string, SimulatedDevice> {
    return new Map([...this.#placed].map(([id, { device }]) => [id, device]));
  }

  /** The device with this id of the home file. */
  device(id: string): SimulatedDevice | undefined {
    return this.#placed.get(id)?.device;
  }

  /**
   * Connects, announces every device and lets time pass. Resolves when the broker has every announcement.
   * @throws JiaError `broker-unreachable` after `timeout` milliseconds, `other-simulator`
   */
  async start(timeout = 10_000): Promise<void> {
    if (this.#options.looks && this.#shared) await this.#look(timeout);
    this.#running = true;
    this.#controls?.start();
    await Promise.all([this.#controls?.ready(timeout), ...this.#wires().map((wire) => wire.start(timeout))]);
    const { tick = 200 } = this.#options;
    this.#lastTick = performance.now();
    if (tick > 0) this.#timer = setInterval(() => this.#pass(), tick);
  }

  /** Ends in order: the devices are announced as offline. */
  async stop(): Promise<void> {
    this.#running = false;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await Promise.all([this.#controls?.stop(), ...this.#wires().map((wire) => wire.stop())]);
  }

  /** Lets `seconds` of simulated time pass for every device, in their order. */
  tick(seconds: number): void {
    this.world.tick(seconds);
    for (const { device } of this.#placed.values()) device.tick(seconds);
    this.#pairing.tick(seconds);
  }

  /** Resolves when the broker has taken everything that was published so far. */
  async flushed(): Promise<void> {
    await Promise.all(this.#wires().map((wire) => wire.flushed()));
  }

  /** Adds a device to the home; it is announced when the simulator runs. */
  add(file: HomeFileDevice): SimulatedDevice {
    const { device, wire } = this.#place(file);
    if (this.#running && wire !== this.#shared) {
      wire.start(10_000).catch((error: unknown) => this.#options.warn?.(String(error)));
    }
    return device;
  }

  /** Takes a device out of the home. */
  remove(id: string): void {
    const placed = this.#placed.get(id);
    if (!placed) return;
    this.#placed.delete(id);
    placed.wire.remove(placed.device);
    if (placed.wire !== this.#shared) void placed.wire.stop(true);
  }

  /** Announces a device once more, as devices do from time to time. */
  announce(id: string): void {
    const placed = this.#placed.get(id);
    placed?.wire.announce(placed.device);
  }

  /** @throws JiaError `other-simulator` */
  async #look(timeout: number): Promise<void> {
    const { connection } = this.#options;
    const devices = [...this.#placed.values()].map(({ device }) => device);
    const now = () => this.#clock.now();
    const control = this.#control;
    const other = await findOther({ connection, emulator: this.#emulator(null), devices, control, now, timeout });
    if (other === null) return;
    throw new JiaError("other-simulator", { ...other, url: shownUrl(connection.url) });
  }

  /** What happens while a device joins: the bridge tells of it, asks it what it is, and lists it. */
  #joins(file: HomeFileDevice | null): void {
    const wire = this.#shared;
    const pairing = wire?.pairing;
    if (!wire || !pairing) return;
    if (!file) {
      for (const publication of pairing.changed(false)) wire.say(publication);
      return;
    }
    const device = new SimulatedDevice(file);
    const stages = ["joined", "asked", "known"] as const;
    for (const publication of stages.flatMap((stage) => pairing.joining(device, stage))) wire.say(publication);
    this.add(file);
  }

  get #gateway(): string {
    const { home, name = home.name } = this.#options;
    return gatewayOf(slug(name));
  }

  get #control(): string | null {
    const { control: base = "simulator" } = this.#options;
    return base;
  }

  #wires(): readonly DeviceConnection[] {
    return this.#shared ? [this.#shared] : [...this.#placed.values()].map(({ wire }) => wire);
  }

  #place(file: HomeFileDevice): Placed {
    const device = new SimulatedDevice(file);
    device.use(chooseBehaviours(device, this.world, this.#options.behaviours ?? "physics"));
    const placed = { device, wire: this.#shared ?? this.#wire(file.id) };
    placed.wire.add(device);
    this.#placed.set(file.id, placed);
    return placed;
  }

  /** @param single the device that the connection is for; null: for all */
  #wire(
    single: string | null,
    aside?: { filters: readonly string[]; take(message: InboundMessage): boolean },
  ): DeviceConnection {
    const { connection: given, warn } = this.#options;
    const own = single !== null && given.clientId !== undefined ? { clientId: `${given.clientId}-${single}` } : {};
    const connection = { ...given, ...own };
    const now = () => this.#clock.now();
    return new DeviceConnection({
      connection,
      emulator: this.#emulator(single),
      now,
      ...(warn && { warn }),
      pairing: (seconds) => this.#pairing.open(seconds),
      ...(aside && { aside }),
    });
  }

  #emulator(single: string | null): DeviceEmulator {
    const { home, emulator = miotEmulator() } = this.#options;
    const surroundings = {
      rooms: new Map(home.rooms.map((room) => [room.id, room])),
      floors: new Map(home.floors.map((floor) => [floor.id, floor])),
      gateway: this.#gateway,
      now: () => this.#clock.now(),
    };
    return emulator(surroundings, single);
  }

  #pass(): void {
    const now = performance.now();
    const seconds = ((now - this.#lastTick) / 1000) * (this.#options.speed ?? 1);
    this.#lastTick = now;
    this.tick(seconds);
  }

  /** Takes a control message; false when it is none. */
  #hand({ topic, payload }: InboundMessage): boolean {
    const base = this.#control;
    if (base === null || !topic.startsWith(`${base}/`)) return false;
    const presence = presenceTopics(base, this.#gateway);
    if (topic === presence.ask) {
      this.#shared?.say({ topic: presence.answer, payload: this.#options.home.name, qos: 1, retain: false });
      return true;
    }
    const device = this.device(topic.slice(base.length + 1));
    const wrong = device ? applyControl(device, payload) : "there is no such device";
    if (wrong !== null) this.#options.warn?.(`${topic}: ${wrong}`);
    return true;
  }
}
