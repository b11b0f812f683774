import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { connectionOptions } from "../app/mqtt.ts";
import { configuredSpecs } from "../app/specs.ts";
import { isDid } from "../bridge/miot/topics.ts";
import { requirePrivate } from "../bridge/private-file.ts";
import { homeMessage, JiaError, type Message, systemClock } from "../home/index.ts";
import { message, messages, packOf, textOf } from "../language/index.ts";
import { SpecLibrary } from "../library/index.ts";
import {
  discover,
  type MiioDeviceEntry,
  MiioGateway,
  type Notice,
  POLL_TIMES,
  parseDevicesFile,
} from "../miio/index.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { brokerConfig, CONFIG_FILE_FLAG } from "./config.ts";
import { table } from "./terminal/layout.ts";

/** How long the broker may take at the start, in milliseconds. */
const BROKER_MS = 10_000;

export const miio = defineCommand({
  name: "miio",
  summary: message("gateway.summary"),
  usage: "DEVICES --mqtt URL",
  details: message("gateway.details"),
  examples: ["jia miio miio.json --mqtt mqtt://192.168.1.10:1883", "jia miio --find"],
  flags: {
    mqtt: { kind: "text", value: "URL", about: message("cli.broker") },
    find: {
      kind: "switch",
      about: message("gateway.find"),
    },
    every: {
      kind: "text",
      value: "SECONDS",
      about: message("gateway.every", { seconds: POLL_TIMES.every / 1000 }),
    },
    "fetch-specs": {
      kind: "switch",
      about: message("gateway.fetchSpecs"),
    },
    name: {
      kind: "text",
      value: "NAME",
      about: message("gateway.name"),
    },
    ...CONFIG_FILE_FLAG,
  },
  positionals: { min: 0, max: 1 },
  async run({ flags, positionals }, context) {
    const { cwd, language, root, signal, stdout, stderr, style } = context;
    const [file] = positionals;
    const entries = file === undefined ? [] : await readDevices(resolve(cwd, file));
    if (flags.find) return await find(entries, context);
    if (file === undefined) throw usage(message("gateway.nameFile"));
    if (flags.name !== undefined && !isDid(flags.name)) throw usage(message("gateway.wrongName"));
    const config = brokerConfig(flags, context);
    const url = config["mqtt.url"];
    if (url === null) throw usage(message("cli.nameBroker"));
    const warn = (text: string) => stderr.write(`${style.warn("!")} ${text}\n`);
    const fetching = { ...config, "specs.fetch": flags["fetch-specs"] || config["specs.fetch"] };
    const specs = configuredSpecs(fetching, root, systemClock, language, warn);
    const common = new SpecLibrary(join(root, "devices"));
    const gateway = new MiioGateway({
      connection: connectionOptions(config, url),
      devices: entries,
      specs: {
        byModel: (model) => specs.byModel(model),
        // Specs that come with Jia are not announced; its own copy also has corrections.
        instance: (model) => (common.byModel(model) ? null : (specs.instance(model) ?? null)),
      },
      clock: systemClock,
      times: { ...POLL_TIMES, every: readSeconds(flags.every) * 1000 },
      ...(flags.name !== undefined && { did: flags.name }),
      notice: (notice) => {
        const text = textOf(noticeMessage(notice), language);
        if (notice.kind === "online") stdout.write(`${style.good("✓")} ${text}\n`);
        else warn(text);
      },
    });
    gateway.start();
    try {
      await gateway.ready(BROKER_MS);
      const { grammar, messages: texts } = packOf(language);
      const running = textOf(message("gateway.running", { count: entries.length, url }), language);
      stdout.write(`${grammar.sentences([running, texts.cli.stopHint])}\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await gateway.stop();
      await specs.stop();
    }
    return 0;
  },
});

function noticeMessage(notice: Notice): Message {
  const { did } = notice;
  switch (notice.kind) {
    case "online":
    case "offline":
      return message(`miio.${notice.kind}`, { device: notice.name || did });
    case "not-found":
      return message("miio.notFound", { did });
    case "silent": {
      const { address } = notice;
      return notice.greeted
        ? message("miio.doesNotAnswer", { did, address })
        : message("miio.silent", { did, address });
    }
    case "no-spec":
      return message("miio.noSpec", { did, model: notice.model });
    case "not-miot":
      return message("miio.notMiot", { did, model: notice.model, detail: notice.detail });
    default:
      return notice satisfies never;
  }
}

/** Lists the devices that answer a broadcast, and which of them are in the file. */
async function find(entries: readonly MiioDeviceEntry[], context: CommandContext): Promise<ExitCode> {
  const { language, signal, stdout, style } = context;
  const { noneFound, foundHeading, inFile, noToken } = messages(language).gateway;
  const found = await discover({ signal });
  if (found.length === 0) {
    stdout.write(`${noneFound}\n`);
    return 1;
  }
  const rows = found.map(({ did, address }) => {
    const known = entries.find((entry) => entry.did === did);
    return [did, address, known ? (known.name ?? inFile) : noToken];
  });
  stdout.write(`${table([foundHeading, ...rows], style.bold).join("\n")}\n`);
  return 0;
}

/**
 * Reads the file of devices.
 * @throws JiaError `open-secret`, `invalid-file`
 */
async function readDevices(file: string): Promise<MiioDeviceEntry[]> {
  let content: string;
  try {
    content = await readFile(file, "utf8");
  } catch (error) {
    throw new JiaError(
      "invalid-file",
      { file, detail: homeMessage("lines", { lines: [homeMessage("unreadable", {})] }) },
      error,
    );
  }
  await requirePrivate(file);
  return parseDevicesFile(content, file);
}

function readSeconds(given: string | undefined): number {
  const seconds = given === undefined ? POLL_TIMES.every / 1000 : Number(given);
  if (seconds >= 1 && seconds <= 3600) return seconds;
  throw usage(message("gateway.wrongEvery"));
}

function usage(detail: Message): JiaError {
  return new JiaError("usage", { detail });
}
