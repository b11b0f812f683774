import { z } from "zod";
import type { SettingForm } from "../bridge/setting.ts";
import type { Phrase } from "../home/index.ts";

/** One setting: where it can be given, what it takes, and what it is when nobody gives it. */
export interface ConfigSetting<Out = unknown> extends SettingForm<Out> {
  /** The option of `jia start` and `jia config`, without the dashes. */
  readonly flag?: string;
  /** Shown as the value in the help: `PORT`. */
  readonly value?: string;
  /** What to give, as the end of "give …". */
  readonly expected: Phrase;
}

export { numberFromText, port, text } from "../bridge/setting.ts";

export const configSetting = <Out>(given: ConfigSetting<Out>): ConfigSetting<Out> => given;

/** A text as a list: parts between commas. */
export const list = (text: string): unknown =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A text as yes or no; anything else stays text. */
export const yesNo = (text: string): unknown => {
  if (/^(true|yes|on|1)$/i.test(text.trim())) return true;
  return /^(false|no|off|0)$/i.test(text.trim()) ? false : text;
};

/** Whether a text is the origin of an HTTP address: `https://hooks.example.org`, `http://192.168.1.20:8123`. */
export function isOrigin(value: string): boolean {
  if (!isUrl(value, ["http", "https"])) return false;
  const { pathname, search, hash, username, password } = new URL(value);
  return pathname === "/" && search + hash + username + password === "";
}

/** Whether a text is a URL of one of these schemes. */
export function isUrl(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
}

/**
 * The name of an environment variable that holds a secret. JIA_ names are kept for settings, where a mistyped one is an
 * error.
 */
export const SecretVariable = z.string().regex(/^(?!JIA_)[A-Z][A-Z0-9_]*$/);
