import type { HomeMessages, MessageValue } from "../../home/index.ts";
import { plural } from "./grammar.ts";

/** Values as they reach a pack: messages in words. */
export type Rendered<Value> = Value extends readonly unknown[]
  ? readonly string[]
  : MessageValue extends Value
    ? string
    : Value;
export type Entries = {
  readonly [Name in keyof HomeMessages]:
    | string
    | ((values: { readonly [Key in keyof HomeMessages[Name]]: Rendered<HomeMessages[Name][Key]> }) => string);
};

/** What zod calls the forms of input, keyed by its name. */
const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What the home itself says: what a property takes, what is wrong with a file. */
export const home = {
  noArguments: "no arguments",
  someArguments: ({ count, names }: { count: number; names: readonly string[] }) =>
    `${count} ${plural(count, "argument")}: ${names.join(", ")}`,
  names: ({ shown, total }: { shown: readonly string[]; total: number }) =>
    total === 0 ? "none" : `${shown.join(", ")}${total > shown.length ? ` and ${total - shown.length} more` : ""}`,
  oneOf: ({ values }: { values: readonly string[] }) => `one of ${values.join(", ")}`,
  listed: ({ description, value }: { description: string; value: string }) => `${description} (${value})`,
  trueOrFalse: "true or false",
  text: "text",
  number: ({
    whole,
    min,
    max,
    unit,
  }: {
    whole: boolean;
    min: number | null;
    max: number | null;
    unit: string | null;
  }) =>
    `${whole ? "a whole number" : "a number"}${min !== null && max !== null ? ` from ${min} to ${max}` : ""}${unit ? ` ${unit}` : ""}`,
  notSent: "the command could not be sent; the log has the details",
  configuredRule: 'the rule "{id}" of the configuration says so',
  problemAt: "{place}: {problem}",
  wholeFile: "the file",
  repeatedId: '"{id}" stands there twice',
  noFloor: 'there is no floor "{floor}"',
  noRoom: 'there is no room "{room}"',
  noSpec: 'no spec for "{model}" in "specs" or in devices/',
  noSuchProperty: "the spec has no such property",
  misfit: '"{value}" does not fit, give {expected}',
  unknownKey: ({ key, near }: { key: string; near: string | null }) =>
    near === null ? `unknown key "${key}"` : `unknown key "${key}", did you mean "${near}"?`,
  mustBe: ({ type }: { type: string }) => `must be ${TYPES[type] ?? type}`,
  mustBeOneOf: ({ values }: { values: readonly string[] }) => `must be one of ${values.join(", ")}`,
  tooShort: "must have at least {minimum}",
  tooLong: "must have at most {maximum}",
  tooSmall: "must be at least {minimum}",
  tooBig: "must be at most {maximum}",
  noForm: "has none of the forms that are allowed",
  invalidLanguage: "is not a language tag such as en or zh",
  invalidId: "may not hold spaces, /, # or +",
  invalidZone: "is not an IANA time zone such as Asia/Shanghai",
  several: ({ parts }: { parts: readonly string[] }) => parts.join("; "),
  notJson: ({ detail }: { detail: string | null }) => (detail === null ? "is not JSON" : `is not JSON: ${detail}`),
  unreadable: "cannot be read",
  noPem: "it is no PEM file",
  noDeviceList: "it is no list of devices",
  giveForm: "give {form}",
  notDecimal: '"{text}" is no decimal number',
  hexadecimal: "give {digits} hexadecimal digits",
  notDeviceUrn: '"{urn}" is not a device URN',
  noSuchModel: 'it does not know the model "{model}"',
  otherForm: "its answer has another form",
  tooManyBytes: "more than {limit} bytes",
  lines: ({ lines }: { lines: readonly string[] }) => lines.map((line) => `  - ${line}`).join("\n"),
} satisfies Entries;
