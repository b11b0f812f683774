import { type HomeFile, type HomeFileDevice, systemClock } from "../../src/home/index.ts";
import type { MiioDeviceEntry } from "../../src/miio/devices-file.ts";
import { MiioGateway } from "../../src/miio/gateway.ts";
import type { PollTimes } from "../../src/miio/index.ts";
import { chooseBehaviours } from "../../src/simulator/behaviours/index.ts";
import { miioDidOf } from "../../src/simulator/emulators/miio/miio-fleet.ts";
import { MiioHost } from "../../src/simulator/emulators/miio/miio-host.ts";
import { SimulatedDevice, SimulatedWorld } from "../../src/simulator/index.ts";
import { QUICK, type SimulatedHome } from "./bridged-home.ts";

const TOKEN = Buffer.from("8cbf2f08d8fd3a4f1b1c1b5b7a9c0d1e", "hex");

/** Simulated Wi-Fi devices on UDP, with a gateway of Jia between them and the broker. */
export class MiioHome implements SimulatedHome {
  readonly #file: HomeFile;
  readonly #broker: string;
  readonly #times: PollTimes;
  readonly #world: SimulatedWorld;
  /** Keyed by the id in the home file. */
  readonly #devices = new Map<string, SimulatedDevice>();
  readonly #hosts = new Map<string, MiioHost>();
  #gateway: MiioGateway | null = null;
  /** The end of the changes under way. */
  #changes: Promise<void> = Promise.resolve();

  /** @param every milliseconds between polls of a device */
  constructor(file: HomeFile, broker: string, every = 80) {
    this.#file = file;
    this.#broker = broker;
    this.#times = { every, most: every * 2, afterCommand: [50, 100, 150], offlineAfter: 2 };
    this.#world = new SimulatedWorld({ clock: systemClock, timezone: file.timezone, seed: 1 });
    for (const device of file.devices) this.#create(device);
  }

  get devices(): ReadonlyMap<string, SimulatedDevice> {
    return this.#devices;
  }

  device(id: string): SimulatedDevice | undefined {
    return this.#devices.get(id);
  }

  start(): Promise<void> {
    return this.#change();
  }

  async stop(): Promise<void> {
    await this.#changes;
    await this.#gateway?.stop();
    for (const host of this.#hosts.values()) await host.stop();
  }

  flushed(): Promise<void> {
    return this.#changes;
  }

  /** A device comes into the devices file: the gateway is started anew, as its user would. */
  add(file: HomeFileDevice): SimulatedDevice {
    const device = this.#create(file);
    void this.#change();
    return device;
  }

  remove(id: string): void {
    this.#devices.delete(id);
    void this.#change();
  }

  /** Wi-Fi devices announce nothing. */
  announce(): void {}

  #create(file: HomeFileDevice): SimulatedDevice {
    const device = new SimulatedDevice(file);
    device.use(chooseBehaviours(device, this.#world, "instant"));
    this.#devices.set(file.id, device);
    this.#hosts.set(file.id, new MiioHost({ device, did: miioDidOf(file.id), token: TOKEN, clock: systemClock }));
    return device;
  }

  #change(): Promise<void> {
    this.#changes = this.#changes.then(() => this.#restart());
    return this.#changes;
  }

  async #restart(): Promise<void> {
    await this.#gateway?.stop();
    const entries: MiioDeviceEntry[] = [];
    for (const [id, device] of this.#devices) {
      const host = this.#hosts.get(id);
      if (!host) continue;
      if (host.address.port === 0) await host.start();
      const { name, model } = device;
      const room = this.#file.rooms.find((each) => each.id === device.room)?.name ?? null;
      const address = { address: host.address.host, port: host.address.port };
      entries.push({ did: host.did, token: TOKEN, ...address, model, name, room });
    }
    const byModel = (model: string) => [...this.#devices.values()].find((device) => device.model === model);
    this.#gateway = new MiioGateway({
      connection: { url: this.#broker, backoff: QUICK },
      devices: entries,
      specs: { byModel: (model) => byModel(model)?.spec, instance: (model) => byModel(model)?.instance ?? null },
      clock: systemClock,
      times: this.#times,
      timeoutMs: 200,
      discover: { targets: ["127.0.0.1"], waitMs: 60 },
    });
    this.#gateway.start();
    await this.#gateway.ready(5000);
  }
}
