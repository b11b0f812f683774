import type { HomeFile, Phrase } from "../home/index.ts";
import { message } from "../language/index.ts";
import type {
  Emulation,
  EmulationAccess,
  EmulationOptions,
  RunningEmulation,
} from "../simulator/emulators/emulation.ts";
import { withIdPrefix } from "../simulator/id-prefix.ts";

export interface SimulationOptions extends Omit<EmulationOptions, "name"> {
  readonly emulation: Emulation;
  /** A prefix of every id of the home, so that two homes can share a broker. */
  readonly prefix: string;
}

/** Simulated devices that have started. */
export interface Simulation extends Pick<RunningEmulation, "device" | "stop"> {
  /** How to reach them, in words. */
  readonly hint: Phrase;
}

/**
 * Starts the devices of a home file in one emulation.
 * @throws JiaError `broker-unreachable`, `missing-program`, `other-simulator`
 */
export async function startSimulation({ emulation, prefix, ...options }: SimulationOptions): Promise<Simulation> {
  const home = withIdPrefix(options.home, prefix);
  const { access, device, stop } = await emulation.start({ ...options, home, name: prefix + home.name });
  return { device, stop, hint: hintOf(access, home) };
}

function hintOf(access: EmulationAccess, { devices }: HomeFile): Phrase {
  const count = devices.length;
  switch (access.kind) {
    case "broker":
      return message("simulate.onBroker", { count, url: access.url });
    case "hub": {
      const settings = Object.entries(access.variables).map(([name, value]) => `export ${name}=${value}`);
      return message("simulate.behindHub", { count, settings: settings.join("\n") });
    }
    case "wifi": {
      const command = `jia miio ${access.file} --mqtt mqtt://127.0.0.1:1883`;
      return message("simulate.onWifi", { count, command });
    }
    default:
      return access satisfies never;
  }
}
