import { setTimeout as wait } from "node:timers/promises";
import type { Bridge, Dialect } from "../../src/bridge/index.ts";
import type {
  Command,
  Execution,
  Home,
  HomeEvent,
  HomeFile,
  HomeFileDevice,
  Property,
  Value,
} from "../../src/home/index.ts";
import { type EmulatorFactory, Simulator, type SimulatorOptions } from "../../src/simulator/index.ts";
import { BROKERS, type TestBroker } from "./broker.ts";
import { homeOnBridge } from "./home-on-bridge.ts";
import { until } from "./until.ts";

/** Comes back quickly: tests break connections on purpose. */
export const QUICK = { first: 20, max: 100 } as const;

/** The devices of a home in simulation, whatever carries their messages to the broker. */
export type SimulatedHome = Pick<
  Simulator,
  "devices" | "device" | "start" | "stop" | "flushed" | "add" | "remove" | "announce"
>;

/** How the devices of the file are simulated: on MQTT themselves, or on something else with a gateway to the broker. */
export type Simulation =
  | { readonly emulator: EmulatorFactory }
  | { readonly simulate: (file: HomeFile, broker: string) => SimulatedHome };

export type BridgedHomeOptions = Simulation & {
  readonly broker: keyof typeof BROKERS;
  readonly file: HomeFile;
  /** A new one for each start of Jia. */
  readonly dialect: () => Dialect;
  /** Id in the home of the device with this id in the home file. */
  readonly idOf: (id: string) => string;
  /** Milliseconds; 400 when it is left out. */
  readonly timeout?: number;
  readonly settle?: number;
  /** Further options of the simulator of an emulator. */
  readonly simulator?: Partial<SimulatorOptions>;
};

/** A home of simulated devices behind a real broker, with Jia's bridge on the other side. */
export class BridgedHome {
  readonly broker: TestBroker;
  readonly simulator: SimulatedHome;
  readonly options: BridgedHomeOptions;
  /** What happened in the home since Jia started last. */
  readonly events: HomeEvent[] = [];
  #home: Home;
  #bridge: Bridge;

  private constructor(options: BridgedHomeOptions, broker: TestBroker) {
    this.options = options;
    this.broker = broker;
    this.simulator = simulate(options, broker.url);
    [this.#home, this.#bridge] = this.#jia();
  }

  /** Starts broker, devices and Jia, and waits until all devices are there. */
  static async start(options: BridgedHomeOptions): Promise<BridgedHome> {
    const broker = BROKERS[options.broker]();
    await broker.start();
    const world = new BridgedHome(options, broker);
    await world.simulator.start();
    await world.startJia();
    return world;
  }

  get home(): Home {
    return this.#home;
  }

  get bridge(): Bridge {
    return this.#bridge;
  }

  async stop(): Promise<void> {
    await this.#bridge.stop();
    await this.simulator.stop();
    await this.broker.stop();
  }

  /** Connects the bridge and waits until it knows every device of the simulator. */
  async startJia(): Promise<void> {
    this.#bridge.start(this.#home);
    await this.#bridge.ready();
    await this.allKnown();
  }

  /** Jia ends and comes back with nothing in its memory. */
  async restartJia(): Promise<void> {
    await this.#bridge.stop();
    this.events.length = 0;
    [this.#home, this.#bridge] = this.#jia();
    await this.startJia();
  }

  /** The broker ends and comes back; Jia and the devices have to reconnect by themselves. */
  async restartBroker(): Promise<void> {
    await this.broker.stop();
    await until(
      "Jia to notice that the broker is gone",
      () => !this.#bridge.status.links.some((link) => link.connected),
    );
    await this.broker.start();
    await this.#bridge.ready();
    await this.allKnown();
  }

  async allKnown(): Promise<void> {
    try {
      // Hundreds of them are asked one after the other.
      await until("every device to be known as it is", () => this.#notKnown().length === 0, 30_000);
    } catch (error) {
      throw new Error([String(error), ...this.#notKnown(), ...this.#problems()].join("\n"));
    }
  }

  /** What the home knows of the device with this id in the home file. */
  device(id: string) {
    return this.#home.device(this.options.idOf(id));
  }

  value(id: string, address: string): Value | undefined {
    return this.device(id)?.state.get(address)?.value;
  }

  set(id: string, properties: Readonly<Record<string, Value>>): Promise<Execution> {
    return this.run({
      kind: "set",
      device: this.options.idOf(id),
      properties: Object.entries(properties).map(([address, value]) => ({ address, value })),
    });
  }

  run(command: Command, signal?: AbortSignal): Promise<Execution> {
    return this.#home.execute([command], { kind: "person" }, signal ? { signal } : {});
  }

  /** Device events (button presses, motion) since Jia started last, for the device with this id in the home file. */
  occurred(id: string): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === "event-occurred" && event.device.id === this.options.idOf(id) ? [event.event] : [],
    );
  }

  /**
   * Waits until everything that was on its way has arrived: a change that follows it has been seen. What must not happen
   * would have happened by then.
   */
  async quiet(id: string, property: Property, value: Value): Promise<void> {
    this.simulator.device(id)?.set(property, value);
    await until("the last change to arrive", () => this.value(id, property.address) === value);
    await wait(20);
  }

  /** What the home does not know of the simulated devices, a line for each device. */
  #notKnown(): readonly string[] {
    return [...this.simulator.devices.values()].flatMap((device) => {
      const id = this.options.idOf(device.id);
      const known = this.#home.device(id);
      if (!known) return [`${id} is not in the home`];
      if (known.online !== device.online) return [`${id}: online is ${known.online}, not ${device.online}`];
      const readable = [...known.spec.properties.values()].filter(({ access }) => access.read);
      const missing = readable.filter(({ address }) => !known.state.has(address)).map(({ address }) => address);
      return missing.length === 0 ? [] : [`${id} has no value for ${missing.join(", ")}`];
    });
  }

  #problems(): readonly string[] {
    return this.#bridge.status.problems.map(({ code, topic, detail }) => `problem ${code} on ${topic}: ${detail}`);
  }

  #jia(): [Home, Bridge] {
    const { file, dialect, timeout = 400, settle } = this.options;
    const links = [{ connection: { url: this.broker.url, backoff: QUICK }, dialects: [dialect()] }];
    const { name, language, timezone, location } = file;
    const { home, bridge } = homeOnBridge(
      { links, timeout, ...(settle !== undefined && { settle }) },
      { name, language, timezone, location, policy: [] },
    );
    home.subscribe((event) => this.events.push(event));
    return [home, bridge];
  }
}

function simulate(options: BridgedHomeOptions, url: string): SimulatedHome {
  const { file } = options;
  if ("simulate" in options) return options.simulate(file, url);
  return new Simulator({
    home: file,
    emulator: options.emulator,
    behaviours: "instant",
    tick: 0,
    ...options.simulator,
    connection: { backoff: QUICK, ...options.simulator?.connection, url },
  });
}

/** A device like another one of the file, under another id and name. */
export function another(device: HomeFileDevice, id: string, name: string): HomeFileDevice {
  return { ...device, id, name, aliases: [] };
}
