import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { isLoopback } from "../api/security.ts";
import { cleanText, issueMessage, issuePlace, JiaError, keysAt, nearest } from "../home/index.ts";
import { type Language, textOf } from "../language/index.ts";
import type { Setting } from "./setting.ts";
import { type Config, SETTINGS, type SettingName } from "./settings.ts";

export interface ConfigSources {
  /** Options of the command line, keyed by flag; they win over all else. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of jia.yaml and of relative paths. */
  readonly cwd: string;
  /** Another place for jia.yaml; it must be there then. */
  readonly file?: string | undefined;
  /** The language of the list of problems. */
  readonly language: Language;
}

/** Where a value came from, for `jia config`. */
export type ValueSource = "flag" | "environment" | "file" | "default";

export interface LoadedConfig {
  readonly config: Config;
  readonly sources: Readonly<Record<SettingName, ValueSource>>;
  /** The jia.yaml that was read, null when there is none. */
  readonly file: string | null;
}

const NAMES = Object.keys(SETTINGS) as SettingName[];
/** Variables that begin like ours but belong to the command line. */
const OTHER_VARIABLES = ["JIA_DEBUG", "JIA_URL", "JIA_CONFIG"];

/**
 * The configuration: flags, else environment, else jia.yaml, else defaults.
 * @throws JiaError `invalid-config` that lists every problem with its field, its value and what to give instead
 */
export function loadConfig(sources: ConfigSources): LoadedConfig {
  const problems: string[] = [];
  const path = resolve(sources.cwd, sources.file ?? sources.env["JIA_CONFIG"] ?? "jia.yaml");
  const wanted = sources.file !== undefined || sources.env["JIA_CONFIG"] !== undefined;
  const file = readYaml(path, wanted, sources.language, problems);
  /** Values of jia.yaml, keyed by setting. */
  const fromFile = new Map<string, unknown>();
  if (file) collect(file, "", fromFile, problems, sources.language);
  problems.push(...unknownVariables(sources.env, sources.language));

  const config: Record<string, unknown> = {};
  const origins: Partial<Record<SettingName, ValueSource>> = {};
  for (const name of NAMES) {
    const setting: Setting = SETTINGS[name];
    const given = pick(name, setting, sources, fromFile);
    origins[name] = given.source;
    if (given.source === "default") {
      config[name] =
        setting.path && typeof setting.default === "string" ? resolve(sources.cwd, setting.default) : setting.default;
      continue;
    }
    const parsed = setting.schema.safeParse(given.value);
    if (!parsed.success) {
      problems.push(...invalidValue(given.label, given.value, setting, parsed.error, sources.language));
      config[name] = setting.default;
    } else if (setting.path && typeof parsed.data === "string") {
      config[name] = resolve(given.source === "file" ? dirname(path) : sources.cwd, parsed.data);
    } else {
      config[name] = parsed.data;
    }
  }
  const complete = config as Config;
  problems.push(...contradictions(complete, sources.language));
  if (problems.length > 0) {
    throw new JiaError("invalid-config", { detail: problems.map((problem) => `  - ${problem}`).join("\n") });
  }
  return { config: complete, sources: origins as Record<SettingName, ValueSource>, file: file ? path : null };
}

interface Given {
  readonly source: ValueSource;
  readonly value: unknown;
  /** How the person gave it: `--port`, `JIA_PORT`, `jia.yaml: server.port`. */
  readonly label: string;
}

function pick(
  name: string,
  setting: Setting,
  { flags, env }: ConfigSources,
  fromFile: ReadonlyMap<string, unknown>,
): Given {
  const read = setting.fromText ?? ((text: string): unknown => text);
  const flag = setting.flag === undefined ? undefined : flags[setting.flag];
  if (flag !== undefined) return { source: "flag", value: read(flag), label: `--${setting.flag}` };
  const variable = setting.env === undefined ? undefined : env[setting.env];
  // An empty variable is one that a compose file or a service left blank.
  if (variable !== undefined && variable !== "") {
    return { source: "environment", value: read(variable), label: setting.env ?? name };
  }
  if (fromFile.has(name)) return { source: "file", value: fromFile.get(name), label: `jia.yaml: ${name}` };
  return { source: "default", value: setting.default, label: name };
}

function readYaml(path: string, wanted: boolean, language: Language, problems: string[]): object | null {
  const zh = language === "zh";
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing || wanted) problems.push(zh ? `${path}：无法读取。` : `${path}: it cannot be read.`);
    return null;
  }
  const document = parseDocument(text, { prettyErrors: true });
  for (const error of document.errors) problems.push(`${path}: ${error.message.split("\n")[0] ?? ""}`);
  if (document.errors.length > 0) return null;
  const data: unknown = document.toJS();
  if (data === null) return {};
  if (typeof data === "object" && !Array.isArray(data)) return data;
  problems.push(zh ? `${path}：应由“键: 值”组成。` : `${path}: it must hold keys with values.`);
  return null;
}

/** Sorts the values of jia.yaml by setting; notes keys that are none. */
function collect(
  node: object,
  prefix: string,
  found: Map<string, unknown>,
  problems: string[],
  language: Language,
): void {
  for (const [key, value] of Object.entries(node)) {
    const place = `${prefix}${key}`;
    const group = NAMES.some((name) => name.startsWith(`${place}.`));
    if (place in SETTINGS) {
      if (value !== null) found.set(place, value);
    } else if (group && value === null) {
      // A group whose lines are all commented out.
    } else if (group && typeof value === "object" && !Array.isArray(value)) {
      collect(value, `${place}.`, found, problems, language);
    } else {
      const near = nearestPlace(place);
      const shown = cleanText(place, 100);
      problems.push(
        language === "zh"
          ? `jia.yaml: ${shown}：没有此设置${near ? `，是否要写 ${near}？` : "。"}`
          : `jia.yaml: ${shown}: there is no such setting${near ? `, did you mean ${near}?` : "."}`,
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

function unknownVariables(env: Readonly<Record<string, string | undefined>>, language: Language): string[] {
  const known = new Set([...NAMES.flatMap((name) => (SETTINGS[name] as Setting).env ?? []), ...OTHER_VARIABLES]);
  return Object.keys(env)
    .filter((name) => name.startsWith("JIA_") && !known.has(name))
    .map((name) => {
      const near = nearest(name, known);
      if (language === "zh") return `${name}：没有此环境变量${near ? `，是否要写 ${near}？` : "。"}`;
      return `${name}: there is no such variable${near ? `, did you mean ${near}?` : "."}`;
    });
}

function invalidValue(
  label: string,
  value: unknown,
  setting: Setting,
  error: z.ZodError,
  language: Language,
): string[] {
  const zh = language === "zh";
  const expected = setting.expected[language];
  const fix = zh ? `应为：${expected}` : `give ${expected}`;
  const inside = error.issues.filter((issue) => issue.path.length > 0);
  if (inside.length === 0) {
    const shown = setting.secret ? "" : zh ? `“${brief(value)}”` : ` "${brief(value)}"`;
    return [zh ? `${label}：${shown}无效，${fix}。` : `${label}:${shown || " the value"} does not fit, ${fix}.`];
  }
  return inside.map((issue) => {
    const what = textOf(issueMessage(issue, keysAt(setting.schema, issue.path)), language);
    const place = issuePlace(issue.path);
    const at = `${label}${place.startsWith("[") ? "" : "."}${place}`;
    return zh ? `${at}：${what}；${fix}。` : `${at}: ${what}; ${fix}.`;
  });
}

/** A value as it may be shown: what stands before an @ may be the password of a URL that was mistyped. */
function brief(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return cleanText(text.replace(/[^\s/"]+@/g, "***@"), 80);
}

/** Settings that do not go together. */
function contradictions(config: Config, language: Language): string[] {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  const problems: string[] = [];
  if (!isLoopback(config["server.host"]) && config["server.token"] === null) {
    const host = config["server.host"];
    problems.push(
      say(
        `server.host is ${host}, which others can reach, but there is no token: set JIA_TOKEN (make one with: openssl rand -hex 32), or listen on 127.0.0.1.`,
        `server.host 为 ${host}，其他机器可以访问，但没有令牌：请设置 JIA_TOKEN（可用 openssl rand -hex 32 生成），或改为监听 127.0.0.1。`,
      ),
    );
  }
  if ((config["mqtt.cert"] === null) !== (config["mqtt.key"] === null)) {
    problems.push(say("mqtt.cert and mqtt.key go together: give both.", "mqtt.cert 与 mqtt.key 必须同时设置。"));
  }
  if (config["mqtt.password"] !== null && config["mqtt.username"] === null) {
    problems.push(
      say(
        "mqtt.password needs mqtt.username (MQTT_USERNAME).",
        "设置 mqtt.password 时还需设置 mqtt.username（MQTT_USERNAME）。",
      ),
    );
  }
  // At a broker of one's own a name alone is allowed; Jia's own would be left open.
  if (config["mqtt.url"] === null && config["mqtt.username"] !== null && config["mqtt.password"] === null) {
    problems.push(
      say(
        "mqtt.username is set, but Jia's own broker needs mqtt.password (MQTT_PASSWORD) too.",
        "已设置 mqtt.username，但自带的 MQTT 服务器还需要 mqtt.password（MQTT_PASSWORD）。",
      ),
    );
  }
  const ids = config["policy.rules"].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    problems.push(
      say(
        `policy.rules: the id "${cleanText(twice)}" stands there twice.`,
        `policy.rules：id“${cleanText(twice)}”重复。`,
      ),
    );
  }
  return problems;
}
