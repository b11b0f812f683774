import { z } from "zod";
import type { Language } from "./language.ts";
import { nearest } from "./nearest.ts";
import { cleanText } from "./text.ts";

/** What zod found wrong, as far as these sentences need it. */
type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  string: ["text", "文本"],
  number: ["a number", "数字"],
  int: ["a whole number", "整数"],
  boolean: ["true or false", "true 或 false"],
  array: ["a list", "列表"],
  object: ["an object", "对象"],
  record: ["an object", "对象"],
};

/** Where in the input: `devices[2].name`; "" for the whole. */
export function issuePlace(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return `${text}${text ? "." : ""}${cleanText(String(part))}`;
  }, "");
}

/** One issue as a sentence part that says what to give instead. `known` helps with unknown keys. */
export function describeIssue(issue: Issue, language: Language, known: readonly string[] = []): string {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, known, language)).join(say("; ", "；"));
    case "invalid_type": {
      const [en, zh] = TYPES[issue.expected] ?? [issue.expected, issue.expected];
      return say(`must be ${en}`, `应为${zh}`);
    }
    case "invalid_value": {
      const values = issue.values.map((value) => JSON.stringify(value)).join(", ");
      return say(`must be one of ${values}`, `应为以下之一：${values}`);
    }
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? say(`must have at least ${issue.minimum}`, `长度至少为 ${issue.minimum}`)
        : say(`must be at least ${issue.minimum}`, `不能小于 ${issue.minimum}`);
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? say(`must have at most ${issue.maximum}`, `长度不能超过 ${issue.maximum}`)
        : say(`must be at most ${issue.maximum}`, `不能大于 ${issue.maximum}`);
    case "invalid_union":
      return say("has none of the forms that are allowed", "不是允许的任何一种形式");
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return cleanText(issue.message, 300);
    default:
      issue satisfies never;
      return "";
  }
}

/** "unknown key "prot": did you mean "port"?" */
export function unknownKey(key: string, known: Iterable<string>, language: Language): string {
  const near = nearest(key, known);
  const shown = cleanText(key);
  if (language === "zh") return near ? `未知的键“${shown}”，是否要写“${near}”` : `未知的键“${shown}”`;
  return near ? `unknown key "${shown}", did you mean "${near}"?` : `unknown key "${shown}"`;
}

/** The keys that the object at `path` of a schema may have; none when it is not an object there. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const inner = unwrapped(schema);
  const [first, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    return first === undefined ? Object.keys(inner.shape) : keysAt(inner.shape[String(first)], rest);
  }
  if (inner instanceof z.ZodArray && typeof first === "number") return keysAt(inner.element, rest);
  return [];
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap();
  }
  return inner;
}
