import { isLoopback } from "../api/network.ts";
import { mqttDialects } from "../app/dialects.ts";
import { connectionOptions } from "../app/mqtt.ts";
import { configuredSpecs } from "../app/specs.ts";
import {
  type DoctorFinding,
  type DoctorReport,
  examine,
  isKnownProblem,
  type ProblemCode,
} from "../bridge/doctor/index.ts";
import { discoverHubs, type FoundHub } from "../bridge/hub/index.ts";
import { type Config, hidesPassword, settingAbout, withoutPassword } from "../config/index.ts";
import { JiaError, systemClock } from "../home/index.ts";
import { type Language, message, messages, textOf } from "../language/index.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { brokerConfig, CONFIG_FILE_FLAG } from "./config.ts";
import { examineDefinitions } from "./doctor/definitions.ts";
import { type ExaminedRunning, examineRunning, runningLines } from "./doctor/running.ts";
import { examineConfigured, storeLines } from "./doctor/store.ts";
import { JSON_FLAG } from "./line/answer.ts";
import { fittedLines, table } from "./terminal/layout.ts";
import type { Style } from "./terminal/style.ts";

const DEFAULT_SECONDS = 5;
const MAX_SECONDS = 3600;
const CONNECT_MS = 5000;
/** The address of a broker when none is named. */
const DEFAULT_URL = "mqtt://127.0.0.1:1883";

export const doctor = defineCommand({
  name: "doctor",
  summary: message("doctorReport.summary"),
  usage: "[--mqtt URL]",
  details: message("doctorReport.details"),
  examples: ["jia doctor --mqtt mqtt://192.168.1.10:1883 --seconds 60"],
  flags: {
    mqtt: {
      kind: "text",
      value: "URL",
      about: message("doctorReport.mqtt", { url: DEFAULT_URL }),
    },
    seconds: {
      kind: "text",
      value: "N",
      about: message("doctorReport.seconds", { seconds: DEFAULT_SECONDS }),
    },
    data: { kind: "text", value: "FOLDER", about: settingAbout("data") },
    url: { kind: "text", value: "URL", about: message("cli.url") },
    port: { kind: "text", value: "PORT", about: message("cli.port") },
    ...JSON_FLAG,
    ...CONFIG_FILE_FLAG,
  },
  async run({ flags }, context) {
    const { language, root, signal, stdout, style } = context;
    const listenMs = readSeconds(flags.seconds) * 1000;
    const config = brokerConfig(flags, context);
    const specs = configuredSpecs({ ...config, "specs.fetch": false }, root, systemClock, language, () => {});
    // Examined first, because a broker that does not answer ends the command.
    const store = await examineConfigured(config);
    const saved = store ? await examineDefinitions(config, context) : null;
    const print = (text: string) => flags.json || stdout.write(`${fittedLines(text, stdout)}\n`);
    if (store) print(`${storeLines(store, context)}\n`);
    if (saved) print(`${saved.lines.join("\n")}\n`);
    const running = await examineRunning(config, flags.url, context);
    if (running) print(`${runningLines(running, context)}\n`);
    const url = brokerUrl(config, running);
    if (flags.mqtt === undefined && running && running.broker !== null && !sameBroker(running.broker, url)) {
      const other = message("doctorReport.otherBroker", { looked: withoutPassword(url), used: running.broker });
      print(`${style.warn(`! ${textOf(other, language)}`)}\n`);
    }
    // The running Jia hides its password, so nobody can log in with its address, and a refusal would not be the
    // broker's fault.
    const closed = hidesPassword(url) && config["mqtt.password"] === null;
    const dialects = closed ? [] : await mqttDialects(config, specs);
    const [report, hubs] = await Promise.all([
      closed
        ? null
        : examine({
            connection: connectionOptions(config, hidesPassword(url) ? emptied(url) : url),
            dialects,
            listenMs,
            connectMs: CONNECT_MS,
            clock: systemClock,
            signal,
          }),
      discoverHubs(Math.min(listenMs, 3000), signal),
    ]);
    if (flags.json) {
      const found = {
        url: withoutPassword(url),
        ...report,
        hubs,
        store: store?.json ?? null,
        definitions: saved?.json ?? null,
        running,
      };
      stdout.write(`${JSON.stringify(found)}\n`);
    }
    const head = report ? [] : [[style.warn(`! ${textOf(closedMessage(url, running), language)}`)]];
    print(told([...head, ...(report ? shown(report, withoutPassword(url), context) : []), ...hubLines(hubs, context)]));
    const findings = report?.findings ?? [];
    const bad = findings.some(({ severity }) => severity === "problem");
    const misunderstood = report?.dialects.some(({ problems }) => problems.length > 0);
    const failing = (running?.problems.length ?? 0) > 0;
    const wrong = bad || misunderstood || failing || store?.bad === true || saved?.bad === true;
    const advice = findings.length + head.length + (running?.hints.length ?? 0) + (saved?.unknown === true ? 1 : 0);
    print(`\n${verdict(wrong, advice, language, style)}`);
    return wrong ? 1 : 0;
  },
});

/**
 * The broker to examine: the named or configured one, otherwise that of the running Jia, otherwise Jia's own at its
 * configured port. Port 0 is chosen at the start, so the usual port is tried.
 */
function brokerUrl(config: Config, running: ExaminedRunning | null): string {
  const port = config["mqtt.port"];
  return config["mqtt.url"] ?? running?.broker ?? (port === 0 ? DEFAULT_URL : `mqtt://127.0.0.1:${port}`);
}

/** Whether two addresses lead to the same broker, with any user names and passwords. */
export function sameBroker(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  const alike = a.hostname === b.hostname || (isLoopback(a.hostname) && isLoopback(b.hostname));
  return alike && portOf(a) === portOf(b);
}

/** Default ports, keyed by the scheme of the address. */
const PORTS: Readonly<Record<string, string>> = {
  "mqtt:": "1883",
  "tcp:": "1883",
  "mqtts:": "8883",
  "ssl:": "8883",
  "ws:": "80",
  "wss:": "443",
};

function portOf({ port, protocol }: URL): string {
  return port || (PORTS[protocol] ?? "");
}

/** The address without the placeholder of its password. */
function emptied(address: string): string {
  const url = new URL(address);
  url.password = "";
  return url.href;
}

/** The message why the broker of the running Jia is not examined, with what that Jia reports about it. */
function closedMessage(url: string, running: ExaminedRunning | null) {
  const used = emptied(url);
  return running?.connected ? message("doctorReport.closed", { used }) : message("doctorReport.closedApart", { used });
}

function readSeconds(given: string | undefined): number {
  const seconds = Number(given ?? DEFAULT_SECONDS);
  if (seconds > 0 && seconds <= MAX_SECONDS) return seconds;
  throw new JiaError("usage", {
    detail: message("doctorReport.wrongSeconds", { given: given ?? "", most: MAX_SECONDS }),
  });
}

function shown(report: DoctorReport, url: string, { language, style }: CommandContext): string[][] {
  const { doctorReport } = messages(language);
  const { broker, topics, retained, messages: heard } = report;
  const head = message("doctorReport.head", {
    broker: broker ?? doctorReport.broker,
    url,
    topics,
    retained,
    messages: heard,
  });
  const blocks: string[][] = [
    [style.bold(textOf(head, language))],
    dialectLines(report, language, style),
    problemLines(report, language, style),
  ];
  if (report.unknown.length > 0) {
    const lines = report.unknown.map(({ prefix, topics: count }) => `  ${prefix}/…  ${style.dim(String(count))}`);
    blocks.push([style.bold(doctorReport.unknownTopics), ...lines]);
  }
  blocks.push(report.findings.flatMap((each) => findingLines(each, language, style)));
  return blocks;
}

function hubLines(hubs: readonly FoundHub[], { language, style }: CommandContext): string[][] {
  const lines = hubs.map(({ host, port, profile }) => `  ${host}:${port}  ${profile.did}`);
  return lines.length === 0 ? [] : [[style.bold(messages(language).doctorReport.hubs), ...lines]];
}

/** Blocks of lines with empty lines between them. */
function told(blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function dialectLines({ dialects }: DoctorReport, language: Language, style: Style): string[] {
  if (dialects.length === 0) return [];
  const { dialectsHeading, notSpoken, ...texts } = messages(language).doctorReport;
  const elsewhere: Readonly<Record<string, string>> = texts.elsewhere;
  const rows = dialects.map(({ kind, devices, online, offline, topics, spoken }) => {
    const note = spoken ? "" : (elsewhere[kind] ?? notSpoken);
    return [kind, String(devices), spoken ? String(online) : "", spoken ? String(offline) : "", String(topics), note];
  });
  return table([dialectsHeading, ...rows], style.bold);
}

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
  return lines.length === 0 ? [] : [style.bold(messages(language).doctorReport.notUnderstood), ...lines];
}

/** The advice for a problem; null where the reader can do nothing. */
function problemAdvice(code: ProblemCode | "other", language: Language): string | null {
  return isKnownProblem(code) ? messages(language).problemAdvice[code] : null;
}

function findingLines({ code, severity, count, examples }: DoctorFinding, language: Language, style: Style): string[] {
  const { findings, findingAdvice } = messages(language);
  const mark = severity === "problem" ? style.bad("✗") : style.warn("!");
  const times = count > 1 ? ` (${count})` : "";
  return [
    `${mark} ${style.bold(findings[code])}${times}`,
    ...examples.map((example) => `    ${style.dim(example)}`),
    `  ${findingAdvice[code]}`,
  ];
}

/**
 * The last line, a summary.
 * @param advice how many findings are marked as worth a look
 */
function verdict(bad: boolean, advice: number, language: Language, style: Style): string {
  const { doctorReport } = messages(language);
  if (bad) return style.bad(doctorReport.bad);
  return advice > 0 ? style.warn(doctorReport.advice({ count: advice })) : style.good(doctorReport.good);
}
