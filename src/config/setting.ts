import { z } from "zod";
import type { Phrase } from "../home/index.ts";

/** One setting: where it can be given, what it takes, and what it is when nobody gives it. */
export interface Setting<Out = unknown> {
  /** What its value must be once read: from jia.yaml as it stands there, from a text by way of `fromText`. */
  readonly schema: z.ZodType<Out>;
  readonly default: Out;
  /** The environment variable. */
  readonly env?: string;
  /** The option of `jia start` and `jia config`, without the dashes. */
  readonly flag?: string;
  /** Shown as the value in the help: `PORT`. */
  readonly value?: string;
  /** Never printed. */
  readonly secret?: true;
  /** A path: relative to jia.yaml's folder there, to the current folder elsewhere. */
  readonly path?: true;
  /** Makes a value of the environment's or an option's text; the text itself when it is left out. */
  readonly fromText?: (text: string) => unknown;
  /** What to give, as the end of "give …". */
  readonly expected: Phrase;
}

export const setting = <Out>(given: Setting<Out>): Setting<Out> => given;

/** A text as the number that it spells; anything else stays text, for the schema to refuse. */
export const number = (text: string): unknown => {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
};

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

export const port = z.int().min(0).max(65_535);
export const text = z.string().trim().min(1);

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
