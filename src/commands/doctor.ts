import { mqttDialects } from "../app/dialects.ts";
import { connectionOptions } from "../app/mqtt.ts";
import { configuredSpecs } from "../app/specs.ts";
import { type DoctorReport, examine, type Finding, isKnownProblem, type ProblemCode } from "../bridge/doctor.ts";
import { discoverHubs, type FoundHub } from "../bridge/hub/index.ts";
import { JiaError, systemClock } from "../home/index.ts";
import { type Language, messages } from "../language/index.ts";
import { JSON_FLAG } from "./answer.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { brokerConfig, CONFIG_FILE_FLAG } from "./config.ts";
import { type Style, table } from "./style.ts";

const DEFAULT_SECONDS = 5;
const MAX_SECONDS = 3600;
const CONNECT_MS = 5000;
/** Where a broker is looked for when none is named. */
const DEFAULT_URL = "mqtt://127.0.0.1:1883";

export const doctor = defineCommand({
  name: "doctor",
  summary: {
    en: "Look at an MQTT broker: what is there, what of it is understood, what is wrong.",
    zh: "检查 MQTT 服务器：有什么、能理解什么、哪里有问题。",
  },
  usage: "[--mqtt URL]",
  details: {
    en: "Listens only; nothing is published. More: docs/doctor.md.",
    zh: "只监听，不发布任何消息。详见 docs/doctor.md。",
  },
  examples: ["npm run jia -- doctor --mqtt mqtt://192.168.1.10:1883 --seconds 60"],
  flags: {
    mqtt: {
      kind: "text",
      value: "URL",
      about: {
        en: `The broker (MQTT_URL); ${DEFAULT_URL} by default.`,
        zh: `MQTT 服务器（MQTT_URL），默认 ${DEFAULT_URL}。`,
      },
    },
    seconds: {
      kind: "text",
      value: "N",
      about: {
        en: `How long to listen; ${DEFAULT_SECONDS} by default. Clocks and rare devices show only in what is sent meanwhile.`,
        zh: `监听多久，默认 ${DEFAULT_SECONDS} 秒。时钟与不常上报的设备只有在此期间发消息才能看到。`,
      },
    },
    ...JSON_FLAG,
    ...CONFIG_FILE_FLAG,
  },
  async run({ flags }, context) {
    const { language, root, signal, stdout, style } = context;
    const listenMs = readSeconds(flags.seconds, language) * 1000;
    const config = brokerConfig(flags, context);
    const connection = connectionOptions(config, config["mqtt.url"] ?? DEFAULT_URL);
    const specs = configuredSpecs({ ...config, "specs.fetch": false }, root, systemClock, () => {});
    const [report, hubs] = await Promise.all([
      examine({
        connection,
        dialects: mqttDialects(config, specs),
        listenMs,
        connectMs: CONNECT_MS,
        clock: systemClock,
        signal,
      }),
      discoverHubs(Math.min(listenMs, 3000), signal),
    ]);
    if (flags.json) stdout.write(`${JSON.stringify({ ...report, hubs })}\n`);
    else stdout.write(`${shown(report, hubs, context)}\n`);
    const bad = report.findings.some(({ severity }) => severity === "problem");
    const misunderstood = report.dialects.some(({ problems }) => problems.length > 0);
    if (!flags.json) stdout.write(`\n${verdict(bad || misunderstood, language, style)}\n`);
    return bad || misunderstood ? 1 : 0;
  },
});

function readSeconds(given: string | undefined, language: Language): number {
  const seconds = Number(given ?? DEFAULT_SECONDS);
  if (seconds > 0 && seconds <= MAX_SECONDS) return seconds;
  const detail =
    language === "zh"
      ? `--seconds 应为 1 到 ${MAX_SECONDS} 的数。`
      : `--seconds: give a number from 1 to ${MAX_SECONDS}.`;
  throw new JiaError("usage", { detail });
}

function shown(report: DoctorReport, hubs: readonly FoundHub[], { language, style }: CommandContext): string {
  const zh = language === "zh";
  const { broker, topics, retained, messages } = report;
  const head = zh
    ? `${broker ?? "MQTT 服务器"}：${topics} 个主题（${retained} 个保留），${messages} 条消息`
    : `${broker ?? "MQTT broker"}: ${topics} topics (${retained} retained), ${messages} messages`;
  const blocks = [[style.bold(head)], dialectLines(report, language, style), problemLines(report, language, style)];
  if (hubs.length > 0) {
    const title = zh ? "局域网中的米家中枢网关" : "Mi Home central hubs on this network";
    blocks.push([style.bold(title), ...hubs.map(({ host, port, profile }) => `  ${host}:${port}  ${profile.did}`)]);
  }
  if (report.unknown.length > 0) {
    const title = zh ? "不属于任何已知方言的主题" : "Topics of no known dialect";
    const lines = report.unknown.map(({ prefix, topics: count }) => `  ${prefix}/…  ${style.dim(String(count))}`);
    blocks.push([style.bold(title), ...lines]);
  }
  blocks.push(report.findings.flatMap((each) => findingLines(each, language, style)));
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function dialectLines({ dialects }: DoctorReport, language: Language, style: Style): string[] {
  if (dialects.length === 0) return [];
  const zh = language === "zh";
  const heading = zh
    ? ["方言", "设备", "在线", "离线", "主题", ""]
    : ["dialect", "devices", "online", "offline", "topics", ""];
  const rows = dialects.map(({ kind, devices, online, offline, topics, spoken }) => {
    const note = spoken ? "" : (NOT_HERE[kind] ?? UNSPOKEN)[language];
    return [kind, String(devices), spoken ? String(online) : "", spoken ? String(offline) : "", String(topics), note];
  });
  return table([heading, ...rows], style.bold);
}

const UNSPOKEN = { en: "not spoken by Jia", zh: "Jia 不支持" };
/** Dialects that Jia speaks on a connection of their own, keyed by kind. */
const NOT_HERE: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  hub: { en: "set hub.client to use it (docs/mi-home-hub.md)", zh: "设置 hub.client 即可使用（docs/mi-home-hub.md）" },
  "hub-cloud": {
    en: "set cloud.token to use it (docs/mi-home-hub.md)",
    zh: "设置 cloud.token 即可使用（docs/mi-home-hub.md）",
  },
};

function problemLines({ dialects }: DoctorReport, language: Language, style: Style): string[] {
  const lines = dialects.flatMap(({ kind, problems }) =>
    problems.flatMap(({ code, count, topic, detail }) => {
      const advice = problemAdvice(code, language);
      return [
        `  ${style.warn("!")} ${kind} ${style.bold(code)} ×${count}  ${style.dim(`${topic}${detail ? `: ${detail}` : ""}`)}`,
        ...(advice ? [`    ${advice}`] : []),
      ];
    }),
  );
  return lines.length === 0 ? [] : [style.bold(language === "zh" ? "未能理解的内容" : "Not understood"), ...lines];
}

/** What to do about a problem; null where there is nothing that the reader can do. */
function problemAdvice(code: ProblemCode | "other", language: Language): string | null {
  return isKnownProblem(code) ? messages(language).problemAdvice[code] : null;
}

function findingLines({ code, severity, count, examples }: Finding, language: Language, style: Style): string[] {
  const { findings, findingAdvice } = messages(language);
  const mark = severity === "problem" ? style.bad("✗") : style.warn("!");
  const times = count > 1 ? ` (${count})` : "";
  return [
    `${mark} ${style.bold(findings[code])}${times}`,
    ...examples.map((example) => `    ${style.dim(example)}`),
    `  ${findingAdvice[code]}`,
  ];
}

function verdict(bad: boolean, language: Language, style: Style): string {
  if (bad) return style.bad(language === "zh" ? "有问题需要处理。" : "There is something to mend.");
  return style.good(language === "zh" ? "未发现问题。" : "No problems found.");
}
