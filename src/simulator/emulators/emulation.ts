import type { DialectName } from "../../bridge/dialects.ts";
import type { ConnectionOptions } from "../../bridge/index.ts";
import type { HomeFile, HomeFileDevice } from "../../home/index.ts";
import type { SimulatedDevice } from "../device.ts";
import { Simulator } from "../simulator.ts";
import type { EmulatorFactory } from "./emulator.ts";
import { ieeeOf } from "./ieee.ts";

export interface EmulationOptions {
  readonly home: HomeFile;
  /** The home's broker, for emulations that need one. */
  readonly connection: ConnectionOptions | null;
  /** What tells these devices from those of other simulators on the broker. */
  readonly name: string;
  readonly seed: number;
  /** Simulated seconds per second. */
  readonly speed: number;
  /** Where an emulation writes files, such as certificates. */
  readonly folder: string;
  readonly warn: (text: string) => void;
}

/** How the simulated devices are reached. */
export type EmulationAccess =
  | { readonly kind: "broker"; readonly url: string }
  /** Environment variables that let Jia connect to the hub, keyed by name. */
  | { readonly kind: "hub"; readonly variables: Readonly<Record<string, string>> }
  /** The devices file for `jia miio`. */
  | { readonly kind: "wifi"; readonly file: string };

/** Simulated devices that have started. */
export interface RunningEmulation {
  readonly access: EmulationAccess;
  /** @param id as in the home file */
  device(id: string): SimulatedDevice | undefined;
  stop(): Promise<void>;
}

/** One way to simulate the devices of a home file: in a dialect of Jia's, or as Wi-Fi devices. */
export interface Emulation<Name extends DialectName | "miio" = DialectName | "miio"> {
  /** As in `jia simulate --as`. */
  readonly name: Name;
  /** Whether it needs the home's broker; the others bring what they need. */
  readonly needsBroker: boolean;
  /** @throws JiaError `broker-unreachable`, `missing-program`, `other-simulator` */
  start(options: EmulationOptions): Promise<RunningEmulation>;
}

/** How long the broker may take at first, in milliseconds. */
const BROKER_MS = 10_000;

/** Devices on the home's broker, in the dialect of this name. */
export function onHomeBroker<const Name extends DialectName>(name: Name, emulator: EmulatorFactory): Emulation<Name> {
  return {
    name,
    needsBroker: true,
    async start(options) {
      const url = options.connection?.url ?? "";
      const simulator = await startSimulator(options, options.connection ?? { url }, emulator);
      return {
        access: { kind: "broker", url },
        device: (id) => simulator.device(id),
        stop: () => simulator.stop(),
      };
    },
  };
}

/**
 * Starts the devices behind a broker, after a look for other simulators there.
 * @throws JiaError `broker-unreachable`, `other-simulator`
 */
export async function startSimulator(
  { home, name, seed, speed, warn }: EmulationOptions,
  connection: ConnectionOptions,
  emulator: EmulatorFactory,
): Promise<Simulator> {
  const simulator = new Simulator({
    home,
    connection,
    emulator,
    seed,
    speed,
    warn,
    name,
    looks: true,
    joins: newcomers(home),
  });
  try {
    await simulator.start(BROKER_MS);
  } catch (error) {
    await simulator.stop();
    throw error;
  }
  return simulator;
}

/** Most devices that wait to join. */
const NEWCOMERS = 3;

/** Devices like the first of some kinds of the home, which have no name and no room yet. */
function newcomers({ devices }: HomeFile): HomeFileDevice[] {
  const kinds = new Map(devices.toReversed().map((device) => [device.spec.kind, device]));
  return [...kinds.values()]
    .toReversed()
    .slice(0, NEWCOMERS)
    .map((device) => ({
      ...device,
      id: `${device.id}-new`,
      name: ieeeOf(`${device.id}-new`),
      aliases: [],
      room: null,
    }));
}
