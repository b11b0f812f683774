import { once } from "node:events";
import { join, resolve } from "node:path";
import { homeFilePath } from "../app/home-files.ts";
import { connectionOptions } from "../app/mqtt.ts";
import { startSimulation } from "../app/simulation.ts";
import { JiaError, nearest } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import { readHomeFile, SpecLibrary } from "../library/index.ts";
import type { Emulation } from "../simulator/emulators/emulation.ts";
import { EMULATIONS } from "../simulator/emulators/index.ts";
import { DeviceFault } from "../simulator/index.ts";
import { loadCommandConfig } from "./client/command-config.ts";
import { defineCommand } from "./command.ts";
import { CONFIG_FILE_FLAG } from "./config.ts";
import { phraseAsCalled } from "./line/called-as.ts";

/** The values of `--as`. */
const EMULATION_NAMES = EMULATIONS.map(({ name }) => name);
const FAULT_KINDS = DeviceFault.options.map((option) => option.shape.kind.value);

export const simulate = defineCommand({
  name: "simulate",
  summary: message("simulate.summary"),
  usage: "HOME [--mqtt URL]",
  details: message("simulate.details", { faults: FAULT_KINDS }),
  examples: [
    "jia simulate house --mqtt mqtt://127.0.0.1:1883 --prefix house-",
    "jia simulate flat --as hub",
    "jia simulate flat --as hub --speed 60 --fault kitchen-light=slow:2000",
  ],
  flags: {
    mqtt: { kind: "text", value: "URL", about: message("cli.broker") },
    as: {
      kind: "text",
      value: EMULATION_NAMES.join("|"),
      about: message("simulate.as"),
    },
    prefix: { kind: "text", value: "TEXT", about: message("simulate.prefix") },
    seed: { kind: "text", value: "N", about: message("simulate.seed") },
    speed: { kind: "text", value: "N", about: message("simulate.speed") },
    fault: {
      kind: "text",
      multiple: true,
      value: "DEVICE=KIND[:N]",
      about: message("simulate.fault"),
    },
    ...CONFIG_FILE_FLAG,
  },
  positionals: { min: 1, max: 1 },
  async run({ flags, positionals }, context) {
    const { env, cwd, root, language, signal, stdout, stderr, style } = context;
    const { JIA_SEED, JIA_SPEED } = env;
    const { config } = loadCommandConfig(
      {
        // The simulator has no API, so the API's address must not matter.
        flags: { mqtt: flags.mqtt, host: "127.0.0.1", home: positionals[0] },
        env: { ...env, JIA_SEED: flags.seed ?? JIA_SEED, JIA_SPEED: flags.speed ?? JIA_SPEED },
        file: flags.config,
      },
      context,
    );
    const emulation = readEmulation(flags.as);
    const prefix = readPrefix(flags.prefix);
    const url = config["mqtt.url"];
    if (url === null && emulation.needsBroker) {
      throw new JiaError("usage", { detail: message("cli.nameBroker") });
    }
    const home = readHomeFile(homeFilePath(config["home.file"] ?? "", root), new SpecLibrary(join(root, "devices")));
    const ids = home.devices.map(({ id }) => id);
    const faults = flags.fault.map((given) => readFault(given, ids));
    const simulation = await startSimulation({
      home,
      emulation,
      prefix,
      connection: url === null ? null : connectionOptions(config, url),
      seed: config["simulator.seed"],
      speed: config["simulator.speed"],
      folder: resolve(cwd, config.data, "simulated"),
      warn: (text) => stderr.write(`${style.warn("!")} ${text}\n`),
    });
    try {
      for (const { id, fault } of faults) simulation.device(prefix + id)?.setFault(fault);
      const told = message("simulate.running", { home: home.name, hint: simulation.hint });
      const running = phraseAsCalled(told, language, context.program);
      stdout.write(`${running}\n${messages(language).cli.stopHint}\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await simulation.stop();
    }
    return 0;
  },
});

/**
 * A prefix, which must be valid in a topic.
 * @throws JiaError `usage`
 */
function readPrefix(given = ""): string {
  if (/^[\p{L}\p{N}_.-]{0,32}$/u.test(given)) return given;
  throw new JiaError("usage", { detail: message("simulate.badPrefix", { given }) });
}

/**
 * The emulation of this name; `miot` when none is given.
 * @throws JiaError `usage`
 */
function readEmulation(given = "miot"): Emulation {
  const emulation = EMULATIONS.find(({ name }) => name === given);
  if (emulation) return emulation;
  throw new JiaError("usage", {
    detail: message("simulate.unknownDialect", { given, known: EMULATION_NAMES }),
  });
}

/**
 * `kitchen-light=slow:2000` as a device and its fault.
 * @throws JiaError `usage` saying what may be given
 */
export function readFault(given: string, ids: readonly string[]): { id: string; fault: DeviceFault } {
  const [, id = "", kind = "", number] = /^([^=]+)=([a-z-]+)(?::(-?\d+))?$/.exec(given) ?? [];
  if (!ids.includes(id)) {
    throw new JiaError("usage", { detail: message("simulate.unknownDevice", { given, near: nearest(id, ids) }) });
  }
  const value = number === undefined ? {} : kind === "reject" ? { code: Number(number) } : { ms: Number(number) };
  const parsed = DeviceFault.safeParse({ kind, ...value });
  if (!parsed.success) {
    const known = FAULT_KINDS.map((each) =>
      each === "reject" ? "reject:-CODE" : ["slow", "accepted", "late"].includes(each) ? `${each}:MS` : each,
    );
    throw new JiaError("usage", { detail: message("simulate.unknownFault", { given, known }) });
  }
  return { id, fault: parsed.data };
}
