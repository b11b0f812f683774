import type { ErrorCode, ErrorDetails, Message, MessageValue, MessageValues, Phrase } from "../home/index.ts";
import type { Grammar } from "./grammar.ts";
import { type Language, primarySubtag } from "./language.ts";
import type { Messages } from "./pack.ts";
import { allPacks, packOf } from "./packs.ts";
import { TERM_SECTION, termText } from "./terms.ts";

/** `section.name` of every message. */
export type MessageKey = {
  [Section in keyof Messages]: `${Section & string}.${keyof Messages[Section] & string}`;
}[keyof Messages];

/** The entry of a key in the packs: a text with `{name}` places, or a function of the values. */
type PackEntry<Key extends MessageKey> = Key extends `${infer Section}.${infer Name}`
  ? Section extends keyof Messages
    ? Name extends keyof Messages[Section]
      ? Messages[Section][Name]
      : never
    : never
  : never;

/** The types that are accepted for a value: also phrases instead of texts; they are put into words with the message. */
type MessageArgument<Value> = Value extends readonly string[]
  ? readonly (string | Phrase)[]
  : Value extends string
    ? Value | Phrase
    : Value;

type ValuesOf<Key extends MessageKey> =
  PackEntry<Key> extends (values: infer Values) => string
    ? readonly [{ readonly [Name in keyof Values]: MessageArgument<Values[Name]> }]
    : PackEntry<Key> extends string
      ? readonly [MessageValues?]
      : never;

/** Makes a message that is put into words later, when its reader is known. */
export function message<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): Message {
  return values === undefined ? { key } : { key, values: values as MessageValues };
}

/** Puts a phrase into words. An unknown key (of a stored message) gives the key with its values. */
export function textOf(phrase: Phrase, language: Language): string {
  if (typeof phrase === "string") return phrase;
  if ("texts" in phrase) {
    const { texts } = phrase;
    return texts[primarySubtag(language)] ?? texts[allPacks()[0]?.code ?? ""] ?? Object.values(texts)[0] ?? "";
  }
  const { messages, grammar } = packOf(language);
  const [section = "", name = ""] = split(phrase.key);
  if (section === TERM_SECTION) return termText(name, phrase.values ?? {}, language);
  const entries: Readonly<Record<string, unknown>> | undefined = Object.hasOwn(messages, section)
    ? messages[section as keyof Messages]
    : undefined;
  const entry = entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
  const values = valuesInWords(phrase.values ?? {}, language);
  if (typeof entry === "string") return fill(entry, values, grammar);
  if (typeof entry === "function") {
    try {
      return String(entry(values));
    } catch {
      // A stored message of a version with other values: key and values are shown.
    }
  }
  return [phrase.key, ...Object.values(values).map(String)].join(" ");
}

/** Puts every message among the values into words; keyed by name. */
export function valuesInWords(values: MessageValues, language: Language): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value, language)]));
}

/** The text of an error of the table. */
export function errorText(
  { code, details }: { readonly code: ErrorCode; readonly details?: ErrorDetails | undefined },
  language: Language,
): string {
  return textOf({ key: `errors.${code}`, ...(details && { values: details }) }, language);
}

type PlainValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

function plainValue(value: MessageValue, language: Language): PlainValue {
  if (value === null || typeof value !== "object") return value;
  if (!isList(value)) return textOf(value, language);
  return value.map((each) => (typeof each === "object" && each !== null ? String(plainValue(each, language)) : each));
}

function isList(value: MessageValue): value is readonly MessageValue[] {
  return Array.isArray(value);
}

/** Replaces each `{name}` by its value: a list is joined, a missing value is "?". */
function fill(template: string, values: Readonly<Record<string, PlainValue>>, grammar: Grammar): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (Array.isArray(value)) return grammar.list(value.map(String), "and");
    return String(value ?? "?");
  });
}

function split(key: string): [string, string] {
  const at = key.indexOf(".");
  return [key.slice(0, at), key.slice(at + 1)];
}

/** A fixed sentence of a turn with its values. */
export function turnText(name: keyof Messages["turn"], language: Language, values: MessageValues): string {
  return textOf({ key: `turn.${name}`, values }, language);
}
