import type { HomeMessages, MessageValue } from "../../home/index.ts";
import { plural } from "./grammar.ts";
import { units } from "./vocabulary/names.ts";

/** Values as a pack gets them: messages are already in words. */
export type RenderedValue<Value> = Value extends readonly unknown[]
  ? readonly string[]
  : MessageValue extends Value
    ? string
    : Value;
export type HomeEntries = {
  readonly [Name in keyof HomeMessages]:
    | string
    | ((values: { readonly [Key in keyof HomeMessages[Name]]: RenderedValue<HomeMessages[Name][Key]> }) => string);
};

/** The forms of input, keyed by zod's name. */
const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** The sign of a unit of MIoT-Spec-V2. */
function unitSign(unit: string): string {
  return Object.hasOwn(units, unit) ? units[unit as keyof typeof units] : ` ${unit}`;
}

/** The home's own messages: the values of a property, the problems of a file. */
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
  color: "a color: its name (red) or #RRGGBB",
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
    `${whole ? "a whole number" : "a number"}${min !== null && max !== null ? ` from ${min} to ${max}` : ""}${unit ? unitSign(unit) : ""}`,
  notSent: "Jia could not send the command; the log has the details",
  askAdult: "{why}. Ask an adult",
  askHost: "{why}. Ask somebody who lives here",
  unknownVoice: "{why}. Only people of this home may do that",
  notThisDevice: "this device is not for you",
  notThisRoom: "this room is not for you",
  notThisKind: "devices of this kind are not for you",
  notNow: "you may do this only from {from} to {to}",
  pinByPerson: "it takes a PIN, and only Jia itself may be told that; please do it on Jia's own page",
  configuredRule: 'the rule "{id}" of your configuration decides this',
  problemAt: "{place}: {problem}",
  wholeFile: "the file",
  repeatedId: 'the id "{id}" occurs twice',
  noFloor: 'the file has no floor "{floor}"',
  noRoom: 'the file has no room "{room}"',
  noSpec: 'neither "specs" nor devices/ has a spec for the model "{model}"',
  noSuchProperty: "the spec has no such property",
  misfit: '"{value}" is not valid; use {expected}',
  unknownKey: ({ key, near }: { key: string; near: string | null }) =>
    near === null ? `unknown key "${key}"` : `unknown key "${key}" (did you mean "${near}"?)`,
  mustBe: ({ type }: { type: string }) => `must be ${TYPES[type] ?? type}`,
  mustBeOneOf: ({ values }: { values: readonly string[] }) => `must be one of ${values.join(", ")}`,
  tooShort: ({ minimum }) => (minimum === 1 ? "is empty" : `is too short; the minimum is ${minimum}`),
  tooLong: "is too long; the maximum is {maximum}",
  tooSmall: "must be at least {minimum}",
  tooBig: "must be at most {maximum}",
  noForm: "has the wrong form",
  invalidLanguage: "is not a language tag such as en or zh",
  invalidId: "cannot hold spaces, /, # or +",
  invalidZone: "is not a time zone; use an IANA name such as Asia/Shanghai",
  several: ({ parts }: { parts: readonly string[] }) => parts.join("; "),
  notJson: ({ detail }: { detail: string | null }) => (detail === null ? "is not JSON" : `is not JSON: ${detail}`),
  noSuchFile: ({ near, examples }: { near: string | null; examples: readonly string[] }) =>
    `there is no such file.${near === null ? "" : ` Did you mean ${near}?`} The examples are: ${examples.join(", ")}`,
  unreadable: "cannot be read",
  noPem: "it is not a PEM file",
  noDeviceList: "it is not a list of devices",
  giveForm: "use {form}",
  notDecimal: '"{text}" is not a decimal number',
  hexadecimal: "use {digits} hexadecimal digits",
  notDeviceUrn: '"{urn}" is not a device URN',
  noSuchModel: 'the site does not know the model "{model}"',
  otherForm: "the site's answer has an unknown form",
  tooManyBytes: "it has more than {limit} bytes",
  lines: ({ lines }: { lines: readonly string[] }) => lines.map((line) => `  - ${line}`).join("\n"),
} satisfies HomeEntries;
