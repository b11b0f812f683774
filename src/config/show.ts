import { stringify } from "yaml";
import type { LoadedConfig, ValueSource } from "./read.ts";
import type { Setting } from "./setting.ts";
import { SETTINGS, type SettingName } from "./settings.ts";

/** What stands for a secret that is set. */
const HIDDEN = "(set, not shown)";

/** One setting as `jia config` prints it. */
export interface ShownSetting {
  readonly name: SettingName;
  readonly value: unknown;
  readonly source: ValueSource;
}

/** The effective settings without their secrets; passwords inside of URLs are secrets too. */
export function shownSettings({ config, sources }: LoadedConfig): ShownSetting[] {
  return (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const value = config[name];
    const secret = (SETTINGS[name] as Setting).secret === true;
    return { name, value: secret && value !== null ? HIDDEN : withoutPassword(value), source: sources[name] };
  });
}

/** The same as a jia.yaml that would give these settings. */
export function asYaml(settings: readonly ShownSetting[]): string {
  const tree: Record<string, unknown> = {};
  for (const { name, value } of settings) {
    const [group = "", key] = name.split(".");
    if (key === undefined) tree[group] = value;
    else tree[group] = { ...(tree[group] as object | undefined), [key]: value };
  }
  return stringify(tree);
}

/** A URL with its password taken out; anything else as it is. */
export function withoutPassword<Value>(value: Value): Value extends string ? string : Value;
export function withoutPassword(value: unknown): unknown {
  if (typeof value !== "string" || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.password === "") return value;
  url.password = "***";
  return url.href;
}
