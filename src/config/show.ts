import { Document, isMap, isScalar, type Pair, Scalar, stringify } from "yaml";
import type { LoadedConfig, ValueSource } from "./read.ts";
import type { ConfigSetting } from "./setting.ts";
import { CONFIG_SETTINGS, type SettingName } from "./settings.ts";

/** What stands for a secret that is set. */
const HIDDEN = "(set, not shown)";

/** One setting as `jia config` prints it. */
export interface ShownSetting {
  readonly name: SettingName;
  readonly value: unknown;
  readonly source: ValueSource;
  /** The source: the path of the file, the name of the variable, the option; null for a default. */
  readonly from: string | null;
}

/** Whether a secret has a value. */
export function isGiven(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

/** The effective settings without their secrets; passwords inside of URLs are secrets too. */
export function shownSettings({ config, sources, file }: LoadedConfig): ShownSetting[] {
  return (Object.keys(CONFIG_SETTINGS) as SettingName[]).map((name) => {
    const { secret, env, flag }: ConfigSetting = CONFIG_SETTINGS[name];
    const value = config[name];
    const source = sources[name];
    const from = { default: null, file, environment: env ?? null, flag: flag === undefined ? null : `--${flag}` }[
      source
    ];
    return { name, value: secret === true && isGiven(value) ? HIDDEN : withoutPasswords(value), source, from };
  });
}

/**
 * The same as a jia.yaml that would give these settings, with a comment beside each.
 * @param comment where a setting comes from
 * @param width a comment that goes beyond it stands above its line
 */
export function asYaml(
  settings: readonly ShownSetting[],
  comment: (setting: ShownSetting) => string,
  width: number,
): string {
  const document = new Document(treeOf(settings));
  for (const setting of settings) {
    const path = setting.name.split(".");
    const group = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
    const pair = isMap(group) ? group.items.find((each) => isNamed(each, path.at(-1))) : undefined;
    if (pair) addComment(pair, ` ${comment(setting)}`, width - 2 * (path.length - 1));
  }
  // The library would write a comment for an empty list below it.
  return document.toString({ lineWidth: 0 }).replaceAll(/^ *(#.*)\n( *[\w-]+: \[\])$/gm, "$2 $1");
}

interface Tree {
  [key: string]: unknown;
}

/** The settings as a tree: `model.hidden.kinds` is in `hidden` in `model`. */
function treeOf(settings: readonly ShownSetting[]): Tree {
  const tree: Tree = {};
  for (const { name, value } of settings) {
    const path = name.split(".");
    const leaf = path.pop() ?? name;
    groupAt(tree, path)[leaf] = value;
  }
  return tree;
}

/** The group at this path; made if it is not there. */
function groupAt(tree: Tree, path: readonly string[]): Tree {
  const [first, ...rest] = path;
  if (first === undefined) return tree;
  const group = (tree[first] ?? {}) as Tree;
  tree[first] = group;
  return groupAt(group, rest);
}

function isNamed({ key }: Pair, name: string | undefined): boolean {
  return (isScalar(key) ? key.value : key) === name;
}

/** Adds a comment beside a value if it fits on the line, else above it. */
function addComment(pair: Pair, comment: string, room: number): void {
  const key = pair.key instanceof Scalar ? pair.key : new Scalar(pair.key);
  pair.key = key;
  const { value } = pair;
  const line = isScalar(value) ? stringify({ [String(key.value)]: value.value }, { lineWidth: 0 }).trimEnd() : "";
  if (isScalar(value) && !line.includes("\n") && `${line} #${comment}`.length <= room) value.comment = comment;
  else key.commentBefore = comment;
}

/** What stands for a password inside of a URL. */
const HIDDEN_PASSWORD = "***";

/** Whether the password of a URL is hidden, so that nobody can log in with it. */
export function hidesPassword(url: string): boolean {
  return URL.canParse(url) && new URL(url).password === HIDDEN_PASSWORD;
}

/** The same for all texts in a value. */
export function withoutPasswords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPasswords);
  if (typeof value !== "object" || value === null) return withoutPassword(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutPasswords(inner)]));
}

/** A URL with its password taken out; anything else as it is. */
export function withoutPassword<Value>(value: Value): Value extends string ? string : Value;
export function withoutPassword(value: unknown): unknown {
  if (typeof value !== "string" || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.password === "") return value;
  url.password = HIDDEN_PASSWORD;
  return url.href;
}
