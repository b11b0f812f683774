import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { cleanText, JiaError, nearest } from "../home/index.ts";
import { message } from "../language/index.ts";
import { type ConfigSources, type LoadedConfig, loadConfig } from "./read.ts";
import type { ConfigSetting } from "./setting.ts";
import { CONFIG_SETTINGS, type Config, type SettingName } from "./settings.ts";
import { hidesPassword } from "./show.ts";

/**
 * Settings that say who gets in, where the data is, which programs run, and which variables of the environment leave the
 * machine. Only a person at the machine changes them, like those that are paths.
 */
const AT_THE_MACHINE: ReadonlySet<string> = new Set([
  "server.token",
  "server.hosts",
  "server.origins",
  "server.host",
  "database.url",
  "cameras",
  "mcp.servers",
  "notices.channels",
]);

/** The secret that is sent to an address, keyed by the setting of the address. */
const SECRET_OF = { "model.url": "model.key", "mqtt.url": "mqtt.password" } as const;

/** Whether a setting is changed only in jia.yaml itself. */
export function isForTheMachine(name: SettingName): boolean {
  const { path }: ConfigSetting = CONFIG_SETTINGS[name];
  return path === true || AT_THE_MACHINE.has(name);
}

/**
 * Writes settings into jia.yaml and keeps its comments; the file is made if there is none. Null takes a setting out, so that its
 * default holds. Nothing is written unless all of it is valid.
 * @returns the configuration of the next start
 * @throws JiaError `invalid-config` with each field, its value and what to give; `forbidden`; `conflict` where an option or a variable
 * wins over the file, or the file cannot be written
 */
export function changeSettings(sources: ConfigSources, changes: Readonly<Record<string, unknown>>): LoadedConfig {
  const names = Object.keys(changes).map(knownName);
  for (const name of names) {
    if (isForTheMachine(name)) throw new JiaError("forbidden", { detail: message("config.atTheMachine", { name }) });
  }
  const path = fileOf(sources);
  const document = parseDocument(textOf(path), { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const detail = cleanText(error.message.split("\n")[0] ?? "", 200);
    throw new JiaError("invalid-config", { detail: message("config.notYaml", { path, detail }) });
  }
  for (const name of names) {
    refuseHidden(name, changes[name]);
    setIn(document, name, changes[name] ?? null);
  }
  const text = document.toString({ lineWidth: 0 });
  const loaded = loadConfig({ ...sources, text });
  refuseMovedSecrets(names, loaded.config, sources);
  for (const name of names) refuseOverruled(name, loaded);
  replaceFile(path, text);
  return loaded;
}

/** The jia.yaml of these sources, also when it is not there yet. */
function fileOf({ cwd, file, env }: ConfigSources): string {
  return resolve(cwd, file ?? env["JIA_CONFIG"] ?? "jia.yaml");
}

function knownName(name: string): SettingName {
  if (Object.hasOwn(CONFIG_SETTINGS, name)) return name as SettingName;
  const near = nearest(name, Object.keys(CONFIG_SETTINGS));
  const detail = message("config.noSuchSetting", { place: cleanText(name, 100), near });
  throw new JiaError("invalid-config", { detail });
}

/** Refuses an address as it is shown: what stands for its password would replace the password. */
function refuseHidden(name: SettingName, value: unknown): void {
  if (typeof value !== "string" || !hidesPassword(value)) return;
  throw new JiaError("invalid-config", { detail: message("config.passwordHidden", { name }) });
}

/** Refuses to send a kept secret to another address: who changes the address must know the secret, or take it out. */
function refuseMovedSecrets(names: readonly SettingName[], next: Config, sources: ConfigSources): void {
  for (const [name, secret] of Object.entries(SECRET_OF) as [keyof typeof SECRET_OF, SettingName][]) {
    if (!names.includes(name) || names.includes(secret) || next[secret] === null || next[name] === null) continue;
    if (originOf(next[name]) === originOf(presentAddress(name, sources))) continue;
    throw new JiaError("forbidden", { detail: message("config.secretMoves", { name, secret }) });
  }
}

/** An address as the file gives it now; null where that has mistakes. */
function presentAddress(name: keyof typeof SECRET_OF, sources: ConfigSources): string | null {
  try {
    return loadConfig(sources).config[name];
  } catch {
    return null;
  }
}

/** Scheme, host and port of an address. */
function originOf(address: string | null): string | null {
  if (address === null) return null;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

function refuseOverruled(name: SettingName, { sources }: LoadedConfig): void {
  const { env, flag }: ConfigSetting = CONFIG_SETTINGS[name];
  const source = sources[name];
  if (source !== "environment" && source !== "flag") return;
  const from = source === "flag" ? `--${flag}` : (env ?? "");
  throw new JiaError("conflict", { detail: message("config.overruled", { name, from }) });
}

/** Sets a value where it stands, or in the group of its name; null deletes it. */
function setIn(document: Document, name: string, value: unknown): void {
  if (!isMap(document.contents)) document.contents = document.createNode({}) as Document["contents"];
  const known = isMap(document.contents) ? placeOf(document.contents, name.split(".")) : null;
  if (value === null) {
    if (known) document.deleteIn(known);
    return;
  }
  const path = known ?? name.split(".");
  for (let depth = 1; depth < path.length; depth += 1) {
    const group = path.slice(0, depth);
    // A group whose lines are all commented out is null.
    if (!isMap(document.getIn(group))) document.setIn(group, document.createNode({}));
  }
  document.setIn(path, value);
}

/** The keys by which a setting stands in a map: a key may hold several parts of the name. null when it does not. */
function placeOf(map: YAMLMap, parts: readonly string[]): string[] | null {
  for (let count = parts.length; count > 0; count -= 1) {
    const key = parts.slice(0, count).join(".");
    const pair = map.items.find((each) => (isScalar(each.key) ? each.key.value : each.key) === key);
    if (!pair) continue;
    if (count === parts.length) return [key];
    const inner = isMap(pair.value) ? placeOf(pair.value, parts.slice(count)) : null;
    if (inner) return [key, ...inner];
  }
  return null;
}

/** The text of a file; empty when there is none. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw new JiaError("invalid-config", { detail: message("config.unreadable", { path }) }, error);
  }
}

/** Replaces a file in one step; a link stays a link. @throws JiaError `conflict` */
function replaceFile(path: string, text: string): void {
  const target = realpathOr(path);
  const next = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    // It may hold secrets.
    writeFileSync(next, text, { mode: 0o600 });
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(next, mode & 0o777);
    renameSync(next, target);
  } catch (error) {
    rmSync(next, { force: true });
    const why = cleanText(error instanceof Error && "code" in error ? String(error.code) : String(error), 100);
    throw new JiaError("conflict", { detail: message("config.notWritten", { path, why }) }, error);
  }
}

function realpathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
