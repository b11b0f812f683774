import { createHash } from "node:crypto";
import { type Clock, type HomeFile, systemClock } from "../../../home/index.ts";
import { type BehaviourMode, chooseBehaviours } from "../../behaviours/index.ts";
import { SimulatedDevice } from "../../device.ts";
import { SimulatedWorld } from "../../world.ts";
import { MiioHost } from "./miio-host.ts";

export interface MiioFleetOptions {
  readonly home: HomeFile;
  readonly clock?: Clock;
  readonly behaviours?: BehaviourMode;
  readonly seed?: number;
  /** Simulated seconds per second; 1 when left out. */
  readonly speed?: number;
}

/** A line of the devices file (docs/miio.md). */
export interface MiioFleetEntry {
  readonly did: string;
  readonly token: string;
  readonly address: string;
  readonly port: number;
  readonly model: string;
  readonly name: string;
  readonly room: string | null;
}

/** Milliseconds between steps of the simulated time. */
const TICK = 200;

/** The devices of a home file as Wi-Fi devices on the loopback, each on a port of its own. */
export class MiioFleet {
  readonly #options: MiioFleetOptions;
  /** Keyed by the id in the home file. */
  readonly #devices = new Map<string, SimulatedDevice>();
  readonly #hosts = new Map<string, MiioHost>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: MiioFleetOptions) {
    const { home, clock = systemClock, behaviours = "physics", seed = 1 } = options;
    this.#options = options;
    const world = new SimulatedWorld({ clock, timezone: home.timezone, seed });
    for (const file of home.devices) {
      const device = new SimulatedDevice(file);
      device.use(chooseBehaviours(device, world, behaviours));
      this.#devices.set(file.id, device);
      const token = Buffer.from(tokenOf(file.id), "hex");
      this.#hosts.set(file.id, new MiioHost({ device, did: miioDidOf(file.id), token, clock }));
    }
  }

  device(id: string): SimulatedDevice | undefined {
    return this.#devices.get(id);
  }

  async start(): Promise<void> {
    for (const host of this.#hosts.values()) await host.start();
    const { speed = 1 } = this.#options;
    this.#timer = setInterval(() => {
      for (const device of this.#devices.values()) device.tick((TICK / 1000) * speed);
    }, TICK);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    for (const host of this.#hosts.values()) await host.stop();
  }

  /** The entries for a gateway's devices file; ports are known after the start. */
  entries(): readonly MiioFleetEntry[] {
    const rooms = new Map(this.#options.home.rooms.map(({ id, name }) => [id, name]));
    return [...this.#hosts].flatMap(([id, host]) => {
      const device = this.#devices.get(id);
      if (!device) return [];
      const { name, model } = device;
      const room = device.room === null ? null : (rooms.get(device.room) ?? device.room);
      const { host: address, port } = host.address;
      return [{ did: host.did, token: tokenOf(id), address, port, model, name, room }];
    });
  }
}

/** The decimal device id of a simulated Wi-Fi device: always the same for an id of a home file. */
export function miioDidOf(id: string): string {
  return String(createHash("sha256").update(id).digest().readUInt32BE(0));
}

/** Its token: no secret, it opens nothing but a simulation. */
function tokenOf(id: string): string {
  return createHash("sha256").update(`token of ${id}`).digest("hex").slice(0, 32);
}
