import { configuredHomeFile } from "../app/home-files.ts";
import { configuredSpecs } from "../app/specs.ts";
import {
  asYaml,
  CONFIG_SETTINGS,
  type Config,
  type ConfigSetting,
  type SettingName,
  type ShownSetting,
  settingAbout,
  shownSettings,
} from "../config/index.ts";
import { systemClock } from "../home/index.ts";
import { type Language, message, messages } from "../language/index.ts";
import { loadCommandConfig } from "./client/command-config.ts";
import { type CliFlags, type CommandContext, defineCommand } from "./command.ts";
import { JSON_FLAG } from "./line/answer.ts";
import { tableWidth } from "./terminal/layout.ts";

/** The widest line of the printed jia.yaml with a comment beside a value, in columns. */
const CONFIG_WIDTH = 120;

/** The options of settings, for commands that start something. */
export const SETTING_FLAGS: CliFlags = Object.fromEntries(
  (Object.keys(CONFIG_SETTINGS) as SettingName[]).flatMap((name) => {
    const { flag, value }: ConfigSetting = CONFIG_SETTINGS[name];
    if (flag === undefined) return [];
    return [[flag, { kind: "text" as const, ...(value && { value }), about: settingAbout(name) }]];
  }),
);

export const CONFIG_FILE_FLAG = {
  config: {
    kind: "text",
    value: "FILE",
    about: message("cli.configFile"),
  },
} as const satisfies CliFlags;

/** The values of the settings' options. */
export function settingFlags(flags: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.keys(SETTING_FLAGS).map((name) => [name, typeof flags[name] === "string" ? flags[name] : undefined]),
  );
}

/** The configuration of a command that only needs a broker: the API's address is not checked. */
export function brokerConfig(
  flags: {
    readonly mqtt: string | undefined;
    readonly config: string | undefined;
    readonly data?: string | undefined;
    readonly port?: string | undefined;
  },
  context: CommandContext,
): Config {
  const given = { mqtt: flags.mqtt, data: flags.data, port: flags.port, host: "127.0.0.1" };
  return loadCommandConfig({ flags: given, file: flags.config }, context).config;
}

export const config = defineCommand({
  name: "config",
  summary: message("cli.configSummary"),
  usage: "",
  details: message("cli.configDetails"),
  flags: {
    ...JSON_FLAG,
    ...CONFIG_FILE_FLAG,
    ...SETTING_FLAGS,
  },
  run({ flags }, context) {
    const { language, root, stdout } = context;
    const file = typeof flags["config"] === "string" ? flags["config"] : undefined;
    const loaded = loadCommandConfig({ flags: settingFlags(flags), file }, context);
    const settings = shownSettings(loaded);
    if (flags["json"] === true) {
      stdout.write(`${JSON.stringify(Object.fromEntries(settings.map(({ name, ...shown }) => [name, shown])))}\n`);
      requireHomeFile(loaded.config, root, language);
      return Promise.resolve(0);
    }
    const { settingFrom } = messages(language).cli;
    const from = ({ source, from: what }: ShownSetting) => settingFrom[source]({ what: what ?? "" });
    stdout.write(asYaml(settings, from, Math.min(tableWidth(stdout), CONFIG_WIDTH)));
    requireHomeFile(loaded.config, root, language);
    return Promise.resolve(0);
  },
});

/**
 * Checks the home file, which a start would refuse.
 * @throws JiaError `invalid-home`
 */
function requireHomeFile(config: Config, root: string, language: Language): void {
  const specs = configuredSpecs({ ...config, "specs.fetch": false }, root, systemClock, language, () => undefined);
  configuredHomeFile(config, root, specs);
}
