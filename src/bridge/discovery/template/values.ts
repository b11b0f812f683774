import { type Budget, TemplateError } from "./budget.ts";

/**
 * The values in a template: JSON, and what the template creates. A dictionary is a Map; an object of the message stays
 * as it is and is read by own keys only, so nothing of JavaScript (constructor, prototype) can be reached.
 */
export type TemplateValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly TemplateValue[]
  | TemplateDict
  | Namespace
  | TemplateFunction
  | JsonObject;

export type TemplateDict = Map<TemplateValue, TemplateValue>;
export type JsonObject = { readonly [key: string]: TemplateValue };

/** A function that a template may call: ours, never one of the message's. */
export class TemplateFunction {
  readonly name: string;
  readonly call: (args: CallArguments, budget: Budget) => TemplateValue;

  constructor(name: string, call: (args: CallArguments, budget: Budget) => TemplateValue) {
    this.name = name;
    this.call = call;
  }
}

/** `namespace(...)`: names that a loop may set. */
export class Namespace {
  readonly values: Map<string, TemplateValue>;

  constructor(values: Map<string, TemplateValue>) {
    this.values = values;
  }
}

/** Arguments of a filter, function or method. */
export class CallArguments {
  readonly positional: readonly TemplateValue[];
  readonly named: ReadonlyMap<string, TemplateValue>;

  constructor(positional: readonly TemplateValue[], named: ReadonlyMap<string, TemplateValue> = new Map()) {
    this.positional = positional;
    this.named = named;
  }

  /** The argument at `index` or called `name`. */
  get(index: number, name: string): TemplateValue {
    return this.named.get(name) ?? this.positional[index];
  }

  has(index: number, name: string): boolean {
    return this.named.has(name) || index < this.positional.length;
  }

  text(index: number, name: string, otherwise?: string): string {
    const value = this.get(index, name);
    if (typeof value === "string") return value;
    if (otherwise !== undefined && value === undefined) return otherwise;
    throw new TemplateError("wrong-type", `${name} is no text`);
  }

  number(index: number, name: string, otherwise: number): number {
    const value = this.get(index, name);
    return typeof value === "number" ? value : otherwise;
  }
}

/** Any JSON value is a template value: objects are looked at by own keys alone. */
export function fromJson(value: unknown): TemplateValue {
  return value as TemplateValue;
}

function isJsonObject(value: TemplateValue): value is JsonObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !(value instanceof Namespace) &&
    !(value instanceof TemplateFunction)
  );
}

/** Python's idea of true: empty texts, lists and dictionaries are false. */
export function truthy(value: TemplateValue): boolean {
  if (typeof value === "string" || Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Deepest structure that is written out or compared. */
const MAX_DEPTH = 12;

/** The value as Python would print it: True, None, ['a', 1]. */
export function templateText(value: TemplateValue, budget: Budget, depth = 0): string {
  if (typeof value === "string") return value;
  if (value === undefined) return "";
  return represent(value, budget, depth);
}

function represent(value: TemplateValue, budget: Budget, depth: number): string {
  if (depth > MAX_DEPTH) throw new TemplateError("too-big", "too deep");
  budget.step();
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") {
    budget.make(value.length);
    return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll("'", "\\'")}'`;
  }
  if (value instanceof TemplateFunction || value instanceof Namespace)
    throw new TemplateError("wrong-type", "no text for it");
  const inner = (item: TemplateValue) => represent(item, budget, depth + 1);
  const entries = value instanceof Map ? [...value] : Array.isArray(value) ? null : Object.entries(value);
  const text = entries
    ? `{${entries.map(([key, item]) => `${inner(key)}: ${inner(item)}`).join(", ")}}`
    : `[${(value as readonly TemplateValue[]).map(inner).join(", ")}]`;
  budget.make(text.length);
  return text;
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/** Python's ==: booleans are 1 and 0, lists and dictionaries by their contents. */
export function equal(a: TemplateValue, b: TemplateValue, budget: Budget, depth = 0): boolean {
  budget.step();
  if (a === b) return true;
  if (depth > MAX_DEPTH) throw new TemplateError("too-big", "too deep");
  const plain = (value: TemplateValue) => (typeof value === "boolean" ? Number(value) : value);
  if (plain(a) === plain(b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equal(item, b[index], budget, depth + 1));
  }
  const [left, right] = [entriesOf(a), entriesOf(b)];
  if (!left || !right || left.length !== right.length) return false;
  return left.every(([key, item]) => {
    const other = right.find(([name]) => equal(name, key, budget, depth + 1));
    return other !== undefined && equal(item, other[1], budget, depth + 1);
  });
}

/** Keys and values of a dictionary or an object of the message; null for anything else. */
export function entriesOf(value: TemplateValue): [TemplateValue, TemplateValue][] | null {
  if (value instanceof Map) return [...value];
  return isJsonObject(value) ? Object.entries(value) : null;
}

/** The items that a loop goes through. @throws TemplateError when there are none to go through */
export function templateItems(value: TemplateValue, budget: Budget): readonly TemplateValue[] {
  if (Array.isArray(value)) return value;
  if (value === undefined) return [];
  if (typeof value === "string") {
    budget.make(value.length);
    return [...value];
  }
  const entries = entriesOf(value);
  if (!entries) throw new TemplateError("wrong-type", "not a list");
  budget.make(entries.length);
  return entries.map(([key]) => key);
}

/** A number from a number or text; undefined when it is none. Python's float('inf') is left out on purpose. */
export function toNumber(value: TemplateValue): number | undefined {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") {
    const text = value.trim();
    if (text.length === 0 || text.length > 40 || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
    return Number(text);
  }
  return typeof value === "number" ? value : undefined;
}

/** What stands under `key` in a list, text, dictionary or object; undefined when nothing does. */
export function lookup(object: TemplateValue, key: TemplateValue): TemplateValue {
  if (object instanceof Map) {
    if (object.has(key)) return object.get(key);
    // True and 1 are one key to Python.
    return typeof key === "boolean"
      ? object.get(Number(key))
      : key === 1 || key === 0
        ? object.get(key === 1)
        : undefined;
  }
  if (object instanceof Namespace) return typeof key === "string" ? object.values.get(key) : undefined;
  if (typeof object === "string" || Array.isArray(object)) {
    return typeof key === "number" && Number.isInteger(key) ? object.at(key) : undefined;
  }
  if (isJsonObject(object) && typeof key === "string") return Object.hasOwn(object, key) ? object[key] : undefined;
  return undefined;
}
