import { Connection, type ConnectionOptions } from "../bridge/connection.ts";
import type { InboundMessage, Publication } from "../bridge/dialect.ts";
import { type Clock, type HomeFile, type HomeFileDevice, systemClock } from "../home/index.ts";
import { type BehaviourMode, chooseBehaviours } from "./behaviours/index.ts";
import { control } from "./control.ts";
import { type Happening, SimulatedDevice } from "./device.ts";
import type { Face, FaceFactory } from "./face.ts";
import { miotFace } from "./faces/miot.ts";
import { type Answering, carryOut } from "./requests.ts";
import { World } from "./world.ts";

export interface SimulatorOptions {
  readonly home: HomeFile;
  readonly connection: ConnectionOptions;
  /** The dialect that the devices speak; `miot` when it is left out. */
  readonly face?: FaceFactory;
  /** The devices of the home that this simulator has; all when it is left out. Several faces share a home that way. */
  readonly only?: (device: HomeFileDevice) => boolean;
  /** `physics` when it is left out. */
  readonly behaviours?: BehaviourMode;
  readonly clock?: Clock;
  readonly seed?: number;
  /** Milliseconds between steps of the simulated time; 0: only `tick` moves it. 200 when it is left out. */
  readonly tick?: number;
  /** Simulated seconds per second; 1 when it is left out. */
  readonly speed?: number;
  /** Base of the topics that hands and faults come from; null: none. `simulator` when it is left out. */
  readonly control?: string | null;
  /** Told what is wrong with a control message. */
  readonly warn?: (text: string) => void;
}

/** A whole home of simulated devices behind a broker, each with its own availability. */
export class Simulator {
  readonly world: World;
  readonly #options: SimulatorOptions;
  readonly #face: Face;
  readonly #connection: Connection;
  /** Keyed by the device's id in the home file. */
  readonly #devices = new Map<string, SimulatedDevice>();
  #stopped = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #lastTick = 0;
  /** Reports that wait until the answer that caused them is on the wire; null when none is being made. */
  #deferred: (() => void)[] | null = null;

  constructor(options: SimulatorOptions) {
    const { home, clock = systemClock } = options;
    this.#options = options;
    this.world = new World({ clock, timezone: home.timezone, seed: options.seed ?? 1 });
    this.#face = (options.face ?? miotFace())({
      rooms: new Map(home.rooms.map((room) => [room.id, room])),
      floors: new Map(home.floors.map((floor) => [floor.id, floor])),
      now: () => clock.now(),
    });
    const will = this.#face.will();
    const filters = [...this.#face.filters, ...(this.#control === null ? [] : [`${this.#control}/+`])];
    this.#connection = new Connection(
      { ...options.connection, ...(will && { will }) },
      filters,
      {
        message: (message) => this.#receive(message),
        connected: () => this.#announceAll(),
        disconnected: () => {},
        problem: ({ detail }) => options.warn?.(detail),
      },
      () => clock.now(),
    );
    for (const device of home.devices) if (options.only?.(device) ?? true) this.#create(device);
  }

  get devices(): ReadonlyMap<string, SimulatedDevice> {
    return this.#devices;
  }

  /** The device with this id of the home file. */
  device(id: string): SimulatedDevice | undefined {
    return this.#devices.get(id);
  }

  /** Connects, announces every device and lets time pass. Resolves when everything is announced; see `Connection.ready`. */
  async start(timeout = 10_000): Promise<void> {
    this.#stopped = new AbortController();
    this.#connection.start();
    await this.#connection.ready(timeout);
    await this.#connection.flushed();
    const { tick = 200 } = this.#options;
    this.#lastTick = performance.now();
    if (tick > 0) this.#timer = setInterval(() => this.#pass(), tick);
  }

  /** Ends in order: the devices are announced as offline. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#publish(this.#face.disconnecting());
    await this.#connection.flushed();
    await this.#connection.stop();
  }

  /** Lets `seconds` of simulated time pass for every device, in their order. */
  tick(seconds: number): void {
    this.world.tick(seconds);
    for (const device of this.#devices.values()) device.tick(seconds);
  }

  /** Resolves when the broker has taken everything that was published so far. */
  flushed(): Promise<void> {
    return this.#connection.flushed();
  }

  /** Adds a device to the running home. */
  add(file: HomeFileDevice): SimulatedDevice {
    const device = this.#create(file);
    this.#publish(this.#face.announce(device));
    return device;
  }

  /** Takes a device out of the running home. */
  remove(id: string): void {
    const device = this.#devices.get(id);
    if (!device) return;
    this.#devices.delete(id);
    this.#publish(this.#face.withdraw(device));
  }

  /** Announces a device once more, as devices do from time to time. */
  announce(id: string): void {
    const device = this.#devices.get(id);
    if (device) this.#publish(this.#face.announce(device));
  }

  get #control(): string | null {
    const { control: base = "simulator" } = this.#options;
    return base;
  }

  #create(file: HomeFileDevice): SimulatedDevice {
    const device = new SimulatedDevice(file);
    device.use(chooseBehaviours(device, this.world, this.#options.behaviours ?? "physics"));
    device.subscribe((happening) => this.#happened(device, happening));
    this.#devices.set(file.id, device);
    return device;
  }

  #announceAll(): void {
    const devices = [...this.#devices.values()];
    this.#publish(this.#face.connected(devices));
    for (const device of devices) this.#publish(this.#face.announce(device));
  }

  #pass(): void {
    const now = performance.now();
    const seconds = ((now - this.#lastTick) / 1000) * (this.#options.speed ?? 1);
    this.#lastTick = now;
    this.tick(seconds);
  }

  #happened(device: SimulatedDevice, happening: Happening): void {
    if (!this.#devices.has(device.id)) return;
    switch (happening.kind) {
      case "values":
        this.#report(device, () => this.#face.report(device, happening.values));
        return;
      case "event":
        this.#report(device, () => this.#face.event(device, happening.event, happening.arguments));
        return;
      case "described":
        this.#publish(this.#face.announce(device));
        return;
      case "availability":
        this.#publish(this.#face.availability(device));
        return;
      default:
        happening satisfies never;
    }
  }

  /** Publishes what a device says by itself, as its fault lets it. */
  #report(device: SimulatedDevice, make: () => readonly Publication[]): void {
    const { fault } = device;
    if (!device.online || fault?.kind === "mute" || fault?.kind === "silent") return;
    const publications = make();
    if (fault?.kind === "late") {
      setTimeout(() => this.#publish(publications), fault.ms).unref();
      return;
    }
    const publish = () => {
      this.#publish(publications);
      if (fault?.kind === "duplicate") this.#publish(publications);
    };
    if (this.#deferred) this.#deferred.push(publish);
    else publish();
  }

  #receive(message: InboundMessage): void {
    const base = this.#control;
    if (base !== null && message.topic.startsWith(`${base}/`)) {
      this.#hand(message.topic.slice(base.length + 1), message.payload);
      return;
    }
    const requests = this.#face.receive(message, (id) => this.#devices.get(id), [...this.#devices.values()]);
    for (const request of requests) {
      if (request.kind === "answer") this.#publish(request.publications);
      else void carryOut(request, this.#answering, this.#stopped.signal);
    }
  }

  #hand(id: string, payload: Uint8Array): void {
    const device = this.#devices.get(id);
    const wrong = device ? control(device, payload) : "there is no such device";
    if (wrong !== null) this.#options.warn?.(`${this.#control}/${id}: ${wrong}`);
  }

  readonly #answering: Answering = {
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
