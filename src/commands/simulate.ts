import { once } from "node:events";
import { join, resolve } from "node:path";
import { pathOf } from "../app/home-files.ts";
import { connectionOptions } from "../app/mqtt.ts";
import { SIMULATED_AS, type SimulatedAs, startSimulation } from "../app/simulation.ts";
import { loadConfig } from "../config.ts";
import { JiaError, nearest } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { readHomeFile, SpecLibrary } from "../library/index.ts";
import { Fault } from "../simulator/index.ts";
import { defineCommand } from "./command.ts";
import { CONFIG_FILE_FLAG } from "./config.ts";

const FAULT_KINDS = Fault.options.map((option) => option.shape.kind.value);

export const simulate = defineCommand({
  name: "simulate",
  summary: {
    en: "Simulate the devices of a home file behind any broker.",
    zh: "在任意 MQTT 服务器上模拟家庭文件中的设备。",
  },
  usage: "HOME [--mqtt URL]",
  details: {
    en:
      "HOME is a home file, or flat or house. Devices answer, report and age like real ones until Ctrl-C. Publish JSON on " +
      'simulator/<device> to lay hands on one: {"state": {"light.on": true}}, {"online": false}, {"fault": {"kind": "silent"}}. ' +
      `Kinds of faults: ${FAULT_KINDS.join(", ")}.`,
    zh:
      "HOME 是家庭文件，或示例 flat、house。设备会像真的一样应答、上报和变化，直到按下 Ctrl-C。向 simulator/<设备> 发布 JSON 可直接操作设备：" +
      `{"state": {"light.on": true}}、{"online": false}、{"fault": {"kind": "silent"}}。故障种类：${FAULT_KINDS.join("、")}。`,
  },
  examples: [
    "npm run jia -- simulate flat --mqtt mqtt://127.0.0.1:1883",
    "npm run jia -- simulate flat --as hub",
    "npm run jia -- simulate house --mqtt mqtt://broker.lan --speed 60 --fault kitchen-light=slow:2000",
  ],
  flags: {
    mqtt: { kind: "text", value: "URL", about: { en: "The broker (MQTT_URL).", zh: "MQTT 服务器（MQTT_URL）。" } },
    as: {
      kind: "text",
      value: SIMULATED_AS.join("|"),
      about: {
        en: "The dialect of the devices; hub and miio are on this machine and need no broker. miot by default.",
        zh: "设备所用的方言；hub 和 miio 在本机运行，不需要服务器。默认 miot。",
      },
    },
    seed: { kind: "text", value: "N", about: { en: "The same seed repeats exactly.", zh: "相同的种子会完全重现。" } },
    speed: { kind: "text", value: "N", about: { en: "Simulated seconds per second.", zh: "每秒模拟的秒数。" } },
    fault: {
      kind: "text",
      multiple: true,
      value: "DEVICE=KIND[:N]",
      about: {
        en: "Something wrong with a device; N is milliseconds, or the code of reject.",
        zh: "让设备出现故障；N 为毫秒数，或 reject 的代码。",
      },
    },
    ...CONFIG_FILE_FLAG,
  },
  positionals: { min: 1, max: 1 },
  async run({ flags, positionals }, { env, cwd, root, language, signal, stdout, stderr, style }) {
    const { JIA_SEED, JIA_SPEED } = env;
    const { config } = loadConfig({
      // The simulator has no API: where that would listen is of no interest.
      flags: { mqtt: flags.mqtt, host: "127.0.0.1", home: positionals[0] },
      env: { ...env, JIA_SEED: flags.seed ?? JIA_SEED, JIA_SPEED: flags.speed ?? JIA_SPEED },
      cwd,
      file: flags.config,
      language,
    });
    const as = readKind(flags.as, language);
    const url = config["mqtt.url"];
    if (url === null && as !== "hub" && as !== "miio") {
      const detail = language === "zh" ? "请用 --mqtt URL 指定 MQTT 服务器。" : "Name the broker with --mqtt URL.";
      throw new JiaError("usage", { detail });
    }
    const home = readHomeFile(pathOf(config["home.file"] ?? "", root), new SpecLibrary(join(root, "devices")));
    const ids = home.devices.map(({ id }) => id);
    const faults = flags.fault.map((given) => readFault(given, ids, language));
    const simulation = await startSimulation({
      home,
      as,
      connection: url === null ? null : connectionOptions(config, url),
      seed: config["simulator.seed"],
      speed: config["simulator.speed"],
      folder: resolve(cwd, config.data, "simulated"),
      warn: (text) => stderr.write(`${style.warn("!")} ${text}\n`),
    });
    try {
      for (const { id, fault } of faults) simulation.device(id)?.setFault(fault);
      const end = language === "zh" ? "按 Ctrl-C 停止。" : "Ctrl-C stops.";
      stdout.write(`${home.name}${language === "zh" ? "：" : ": "}${simulation.hint[language]}\n${end}\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await simulation.stop();
    }
    return 0;
  },
});

/** @throws JiaError `usage` */
function readKind(given: string | undefined, language: Language): SimulatedAs {
  const kind = given === undefined ? "miot" : SIMULATED_AS.find((each) => each === given);
  if (kind) return kind;
  const list = SIMULATED_AS.join(", ");
  throw new JiaError("usage", {
    detail: language === "zh" ? `--as ${given}：可用的有 ${list}` : `--as ${given}: give one of ${list}`,
  });
}

/**
 * `kitchen-light=slow:2000` as a device and its fault.
 * @throws JiaError `usage` saying what may be given
 */
export function readFault(given: string, ids: readonly string[], language: Language): { id: string; fault: Fault } {
  const [, id = "", kind = "", number] = /^([^=]+)=([a-z-]+)(?::(-?\d+))?$/.exec(given) ?? [];
  const zh = language === "zh";
  if (!ids.includes(id)) {
    const near = nearest(id, ids);
    const guess = near ? (zh ? `，是否要写 ${near}？` : `, did you mean ${near}?`) : zh ? "。" : ".";
    throw new JiaError("usage", {
      detail: zh ? `--fault ${given}：没有这个设备${guess}` : `--fault ${given}: there is no such device${guess}`,
    });
  }
  const value = number === undefined ? {} : kind === "reject" ? { code: Number(number) } : { ms: Number(number) };
  const parsed = Fault.safeParse({ kind, ...value });
  if (!parsed.success) {
    const list = FAULT_KINDS.map((each) =>
      each === "reject" ? "reject:-CODE" : ["slow", "accepted", "late"].includes(each) ? `${each}:MS` : each,
    ).join(", ");
    throw new JiaError("usage", {
      detail: zh ? `--fault ${given}：可用的有 ${list}` : `--fault ${given}: give one of ${list}`,
    });
  }
  return { id, fault: parsed.data };
}
