import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { connectionOptions } from "../app/mqtt.ts";
import { configuredSpecs } from "../app/specs.ts";
import { isDid } from "../bridge/miot/topics.ts";
import { requirePrivate } from "../bridge/private-file.ts";
import { JiaError, type Message, systemClock } from "../home/index.ts";
import { message, textOf } from "../language/index.ts";
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
import { table } from "./style.ts";

/** How long the broker may take at first, milliseconds. */
const BROKER_MS = 10_000;

export const miio = defineCommand({
  name: "miio",
  summary: {
    en: "Bring Wi-Fi Mi Home devices (miIO) to an MQTT broker.",
    zh: "将 Wi-Fi 米家设备（miIO）接入 MQTT 服务器。",
  },
  usage: "DEVICES --mqtt URL",
  details: {
    en: "DEVICES is a JSON file of device ids and tokens, mode 0600 (docs/miio.md). Runs until Ctrl-C.",
    zh: "DEVICES 是包含设备 ID 和令牌的 JSON 文件，权限 0600（见 docs/miio.md）。运行到按下 Ctrl-C 为止。",
  },
  examples: ["npm run jia -- miio miio.json --mqtt mqtt://192.168.1.10:1883", "npm run jia -- miio --find"],
  flags: {
    mqtt: { kind: "text", value: "URL", about: { en: "The broker (MQTT_URL).", zh: "MQTT 服务器（MQTT_URL）。" } },
    find: {
      kind: "switch",
      about: { en: "List the devices that answer on this network, and end.", zh: "列出本网络中应答的设备后结束。" },
    },
    every: {
      kind: "text",
      value: "SECONDS",
      about: {
        en: `Between polls of a device; ${POLL_TIMES.every / 1000} by default.`,
        zh: `轮询间隔，默认 ${POLL_TIMES.every / 1000} 秒。`,
      },
    },
    "fetch-specs": {
      kind: "switch",
      about: {
        en: "Fetch unknown specs from the public spec site (specs.fetch).",
        zh: "从公共规格网站下载未知规格（specs.fetch）。",
      },
    },
    name: {
      kind: "text",
      value: "NAME",
      about: {
        en: "This gateway's name on the broker, when there are several.",
        zh: "有多个网关时，本网关在服务器上的名称。",
      },
    },
    ...CONFIG_FILE_FLAG,
  },
  positionals: { min: 0, max: 1 },
  async run({ flags, positionals }, context) {
    const { cwd, language, root, signal, stdout, stderr, style } = context;
    const [file] = positionals;
    const entries = file === undefined ? [] : await readDevices(resolve(cwd, file));
    if (flags.find) return await find(entries, context);
    if (file === undefined)
      throw usage(context, "Name the file of devices, or give --find.", "请指定设备文件，或使用 --find。");
    if (flags.name !== undefined && !isDid(flags.name)) {
      throw usage(context, "--name: no spaces, /, + or #.", "--name 不能含空格、/、+、#。");
    }
    const config = brokerConfig(flags, context);
    const url = config["mqtt.url"];
    if (url === null) throw usage(context, "Name the broker with --mqtt URL.", "请用 --mqtt URL 指定 MQTT 服务器。");
    const warn = (text: string) => stderr.write(`${style.warn("!")} ${text}\n`);
    const fetching = { ...config, "specs.fetch": flags["fetch-specs"] || config["specs.fetch"] };
    const specs = configuredSpecs(fetching, root, systemClock, warn);
    const common = new SpecLibrary(join(root, "devices"));
    const gateway = new MiioGateway({
      connection: connectionOptions(config, url),
      devices: entries,
      specs: {
        byModel: (model) => specs.byModel(model),
        // What comes with Jia need not be announced, and has its corrections there.
        instance: (model) => (common.byModel(model) ? null : (specs.instance(model) ?? null)),
      },
      clock: systemClock,
      times: { ...POLL_TIMES, every: readSeconds(flags.every, context) * 1000 },
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
      const count = entries.length;
      stdout.write(
        language === "zh"
          ? `${count} 台设备接入 ${url}。按 Ctrl-C 停止。\n`
          : `${count} devices for ${url}. Ctrl-C stops.\n`,
      );
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

/** Lists who answers a broadcast, and which of them the file has. */
async function find(entries: readonly MiioDeviceEntry[], context: CommandContext): Promise<ExitCode> {
  const { language, signal, stdout, style } = context;
  const zh = language === "zh";
  const found = await discover({ signal });
  if (found.length === 0) {
    stdout.write(
      zh
        ? "没有设备应答。它们可能在其他网络中，或被防火墙阻挡。\n"
        : "No device answered: they may be on another network, or behind a firewall.\n",
    );
    return 1;
  }
  const rows = found.map(({ did, address }) => {
    const known = entries.find((entry) => entry.did === did);
    return [did, address, known ? (known.name ?? (zh ? "在文件中" : "in the file")) : zh ? "没有令牌" : "no token"];
  });
  stdout.write(`${table([zh ? ["设备 ID", "地址", ""] : ["did", "address", ""], ...rows], style.bold).join("\n")}\n`);
  return 0;
}

/** @throws JiaError `open-secret`, `invalid-file` */
async function readDevices(file: string): Promise<MiioDeviceEntry[]> {
  let content: string;
  try {
    content = await readFile(file, "utf8");
  } catch (error) {
    throw new JiaError("invalid-file", { file, detail: "  - it cannot be read" }, error);
  }
  await requirePrivate(file);
  return parseDevicesFile(content, file);
}

function readSeconds(given: string | undefined, context: CommandContext): number {
  const seconds = given === undefined ? POLL_TIMES.every / 1000 : Number(given);
  if (seconds >= 1 && seconds <= 3600) return seconds;
  throw usage(context, "--every: give a number of seconds from 1 to 3600.", "--every 应为 1 到 3600 的秒数。");
}

function usage({ language }: CommandContext, en: string, zh: string): JiaError {
  return new JiaError("usage", { detail: language === "zh" ? zh : en });
}
