import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { z } from "zod";
import { plainYaml } from "../automation/files/plain-yaml.ts";
import {
  cleanText,
  homeMessage,
  issueMessage,
  issuePlace,
  JiaError,
  keysAt,
  type Message,
  nearest,
} from "../home/index.ts";
import { message } from "../language/index.ts";
import { foreignVariables } from "./foreign-variables.ts";
import type { ConfigSetting } from "./setting.ts";
import { CONFIG_SETTINGS, type Config, type SettingName } from "./settings.ts";

export interface ConfigSources {
  /** Options of the command line, keyed by flag; they win over all else. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of jia.yaml and of relative paths. */
  readonly cwd: string;
  /** Another place for jia.yaml; it must be there then. */
  readonly file?: string | undefined;
  /** A text in place of what is in jia.yaml, to see whether it would be valid. */
  readonly text?: string;
}

/** Where a value came from, for `jia config`. */
export type ValueSource = "flag" | "environment" | "file" | "default";

export interface LoadedConfig {
  readonly config: Config;
  readonly sources: Readonly<Record<SettingName, ValueSource>>;
  /** The jia.yaml that was read, null when there is none. */
  readonly file: string | null;
  /** Warnings about settings that were left out and are no mistakes. */
  readonly warnings: readonly Message[];
}

const NAMES = Object.keys(CONFIG_SETTINGS) as SettingName[];
/** Variables that begin like ours but belong to the command line. */
const OTHER_VARIABLES = ["JIA_DEBUG", "JIA_URL", "JIA_CONFIG", "JIA_HISTORY"];
const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  ...NAMES.flatMap((name) => (CONFIG_SETTINGS[name] as ConfigSetting).env ?? []),
  ...OTHER_VARIABLES,
]);

/**
 * The configuration: flags, else environment, else jia.yaml, else defaults.
 * @throws JiaError `invalid-config` that lists every problem with its field, its value and what to give instead
 */
export function loadConfig(given: ConfigSources): LoadedConfig {
  const problems: Message[] = [];
  const foreign = foreignVariables(given.env, KNOWN_VARIABLES);
  const env = Object.fromEntries(Object.entries(given.env).filter(([name]) => !foreign.includes(name)));
  const sources = { ...given, env };
  const wanted = sources.file ?? sources.env["JIA_CONFIG"];
  /** The file's name as the person gave it, for messages. */
  const called = wanted ?? "jia.yaml";
  const path = resolve(sources.cwd, called);
  const file =
    given.text === undefined ? readYaml(path, wanted !== undefined, problems) : settingsIn(given.text, path, problems);
  /** Values of jia.yaml, keyed by setting. */
  const fromFile = new Map<string, unknown>();
  if (file) collect(file, "", called, fromFile, problems);
  problems.push(...unknownVariables(sources.env));

  const config: Record<string, unknown> = {};
  const origins: Partial<Record<SettingName, ValueSource>> = {};
  for (const name of NAMES) {
    const setting: ConfigSetting = CONFIG_SETTINGS[name];
    const given = pick(name, setting, sources, { called, values: fromFile });
    origins[name] = given.source;
    if (given.source === "default") {
      config[name] =
        setting.path && typeof setting.default === "string" ? resolve(sources.cwd, setting.default) : setting.default;
      continue;
    }
    const parsed = setting.schema.safeParse(given.value);
    if (!parsed.success) {
      problems.push(...invalidValue(given.label, given.value, setting, parsed.error));
      config[name] = setting.default;
    } else if (setting.path && typeof parsed.data === "string") {
      config[name] = resolve(given.source === "file" ? dirname(path) : sources.cwd, parsed.data);
    } else {
      config[name] = parsed.data;
    }
  }
  const complete = config as Config;
  problems.push(...contradictions(complete));
  if (problems.length > 0) {
    throw new JiaError("invalid-config", { detail: homeMessage("lines", { lines: problems }) });
  }
  const warnings = foreign.length > 0 ? [message("config.foreignVariables", { names: foreign })] : [];
  return { config: complete, sources: origins as Record<SettingName, ValueSource>, file: file ? path : null, warnings };
}

interface GivenValue {
  readonly source: ValueSource;
  readonly value: unknown;
  /**
   * The source as the person knows it: `--port`, `JIA_PORT`, or `jia.yaml: server.port` with the name of the given
   * file.
   */
  readonly label: string;
}

function pick(
  name: string,
  setting: ConfigSetting,
  { flags, env }: ConfigSources,
  file: { readonly called: string; readonly values: ReadonlyMap<string, unknown> },
): GivenValue {
  const read = setting.fromText ?? ((text: string): unknown => text);
  const flag = setting.flag === undefined ? undefined : flags[setting.flag];
  if (flag !== undefined) return { source: "flag", value: read(flag), label: `--${setting.flag}` };
  const variable = setting.env === undefined ? undefined : env[setting.env];
  // An empty variable is one that a compose file or a service left blank.
  if (variable !== undefined && variable !== "") {
    return { source: "environment", value: read(variable), label: setting.env ?? name };
  }
  if (file.values.has(name)) {
    return { source: "file", value: file.values.get(name), label: `${file.called}: ${name}` };
  }
  return { source: "default", value: setting.default, label: name };
}

function readYaml(path: string, wanted: boolean, problems: Message[]): object | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing || wanted) problems.push(message("config.unreadable", { path }));
    return null;
  }
  return settingsIn(text, path, problems);
}

function settingsIn(text: string, path: string, problems: Message[]): object | null {
  const read = plainYaml(text);
  if (!read.ok) {
    problems.push(message("config.notYaml", { path, detail: read.problem }));
    return null;
  }
  const { data } = read;
  if (data === null) return {};
  if (typeof data === "object" && !Array.isArray(data)) return data;
  problems.push(message("config.noKeys", { path }));
  return null;
}

/** Sorts the values of jia.yaml by setting; notes keys that are none. @param file the name of the file, for the notes */
function collect(node: object, prefix: string, file: string, found: Map<string, unknown>, problems: Message[]): void {
  for (const [key, value] of Object.entries(node)) {
    const place = `${prefix}${key}`;
    const group = NAMES.some((name) => name.startsWith(`${place}.`));
    if (place in CONFIG_SETTINGS) {
      if (value !== null) found.set(place, value);
    } else if (group && value === null) {
      // A group whose lines are all commented out.
    } else if (group && typeof value === "object" && !Array.isArray(value)) {
      collect(value, `${place}.`, file, found, problems);
    } else {
      problems.push(
        message("config.unknownSetting", { file, place: cleanText(place, 100), near: nearestPlace(place) }),
      );
    }
  }
}

/** The setting or group most like a place: `server.prot` → `server.port`, `prot` → `server.port`. */
function nearestPlace(place: string): string | null {
  const groups = new Set(NAMES.map((name) => name.split(".")[0] ?? name));
  const leaf = place.split(".").at(-1) ?? place;
  const byLeaf = nearest(
    leaf,
    NAMES.map((name) => name.split(".").at(-1) ?? name),
  );
  return (
    nearest(place, [...NAMES, ...groups]) ??
    NAMES.find((name) => byLeaf !== null && name.endsWith(`.${byLeaf}`)) ??
    null
  );
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): Message[] {
  const known = KNOWN_VARIABLES;
  return Object.keys(env)
    .filter((name) => name.startsWith("JIA_") && !known.has(name))
    .map((name) => message("config.unknownVariable", { name, near: nearest(name, known) }));
}

function invalidValue(label: string, value: unknown, setting: ConfigSetting, error: z.ZodError): Message[] {
  const { expected } = setting;
  const inside = error.issues.filter((issue) => issue.path.length > 0);
  if (inside.length === 0) {
    return [message("config.misfit", { label, value: setting.secret ? null : shortValue(value), expected })];
  }
  return inside.map((issue) => {
    const place = issuePlace(issue.path);
    return message("config.misfitInside", {
      place: `${label}${place.startsWith("[") ? "" : "."}${place}`,
      problem: issueMessage(issue, keysAt(setting.schema, issue.path)),
      expected,
    });
  });
}

/** A value as it may be shown, cut short: the part before an @ may be the password of a mistyped URL. */
function shortValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return cleanText(text.replace(/[^\s/"]+@/g, "***@"), 80);
}

/** Settings that do not go together. */
function contradictions(config: Config): Message[] {
  const problems: Message[] = [];
  if ((config["server.cert"] === null) !== (config["server.key"] === null)) {
    problems.push(message("config.tlsWithoutKey"));
  }
  if ((config["mqtt.cert"] === null) !== (config["mqtt.key"] === null)) {
    problems.push(message("config.certWithoutKey"));
  }
  if (config["mqtt.password"] !== null && config["mqtt.username"] === null) {
    problems.push(message("config.passwordWithoutName"));
  }
  // At a broker of one's own a name alone is allowed; Jia's own would be left open.
  if (config["mqtt.url"] === null && config["mqtt.username"] !== null && config["mqtt.password"] === null) {
    problems.push(message("config.nameWithoutPassword"));
  }
  const ids = config["policy.rules"].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) problems.push(message("config.repeatedRule", { id: cleanText(twice) }));
  return problems;
}
