import { type Budget, TemplateError } from "./budget.ts";
import { capitalize, joinItems, replaceText, splitText, titleCase } from "./methods.ts";
import { contains, format, numberOf } from "./operators.ts";
import { Pattern } from "./regex.ts";
import { test } from "./tests.ts";
import {
  entriesOf,
  equal,
  fromJson,
  Given,
  itemsOf,
  lookup,
  type TemplateValue,
  textOf,
  toNumber,
  truthy,
} from "./values.ts";

type Filter = (value: TemplateValue, args: Given, budget: Budget) => TemplateValue;

const list = (value: TemplateValue, budget: Budget) => itemsOf(value, budget);

function made(items: readonly TemplateValue[], budget: Budget): readonly TemplateValue[] {
  budget.make(items.length);
  return items;
}

/** int and float: a default for what is no number; without one Home Assistant's are 0. */
const numeric =
  (shape: (value: number) => number): Filter =>
  (value, args) => {
    const number = toNumber(value);
    if (number !== undefined) return shape(number);
    if (typeof value === "string" && shape === Math.trunc && args.has(1, "base")) {
      const parsed = Number.parseInt(value, args.number(1, "base", 10));
      if (!Number.isNaN(parsed)) return parsed;
    }
    if (args.has(0, "default")) return args.get(0, "default");
    if (value === undefined) throw new TemplateError("missing", "no number");
    return 0;
  };

/** Python rounds a half to the even neighbour; `method` is common, ceil, floor or half. */
function round(value: TemplateValue, args: Given): TemplateValue {
  const number = toNumber(value);
  if (number === undefined) {
    if (args.has(2, "default")) return args.get(2, "default");
    throw new TemplateError(value === undefined ? "missing" : "wrong-type", "round: no number");
  }
  const precision = Math.max(-15, Math.min(15, Math.trunc(args.number(0, "precision", 0))));
  const scale = 10 ** precision;
  // Scaled up, floats lie beside what was meant (1.005 × 100): put right before they are cut.
  const scaled = Number((number * scale).toPrecision(15));
  switch (args.text(1, "method", "common")) {
    case "ceil":
      return Math.ceil(scaled) / scale;
    case "floor":
      return Math.floor(scaled) / scale;
    case "half":
      return Math.round(scaled * 2) / 2 / scale;
    default: {
      const low = Math.floor(scaled);
      const even = scaled - low === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : Math.round(scaled);
      return even / scale;
    }
  }
}

function sorted(items: readonly TemplateValue[], reverse: boolean, budget: Budget): TemplateValue[] {
  budget.make(items.length * 4);
  const order = (a: TemplateValue, b: TemplateValue) => {
    budget.step();
    if (typeof a === "string" && typeof b === "string") return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
    return numberOf(a) - numberOf(b);
  };
  const result = items.toSorted(order);
  return reverse ? result.reverse() : result;
}

const attribute = (item: TemplateValue, path: TemplateValue): TemplateValue =>
  typeof path === "string"
    ? path.split(".").reduce<TemplateValue>((place, key) => lookup(place, /^\d+$/.test(key) ? Number(key) : key), item)
    : lookup(item, path);

/** select, reject, selectattr, rejectattr: items (or an attribute of theirs) that pass a test. */
const selecting =
  (keep: boolean, ofAttribute: boolean): Filter =>
  (value, args, budget) => {
    const [name, expected] = ofAttribute ? [1, 2] : [0, 1];
    const items = list(value, budget).filter((item) => {
      budget.step();
      const subject = ofAttribute ? attribute(item, args.get(0, "attribute")) : item;
      const passed = args.has(name, "test")
        ? test(args.text(name, "test"), subject, args.positional[expected], budget)
        : truthy(subject);
      return passed === keep;
    });
    return made(items, budget);
  };

function mapped(value: TemplateValue, args: Given, budget: Budget): TemplateValue {
  const items = list(value, budget);
  budget.make(items.length);
  const path = args.named.get("attribute");
  if (path !== undefined) {
    const otherwise = args.named.get("default");
    return items.map((item) => attribute(item, path) ?? otherwise);
  }
  const name = args.text(0, "filter");
  const rest = args.positional.slice(1);
  return items.map((item) => applyFilter(name, item, new Given(rest, args.named), budget));
}

const pattern = (args: Given, index: number) => {
  const flag = args.get(index + 1, "ignorecase");
  return new Pattern(args.text(index, "find"), flag !== undefined && truthy(flag));
};

/** Longest JSON that from_json reads, in UTF-16 units. */
const MAX_JSON = 65_536;

function parseJson(value: TemplateValue, args: Given, budget: Budget): TemplateValue {
  const text = textOf(value, budget);
  if (text.length > MAX_JSON) throw new TemplateError("too-big", "JSON too long");
  budget.make(text.length);
  try {
    return fromJson(JSON.parse(text));
  } catch {
    if (args.has(0, "default")) return args.get(0, "default");
    throw new TemplateError("wrong-type", "not JSON");
  }
}

export function toJson(value: TemplateValue, budget: Budget, depth = 0): string {
  budget.step();
  if (depth > 12) throw new TemplateError("too-big", "too deep");
  if (value === undefined || value === null) return "null";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    budget.make(value.length);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item, budget, depth + 1)).join(", ")}]`;
  const entries = entriesOf(value);
  if (!entries) throw new TemplateError("wrong-type", "no JSON for it");
  const parts = entries.map(
    ([key, item]) => `${JSON.stringify(textOf(key, budget))}: ${toJson(item, budget, depth + 1)}`,
  );
  const text = `{${parts.join(", ")}}`;
  budget.make(text.length);
  return text;
}

const text =
  (change: (value: string) => string): Filter =>
  (value, _, budget) => {
    const plain = textOf(value, budget);
    budget.make(plain.length);
    return change(plain);
  };

const length: Filter = (value) => {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  const entries = entriesOf(value);
  if (entries) return entries.length;
  if (value === undefined) return 0;
  throw new TemplateError("wrong-type", "has no length");
};

const otherwise: Filter = (value, args) => {
  const empty = value === undefined || (truthy(args.get(1, "boolean")) && !truthy(value));
  return empty ? (args.has(0, "default_value") ? args.get(0, "default_value") : "") : value;
};

const extreme =
  (pick: (a: number, b: number) => number): Filter =>
  (value, _, budget) => {
    const items = list(value, budget);
    budget.step(items.length);
    return items.length === 0 ? undefined : items.map(numberOf).reduce((a, b) => pick(a, b));
  };

/** Functions of one number. */
const ofNumber =
  (change: (value: number, args: Given) => number): Filter =>
  (value, args) => {
    const result = change(numberOf(typeof value === "string" ? toNumber(value) : value), args);
    if (!Number.isFinite(result)) throw new TemplateError("wrong-type", "not a finite number");
    return result;
  };

/** Every filter that payloads use, keyed by name: Jinja's own and Home Assistant's. */
const FILTERS = new Map<string, Filter>([
  ["abs", ofNumber(Math.abs)],
  ["add", ofNumber((value, args) => value + numberOf(args.get(0, "amount")))],
  ["multiply", ofNumber((value, args) => value * numberOf(args.get(0, "amount")))],
  ["log", ofNumber((value, args) => Math.log(value) / Math.log(args.number(0, "base", Math.E)))],
  ["sqrt", ofNumber(Math.sqrt)],
  ["sin", ofNumber(Math.sin)],
  ["cos", ofNumber(Math.cos)],
  ["tan", ofNumber(Math.tan)],
  ["bitwise_and", ofNumber((value, args) => value & numberOf(args.get(0, "second")))],
  ["bitwise_or", ofNumber((value, args) => value | numberOf(args.get(0, "second")))],
  ["bitwise_xor", ofNumber((value, args) => value ^ numberOf(args.get(0, "second")))],
  ["int", numeric(Math.trunc)],
  ["float", numeric((value) => value)],
  ["round", round],
  ["bool", (value, args) => booleanOf(value, args)],
  ["string", (value, _, budget) => textOf(value, budget)],
  ["lower", text((value) => value.toLowerCase())],
  ["upper", text((value) => value.toUpperCase())],
  ["title", text(titleCase)],
  ["capitalize", text(capitalize)],
  ["trim", text((value) => value.trim())],
  [
    "slugify",
    text((value) =>
      value
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, ""),
    ),
  ],
  ["urlencode", text((value) => encodeURIComponent(value.toWellFormed()))],
  ["base64_encode", text((value) => Buffer.from(value).toString("base64"))],
  ["base64_decode", text((value) => Buffer.from(value, "base64").toString("utf8"))],
  ["ord", (value) => (typeof value === "string" ? value.codePointAt(0) : undefined)],
  [
    "replace",
    (value, args, budget) =>
      replaceText(textOf(value, budget), args.text(0, "old"), textOf(args.get(1, "new"), budget), budget),
  ],
  ["split", (value, args, budget) => splitText(textOf(value, budget), args.get(0, "sep"), -1, budget)],
  ["format", (value, args, budget) => format(textOf(value, budget), args.positional, budget)],
  ["truncate", (value, args, budget) => textOf(value, budget).slice(0, Math.max(0, args.number(0, "length", 255)))],
  ["default", otherwise],
  ["d", otherwise],
  ["iif", (value, args) => iif(value, args, 0)],
  [
    "is_defined",
    (value) => {
      if (value === undefined) throw new TemplateError("missing", "not defined");
      return value;
    },
  ],
  ["is_number", (value) => toNumber(value) !== undefined],
  ["length", length],
  ["count", length],
  ["first", (value, _, budget) => list(value, budget)[0]],
  ["last", (value, _, budget) => list(value, budget).at(-1)],
  ["list", (value, _, budget) => made(list(value, budget), budget)],
  [
    "reverse",
    (value, _, budget) =>
      typeof value === "string" ? [...value].reverse().join("") : list(value, budget).toReversed(),
  ],
  ["sort", (value, args, budget) => sorted(list(value, budget), truthy(args.get(0, "reverse")), budget)],
  ["unique", (value, _, budget) => unique(list(value, budget), budget)],
  ["sum", (value, _, budget) => list(value, budget).reduce<number>((sum, item) => sum + numberOf(item), 0)],
  ["average", (value, _, budget) => average(list(value, budget))],
  ["min", extreme(Math.min)],
  ["max", extreme(Math.max)],
  ["join", (value, args, budget) => joinItems(list(value, budget), textOf(args.get(0, "d"), budget), budget)],
  ["items", (value) => entriesOf(value) ?? []],
  ["dictsort", (value, _, budget) => sortedEntries(entriesOf(value) ?? [], budget)],
  ["map", mapped],
  ["select", selecting(true, false)],
  ["reject", selecting(false, false)],
  ["selectattr", selecting(true, true)],
  ["rejectattr", selecting(false, true)],
  ["contains", (value, args, budget) => contains(value, args.get(0, "item"), budget)],
  ["from_json", parseJson],
  ["to_json", (value, _, budget) => toJson(value, budget)],
  ["tojson", (value, _, budget) => toJson(value, budget)],
  ["regex_match", (value, args, budget) => pattern(args, 0).find(textOf(value, budget), 0, budget, true) !== null],
  ["regex_search", (value, args, budget) => pattern(args, 0).find(textOf(value, budget), 0, budget) !== null],
  ["regex_findall", (value, args, budget) => findAll(textOf(value, budget), args, budget)],
  [
    "regex_findall_index",
    (value, args, budget) => {
      const inner = new Pattern(args.text(0, "find"), truthy(args.get(2, "ignorecase")));
      return groupsOf(inner, textOf(value, budget), budget).at(args.number(1, "index", 0));
    },
  ],
  [
    "regex_replace",
    (value, args, budget) => {
      const inner = new Pattern(args.text(0, "find", ""), truthy(args.get(2, "ignorecase")));
      return inner.replace(textOf(value, budget), args.text(1, "replace", ""), budget);
    },
  ],
]);

/** @throws TemplateError `unsupported` for a filter that there is not */
export function applyFilter(name: string, value: TemplateValue, args: Given, budget: Budget): TemplateValue {
  budget.step();
  const filter = FILTERS.get(name);
  if (!filter) throw new TemplateError("unsupported", `filter ${name}`);
  return filter(value, args, budget);
}

/** iif(if_true=True, if_false=False, if_none): Home Assistant's choice. */
export function iif(value: TemplateValue, args: Given, from: number): TemplateValue {
  if (value === null && args.has(from + 2, "if_none")) return args.get(from + 2, "if_none");
  if (truthy(value)) return args.has(from, "if_true") ? args.get(from, "if_true") : true;
  return args.has(from + 1, "if_false") ? args.get(from + 1, "if_false") : false;
}

export function booleanOf(value: TemplateValue, args: Given): TemplateValue {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (["1", "true", "yes", "on", "enable"].includes(word)) return true;
  if (["0", "false", "no", "off", "disable"].includes(word)) return false;
  if (args.has(0, "default")) return args.get(0, "default");
  throw new TemplateError(value === undefined ? "missing" : "wrong-type", "no boolean");
}

function unique(items: readonly TemplateValue[], budget: Budget): TemplateValue[] {
  const result: TemplateValue[] = [];
  for (const item of items) if (!result.some((other) => equal(other, item, budget))) result.push(item);
  budget.make(result.length);
  return result;
}

function average(items: readonly TemplateValue[]): number {
  if (items.length === 0) throw new TemplateError("wrong-type", "average of nothing");
  return items.reduce<number>((sum, item) => sum + numberOf(item), 0) / items.length;
}

function sortedEntries(entries: [TemplateValue, TemplateValue][], budget: Budget): TemplateValue[] {
  budget.make(entries.length * 4);
  return entries.toSorted(([a], [b]) => (textOf(a, budget) < textOf(b, budget) ? -1 : 1));
}

/** As re.findall: the groups of each match, or the match itself. */
function groupsOf(inner: Pattern, subject: string, budget: Budget): TemplateValue[] {
  return inner.all(subject, budget).map(({ groups }) => {
    budget.make(groups.length);
    const own = groups.slice(1).map((group) => group ?? "");
    return own.length === 0 ? (groups[0] ?? "") : own.length === 1 ? own[0] : own;
  });
}

function findAll(subject: string, args: Given, budget: Budget): TemplateValue {
  return groupsOf(pattern(args, 0), subject, budget);
}
