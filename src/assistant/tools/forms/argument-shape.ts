import { jsonTooDeep } from "../../../home/index.ts";
import type { JsonSchema } from "../schema.ts";
import { truthIn } from "./amounts.ts";

/** Keys in which models wrap the arguments of a call. */
const WRAPPERS: ReadonlySet<string> = new Set(["arguments", "args", "parameters", "params", "input", "kwargs"]);
/** Keys that may stand beside such a wrapper. */
const NAMES: ReadonlySet<string> = new Set(["name", "tool", "toolname", "function", "type", "id"]);

/** An object with unknown contents. */
export type UnknownFields = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is UnknownFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy of an object without some keys. */
export function omitKeys(part: UnknownFields, ...keys: readonly string[]): UnknownFields {
  return Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key)));
}

/** Parses a text that holds a JSON object or list; any other value stays. */
export function parsedIfJson(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value) || jsonTooDeep(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null ? parsed : value;
  } catch {
    return value;
  }
}

/** Unwraps arguments from wrappers: `{"arguments": {…}}`, `{"name": "set_timer", "input": "{…}"}`. */
export function unwrapArguments(input: unknown, known: readonly string[]): unknown {
  const given = parsedIfJson(input);
  if (!isPlainObject(given)) return given;
  const keys = Object.keys(given);
  const [wrapper, ...others] = keys.filter((key) => WRAPPERS.has(normalizeKey(key)) && !known.includes(key));
  if (wrapper === undefined || others.length > 0) return given;
  if (!keys.every((key) => key === wrapper || NAMES.has(normalizeKey(key)))) return given;
  const inner = parsedIfJson(given[wrapper]);
  return isPlainObject(inner) || Array.isArray(inner) ? unwrapArguments(inner, known) : given;
}

/** Other names of keys, normalized, keyed by the known key. */
export type KeyAliases = Readonly<Record<string, readonly string[]>>;

/** An object with its keys renamed to known ones: any case, any separators, or another name. */
export function withKnownKeys(
  given: UnknownFields,
  known: readonly string[],
  names: KeyAliases = {},
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const plain = normalizeKey(key);
    const meant =
      known.find((each) => each === key) ??
      known.find((each) => normalizeKey(each) === plain) ??
      known.find((each) => names[each]?.includes(plain) && !(each in given) && !(each in result));
    result[meant ?? key] = value;
  }
  return result;
}

/** A key as lower case letters and digits alone: "pausedUntil" and "paused_until" become equal. */
export function normalizeKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z\d]/g, "");
}

/**
 * Coerces arguments to a schema where the meaning is beyond doubt: JSON in a text, one value for a list, a list of one, "5" for a
 * number, "on" for true, 5 for a text.
 */
export function coerceToSchema(schema: JsonSchema, input: unknown): unknown {
  const { type, items, properties } = schema;
  const given = type === "array" || type === "object" ? parsedIfJson(input) : input;
  if (given === undefined || given === null) return given;
  switch (type) {
    case "object":
      return shapedObject(isPlainObject(properties) ? properties : {}, given);
    case "array": {
      const list = Array.isArray(given)
        ? given
        : typeof given === "string"
          ? given.split(/[,，、;；]/).map((part) => part.trim())
          : [given];
      return isPlainObject(items) ? list.map((each) => coerceToSchema(items, each)) : list;
    }
    default:
      return scalar(String(type), Array.isArray(given) && given.length === 1 ? given[0] : given);
  }
}

function shapedObject(properties: UnknownFields, given: unknown): unknown {
  const only = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (!isPlainObject(only)) return only;
  return Object.fromEntries(
    Object.entries(only).map(([key, value]) => {
      const inner = properties[key];
      return [key, isPlainObject(inner) ? coerceToSchema(inner, value) : value];
    }),
  );
}

function scalar(type: string, given: unknown): unknown {
  switch (type) {
    case "string":
      return typeof given === "number" || typeof given === "boolean" ? String(given) : given;
    case "boolean":
      return truthIn(given) ?? given;
    case "number":
    case "integer": {
      const [, number] = typeof given === "string" ? (/^\s*([+-]?\d+(?:\.\d+)?)[^\d.]*$/.exec(given) ?? []) : [];
      return number === undefined ? given : Number(number);
    }
    default:
      return given;
  }
}
