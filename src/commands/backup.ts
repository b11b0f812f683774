import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { configuredHomeFile } from "../app/home-files.ts";
import { configuredSpecs } from "../app/specs.ts";
import { claimedLocation, storeLocation } from "../app/store-location.ts";
import { versionOf } from "../app/version.ts";
import { type Config, loadConfig } from "../config/index.ts";
import { systemClock } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import { type BackupContents, BEFORE, makeBackup, restoreBackup, type Work } from "../store/backup/index.ts";
import { historyBeside } from "../store/history/index.ts";
import type { StoreLocation } from "../store/index.ts";
import { type CliFlags, type CommandContext, defineCommand } from "./command.ts";
import { CONFIG_FILE_FLAG, SETTING_FLAGS, settingFlags } from "./config.ts";
import { localMoment } from "./line/answer.ts";
import { phraseAsCalled } from "./line/called-as.ts";
import { givenOptions } from "./line/shell.ts";
import { fitted } from "./terminal/layout.ts";

/** Options for the settings that name the store and its home. */
const STORE_FLAGS: CliFlags = Object.fromEntries(
  ["data", "home", "mqtt"].flatMap((name) => (SETTING_FLAGS[name] ? [[name, SETTING_FLAGS[name]]] : [])),
);
const FLAGS = { ...CONFIG_FILE_FLAG, ...STORE_FLAGS };

export const backup = defineCommand({
  name: "backup",
  summary: message("backup.summary"),
  usage: "FILE",
  details: message("backup.details"),
  examples: ["jia backup jia-backup.db", "jia backup /mnt/usb/jia.db --data my-home"],
  positionals: { min: 1, max: 1 },
  flags: {
    force: { kind: "switch", about: message("backup.force") },
    history: { kind: "switch", about: message("backup.history") },
    ...FLAGS,
  },
  async run({ flags, positionals: [target = ""] }, context) {
    const { cwd, language, root, signal, stdout } = context;
    const { config } = loadConfig(sourcesOf(flags, context));
    const location = storeLocation(config);
    const by = { version: versionOf(root), at: systemClock.now() };
    const work = { progress: meter(context), signal };
    const contents = await makeBackup(location, resolve(cwd, target), by, work, {
      replace: flags["force"] === true,
      history: flags["history"] === true,
    });
    const texts = messages(language).backup;
    const size = `${(contents.size / 1_048_576).toFixed(1)} MiB`;
    const made = texts.made({ file: contents.file, size, contents: told(contents, zoneOf(config, context), context) });
    const leftOut = contents.history === null && hasHistory(location) ? [texts.withoutHistory] : [];
    for (const line of [made, ...leftOut]) stdout.write(`${fitted(line, stdout, 2)}\n`);
    return 0;
  },
});

export const restore = defineCommand({
  name: "restore",
  summary: message("backup.restoreSummary"),
  usage: "FILE",
  details: message("backup.restoreDetails"),
  examples: ["jia restore jia-backup.db"],
  positionals: { min: 1, max: 1 },
  flags: { "take-over": { kind: "switch", about: message("backup.takeOver") }, ...FLAGS },
  async run({ flags, positionals: [source = ""] }, context) {
    const { cwd, language, root, signal, stdout } = context;
    const { config } = loadConfig(sourcesOf(flags, context));
    const { location, owner, name } = claimedLocation(sourcesOf(flags, context), root, language);
    const options = { owner, takeOver: flags["take-over"] === true, at: systemClock.now() };
    const work: Work = { progress: meter(context), signal };
    const { contents, kept } = await restoreBackup(resolve(cwd, source), location, options, work);
    const texts = messages(language).backup;
    const restored = { from: contents.file, to: name, contents: told(contents, zoneOf(config, context), context) };
    const next = message("backup.next", { options: givenOptions(flags, Object.keys(FLAGS)) });
    const lines = [
      texts.restored(restored),
      ...(kept && "path" in location ? [texts.kept.replace("{file}", `${location.path}${BEFORE}`)] : []),
    ];
    for (const line of lines) stdout.write(`${fitted(line, stdout, 2)}\n`);
    // People copy a command line, so it is not broken into lines.
    stdout.write(`${phraseAsCalled(next, context.language, context.program)}\n`);
    return 0;
  },
});

function sourcesOf(flags: Readonly<Record<string, unknown>>, { env, cwd }: CommandContext) {
  const file = typeof flags["config"] === "string" ? flags["config"] : undefined;
  return { flags: settingFlags(flags), env, cwd, file };
}

/** Shows the progress on a terminal, each whole percent once. */
function meter({ stderr, language }: CommandContext): Work["progress"] {
  if (stderr.isTTY !== true) return () => undefined;
  let shown = -1;
  return (part) => {
    const percent = Math.floor(part * 100);
    if (percent === shown) return;
    shown = percent;
    const text = messages(language).backup.progress.replace("{percent}", String(percent));
    stderr.write(`\r${text}${percent === 100 ? "\n" : ""}`);
  };
}

/** The home's time zone: of the configuration, of the home file, or of this machine. */
function zoneOf(config: Config, context: CommandContext): string {
  return config["home.timezone"] ?? zoneOfFile(config, context) ?? Temporal.Now.timeZoneId();
}

/** The time zone of the home file; null when it has none or cannot be read, which must not prevent a backup. */
function zoneOfFile(config: Config, { root, language }: CommandContext): string | null {
  try {
    const specs = configuredSpecs({ ...config, "specs.fetch": false }, root, systemClock, language, () => undefined);
    return configuredHomeFile(config, root, specs)?.timezone ?? null;
  } catch {
    return null;
  }
}

/** Whether a store may have a history beside it. */
function hasHistory(location: StoreLocation): boolean {
  return "url" in location || existsSync(historyBeside(location.path));
}

function told({ owner, made, ...counts }: BackupContents, zone: string, { language }: CommandContext): string {
  const at = made && localMoment(new Date(made.at).toISOString(), zone);
  const { scenes, automations, timers, history } = counts;
  const home = owner?.name ?? null;
  return messages(language).backup.contents({ home, scenes, automations, timers, history, at, zone });
}
