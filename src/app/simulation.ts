import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConnectionOptions } from "../bridge/index.ts";
import type { HomeFile, Phrase } from "../home/index.ts";
import { message } from "../language/index.ts";
import { makeFolder } from "../make-folder.ts";
import { discoveryEmulator } from "../simulator/emulators/discovery/emulator.ts";
import { makeHubCertificates } from "../simulator/emulators/hub/authority.ts";
import { hubEmulator } from "../simulator/emulators/hub/emulator.ts";
import { HubBroker } from "../simulator/emulators/hub/hub-broker.ts";
import { MiioFleet } from "../simulator/emulators/miio/miio-fleet.ts";
import { zigbee2mqttEmulator } from "../simulator/emulators/zigbee2mqtt/emulator.ts";
import { type EmulatorFactory, miotEmulator, type SimulatedDevice, Simulator } from "../simulator/index.ts";
import { prefixed } from "../simulator/prefixed.ts";

/** As what the devices of a home file can be simulated. */
export const SIMULATED_AS = ["miot", "zigbee2mqtt", "discovery", "hub", "miio"] as const;
export type SimulatedAs = (typeof SIMULATED_AS)[number];

export interface SimulationOptions {
  readonly home: HomeFile;
  readonly as: SimulatedAs;
  /** The broker, for the dialects that need one from outside. */
  readonly connection: ConnectionOptions | null;
  /** Put before every id of the home, so that it can be beside another home on one broker. */
  readonly prefix: string;
  readonly seed: number;
  readonly speed: number;
  /** Where a hub's certificates and the file of miIO devices are written. */
  readonly folder: string;
  readonly warn: (text: string) => void;
}

/** Simulated devices that have started. */
export interface Simulation {
  device(id: string): SimulatedDevice | undefined;
  /** How to reach them, for a person. */
  readonly hint: Phrase;
  stop(): Promise<void>;
}

/** How long the broker may take at first, in milliseconds. */
const BROKER_MS = 10_000;
const HUB_CLIENT = "1290012345678901234";

/**
 * Starts the devices of a home file in one of the ways that Jia understands.
 * @throws JiaError `broker-unreachable`, `missing-program`, `other-simulator`
 */
export function startSimulation(given: SimulationOptions): Promise<Simulation> {
  const options = { ...given, home: prefixed(given.home, given.prefix) };
  switch (options.as) {
    case "miot":
      return onBroker(options, miotEmulator());
    case "zigbee2mqtt":
      return onBroker(options, zigbee2mqttEmulator());
    case "discovery":
      return onBroker(options, discoveryEmulator());
    case "hub":
      return asHub(options);
    case "miio":
      return asWifiDevices(options);
    default:
      return options.as satisfies never;
  }
}

async function onBroker(options: SimulationOptions, emulator: EmulatorFactory): Promise<Simulation> {
  const { connection, home } = options;
  const url = connection?.url ?? "";
  const simulator = await started(options, connection ?? { url }, emulator);
  return {
    device: (id) => simulator.device(id),
    hint: message("simulate.onBroker", { count: home.devices.length, url }),
    stop: () => simulator.stop(),
  };
}

/** A hub with a broker of its own: TLS, client certificates, an authority made for it. */
async function asHub(options: SimulationOptions): Promise<Simulation> {
  const { folder, home } = options;
  const certificates = await makeHubCertificates({ folder, clientDid: HUB_CLIENT });
  const broker = new HubBroker({ folder, certificates });
  await broker.start();
  let simulator: Simulator;
  try {
    simulator = await started(options, { url: broker.innerUrl, subscribeQos: 2 }, hubEmulator());
  } catch (error) {
    await broker.stop();
    throw error;
  }
  const settings = [
    ["JIA_HUB_CLIENT", HUB_CLIENT],
    ["JIA_HUB_HOST", "127.0.0.1"],
    ["JIA_HUB_PORT", String(broker.port)],
    ["JIA_HUB_CA", certificates.ca],
    ["JIA_HUB_CERT", certificates.client.cert],
    ["JIA_HUB_KEY", certificates.client.key],
  ];
  const lines = settings.map(([name, value]) => `export ${name}=${value}`).join("\n");
  return {
    device: (id) => simulator.device(id),
    hint: message("simulate.behindHub", { count: home.devices.length, settings: lines }),
    async stop() {
      await simulator.stop();
      await broker.stop();
    },
  };
}

async function asWifiDevices({ home, seed, speed, folder }: SimulationOptions): Promise<Simulation> {
  const fleet = new MiioFleet({ home, seed, speed });
  await fleet.start();
  makeFolder(folder);
  const file = join(folder, "miio.json");
  await writeFile(file, `${JSON.stringify({ devices: fleet.entries() }, null, 2)}\n`, { mode: 0o600 });
  const command = `jia miio ${file} --mqtt mqtt://127.0.0.1:1883`;
  return {
    device: (id) => fleet.device(id),
    hint: message("simulate.onWifi", { count: home.devices.length, command }),
    stop: () => fleet.stop(),
  };
}

async function started(
  { home, prefix, seed, speed, warn }: SimulationOptions,
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
    name: prefix + home.name,
    looks: true,
  });
  try {
    await simulator.start(BROKER_MS);
  } catch (error) {
    await simulator.stop();
    throw error;
  }
  return simulator;
}
