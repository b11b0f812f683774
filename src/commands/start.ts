import { once } from "node:events";
import type { Logger } from "pino";
import { isLoopback } from "../api/network.ts";
import { linkHint, linkProblem } from "../app/broker-health.ts";
import { versionOf } from "../app/version.ts";
import { type App, startApp } from "../app.ts";
import type { Config } from "../config/index.ts";
import { type Language, message, messages, textOf } from "../language/index.ts";
import { openLog } from "../log.ts";
import { loadCommandConfig } from "./client/command-config.ts";
import { reachArguments, type StartedJia } from "./client/reach-arguments.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONFIG_FILE_FLAG, SETTING_FLAGS, settingFlags } from "./config.ts";
import { asCalled } from "./line/called-as.ts";
import { givenOptions } from "./line/shell.ts";
import { qrLines } from "./sign-in.ts";
import { fitted, padEnd, tableWidth, textWidth } from "./terminal/layout.ts";
import type { Style } from "./terminal/style.ts";

/** How long the link of the first start counts, in minutes. */
const SIGN_IN_MINUTES = 15;

export const start = defineCommand({
  name: "start",
  summary: message("start.summary"),
  usage: "",
  details: message("start.details"),
  examples: [
    "jia start",
    "jia start --home house --data house --port 9000",
    "jia start --mqtt mqtt://192.168.1.10:1883 --data my-home",
    "OPENROUTER_API_KEY=sk-or-… jia start",
  ],
  flags: {
    "take-over": { kind: "switch", about: message("start.takeOver") },
    ...CONFIG_FILE_FLAG,
    ...SETTING_FLAGS,
  },
  async run({ flags }, context) {
    const { cwd, env, language, root, signal, stdout, stderr } = context;
    const file = typeof flags["config"] === "string" ? flags["config"] : undefined;
    const { config } = loadCommandConfig({ flags: settingFlags(flags), file }, context);
    const path = config["log.file"];
    const keeping = { megabytes: config["log.megabytes"], keep: config["log.keep"] };
    const { log, close } = openLog(config["log.level"], stderr, path === null ? null : { path, ...keeping });
    const options = givenOptions(flags, [...Object.keys(CONFIG_FILE_FLAG), ...Object.keys(SETTING_FLAGS)]);
    let takeOver = flags["take-over"] === true;
    let current = config;
    try {
      for (;;) {
        const again = Promise.withResolvers<() => Promise<void>>();
        const app = await startApp({
          ...{ config: current, root, language, takeOver, env, log, signal },
          sources: { flags: settingFlags(flags), env, cwd, file },
          restart: again.resolve,
        });
        try {
          const started = { config: current, url: app.url, file: file ?? env["JIA_CONFIG"], cwd, options };
          stdout.write(`${welcome(app, versionOf(root), started, context)}\n`);
          if (!signal.aborted) await Promise.race([once(signal, "abort"), again.promise]);
        } finally {
          await app.stop();
        }
        if (signal.aborted) break;
        takeOver = false;
        await betweenRuns(await again.promise, log);
        current = changedConfig(
          () => loadCommandConfig({ flags: settingFlags(flags), file }, context).config,
          current,
          log,
        );
      }
    } finally {
      await close();
    }
    stdout.write(`${messages(language).start.stopped}\n`);
    return 0;
  },
});

/** Does what was to be done while nothing runs. A failure leaves everything as it was, so Jia starts again with that. */
async function betweenRuns(work: () => Promise<void>, log: Logger): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, "the restore failed, and everything is as it was");
  }
}

/** The configuration as it is now; the one from before when there are mistakes in it. */
function changedConfig(load: () => Config, before: Config, log: Logger): Config {
  try {
    return load();
  } catch (error) {
    log.error({ err: error }, "the configuration has mistakes, so the one from before is used");
    return before;
  }
}

/** The block of text that tells what runs where, and what to try. */
function welcome(
  app: App,
  version: string,
  started: StartedJia & { readonly options: string },
  { language, style, program, stdout }: CommandContext,
): string {
  const { start: texts, cli } = messages(language);
  const { labels } = texts;
  const { home, simulated } = app;
  const options = reachArguments(started);
  const rows = [
    [labels.address, `${style.accent(app.url)}${style.dim(listens(started.config["server.host"], language))}`],
    [labels.mqtt, brokerLine(app, language, style)],
    [labels.home, texts.home({ name: home.name, devices: home.size, simulated })],
    [labels.model, asCalled(modelLine(app, started.options, language, style), program)],
    [labels.data, app.store],
  ];
  const width = Math.max(...rows.map(([label = ""]) => textWidth(label))) + 2;
  return [
    "",
    `  ${style.bold(textOf(message("start.title", { version }), language))}`,
    "",
    ...rows.map(([label = "", value = ""]) => {
      const beside = fitted(value, { isTTY: stdout.isTTY === true, columns: tableWidth(stdout) - width - 2 });
      return `  ${style.dim(padEnd(label, width))}${beside.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`;
    }),
    "",
    ...signInLines(app, style, language),
    `  ${texts.tryIt}`,
    `    ${program} say${options} "${example(app)}"`,
    `    ${program} chat${options}`,
    "",
    style.dim(`  ${cli.stopHint}`),
  ].join("\n");
}

/** The link that signs the first browser in, with its QR code where phones reach Jia; none at later starts. */
function signInLines({ signInLink, url }: App, style: Style, language: Language): string[] {
  if (signInLink === null) return [];
  const { signInCommand: words } = messages(language);
  // A phone cannot open a link to the loopback address.
  const code = isLoopback(new URL(url).hostname) && signInLink.startsWith(url) ? [] : [...qrLines(signInLink), ""];
  return [`  ${words.open({ minutes: SIGN_IN_MINUTES })}`, `    ${style.accent(signInLink)}`, "", ...code];
}

/** Who can reach the API, when other machines can; otherwise "". */
function listens(host: string, language: Language): string {
  return isLoopback(host) ? "" : textOf(message("start.listensOn", { host }), language);
}

function brokerLine({ bridge, ownBroker }: App, language: Language, style: Style): string {
  const { start: texts } = messages(language);
  return bridge.links
    .map((link) => {
      const { url, connected } = link;
      const problem = linkProblem(link) ?? (ownBroker ? null : linkHint(link, Date.now(), true));
      const why = problem === null ? null : textOf(problem, language);
      if (!connected) return `${url}  ${style.warn(texts.notConnected({ why }))}`;
      const shown = `${style.accent(url)}${ownBroker ? style.dim(texts.ownBroker) : ""}`;
      return why === null ? shown : `${shown}\n${style.warn(why)}`;
    })
    .join("\n");
}

function modelLine({ model }: App, options: string, language: Language, style: Style): string {
  switch (model.state) {
    case "in-use":
      return `${model.model}${model.notice ? style.warn(`  ${textOf(model.notice, language)}`) : ""}`;
    case "no-key":
      return textOf(message("start.noKey", { model: model.model, options }), language);
    case "off":
      return messages(language).start.modelOff;
    default:
      return model satisfies never;
  }
}

/** An example sentence in the home's language, about its first light with a room. */
function example({ home }: App): string {
  const light = home.devices.find(({ spec, room }) => spec.kind === "light" && room !== null);
  return messages(home.language).start.example({
    light: light?.name ?? null,
    room: light?.room?.name ?? "",
    dims: light?.spec.properties.has("light.brightness") ?? false,
  });
}
