import { CONFIG_SETTINGS, type Config, type SettingName } from "../config/index.ts";

/** The shortest value of a secret that is looked for in what leaves; a shorter one stands in any text. */
const MIN_SECRET = 6;
/** The shortest password inside of a URL that is looked for: it is a secret whatever its form. */
const MIN_PASSWORD = 4;
/** Keys of Jia itself, in the forms in which they are made. */
const OWN_KEYS = /\bjia[a-z]?_[\w-]{16,}/;
/** How often text is decoded again: a link in a link in a link. */
const MAX_DECODED = 3;
/** Most readings of one text. */
const MAX_READINGS = 2_000;
/** The shortest text in base64 or hexadecimal that is decoded. */
const ENCODED = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
const HEXADECIMAL = /(?:[0-9a-f]{2}){4,}/gi;

/** The environment of the process. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Looks for the secrets of a configuration in what leaves the house, also where they are written in another way: in a
 * link, as JSON, in base64 or hexadecimal, in other letters or with blanks between.
 */
export class SecretValues {
  readonly #secrets: readonly string[];

  constructor(config: Config, env: Environment) {
    this.#secrets = [...new Set(secretsOf(config, env).map(comparable))];
  }

  /** Whether a value, with all texts and keys in it, holds a secret or a key of Jia. */
  isIn(value: unknown): boolean {
    const texts = textsIn(value);
    // A secret may be cut into several arguments.
    return [...texts, texts.join("")].some((text) =>
      readings(text).some((each) => OWN_KEYS.test(each) || this.#holds(comparable(each))),
    );
  }

  #holds(text: string): boolean {
    return this.#secrets.some((secret) => text.includes(secret));
  }
}

/** All secrets: settings that are secret, passwords inside of addresses, and values of the variables that are named. */
function secretsOf(config: Config, env: Environment): readonly string[] {
  const values = (Object.keys(CONFIG_SETTINGS) as SettingName[]).flatMap((name) => {
    const value: unknown = config[name];
    const setting: { readonly secret?: boolean } = CONFIG_SETTINGS[name];
    return [...(setting.secret === true && typeof value === "string" ? [value] : []), ...inAddresses(value)];
  });
  const servers = config["mcp.servers"].flatMap(({ token, env: variables = {} }) => [
    ...(token === undefined ? [] : [token]),
    ...Object.values(variables),
  ]);
  const channels = config["notices.channels"].flatMap(({ secrets = {} }) => Object.values(secrets));
  const named = [...servers, ...channels].flatMap((name) => env[name] ?? []);
  return [...values, ...named].filter((each, at) => each.length >= (at < values.length ? MIN_PASSWORD : MIN_SECRET));
}

/** The secrets in the addresses in a value: passwords, and values of a query that is named as a key. */
function inAddresses(value: unknown): string[] {
  return textsIn(value).flatMap((text) => {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || !URL.canParse(text)) return [];
    const { password, searchParams } = new URL(text);
    const keys = [...searchParams].filter(([name]) => /pass|pwd|token|secret|key|auth/i.test(name));
    return [password === "" ? [] : [decoded(password)], keys.map(([, key]) => key)].flat();
  });
}

/** All texts in a value, and the names of its fields. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    Array.isArray(value) ? textsIn(each) : [name, ...textsIn(each)],
  );
}

/** A text, and what it says when it is decoded. */
function readings(text: string): string[] {
  const all = new Set([text]);
  let newest = [text];
  for (let round = 0; round < MAX_DECODED; round += 1) {
    newest = newest.flatMap(decodings).filter((each) => !all.has(each));
    for (const each of newest) all.add(each);
    if (all.size > MAX_READINGS) break;
  }
  return [...all];
}

function decodings(text: string): string[] {
  const bytes = [
    ...[...text.matchAll(ENCODED)].flatMap(([each]) => shifted(each).map((part) => Buffer.from(part, "base64"))),
    ...[...text.matchAll(HEXADECIMAL)].map(([each]) => Buffer.from(each, "hex")),
  ];
  const escaped = text.replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [decoded(text), escaped.replace(/\\(.)/g, "$1"), [...text].reverse().join(""), ...bytes.map(String)];
}

/** The text from each of its four first places on: letters before a text in base64 move its bytes. */
function shifted(text: string): string[] {
  return [0, 1, 2, 3].map((start) => text.slice(start));
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (each) => {
    try {
      return decodeURIComponent(each);
    } catch {
      return each;
    }
  });
}

/** The letters of a text, alike however it is written: full-width or not, large or small, with or without blanks. */
function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
}
