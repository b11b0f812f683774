import { type Budget, TemplateError } from "./budget.ts";
import { fromJsonFilter, toJson } from "./json.ts";
import { average, sorted, sortedEntries, unique } from "./lists.ts";
import { capitalize, joinItems, replaceText, splitText, titleCase } from "./methods.ts";
import { booleanOf, iif, numeric, roundFilter } from "./numbers.ts";
import { contains, operandNumber, percentFormat } from "./operators.ts";
import { Pattern } from "./regex.ts";
import { applyTest } from "./tests.ts";
import {
  CallArguments,
  entriesOf,
  lookup,
  type TemplateValue,
  templateItems,
  templateText,
  toNumber,
  truthy,
} from "./values.ts";

type Filter = (value: TemplateValue, args: CallArguments, budget: Budget) => TemplateValue;

const list = (value: TemplateValue, budget: Budget) => templateItems(value, budget);

function made(items: readonly TemplateValue[], budget: Budget): readonly TemplateValue[] {
  budget.make(items.length);
  return items;
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
        ? applyTest(args.text(name, "test"), subject, args.positional[expected], budget)
        : truthy(subject);
      return passed === keep;
    });
    return made(items, budget);
  };

function mapped(value: TemplateValue, args: CallArguments, budget: Budget): TemplateValue {
  const items = list(value, budget);
  budget.make(items.length);
  const path = args.named.get("attribute");
  if (path !== undefined) {
    const otherwise = args.named.get("default");
    return items.map((item) => attribute(item, path) ?? otherwise);
  }
  const name = args.text(0, "filter");
  const rest = args.positional.slice(1);
  return items.map((item) => applyFilter(name, item, new CallArguments(rest, args.named), budget));
}

const pattern = (args: CallArguments, index: number) => {
  const flag = args.get(index + 1, "ignorecase");
  return new Pattern(args.text(index, "find"), flag !== undefined && truthy(flag));
};

const text =
  (change: (value: string) => string): Filter =>
  (value, _, budget) => {
    const plain = templateText(value, budget);
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
    return items.length === 0 ? undefined : items.map(operandNumber).reduce((a, b) => pick(a, b));
  };

/** Functions of one number. */
const ofNumber =
  (change: (value: number, args: CallArguments) => number): Filter =>
  (value, args) => {
    const result = change(operandNumber(typeof value === "string" ? toNumber(value) : value), args);
    if (!Number.isFinite(result)) throw new TemplateError("wrong-type", "not a finite number");
    return result;
  };

/** Every filter that payloads use, keyed by name: Jinja's own and Home Assistant's. */
const FILTERS = new Map<string, Filter>([
  ["abs", ofNumber(Math.abs)],
  ["add", ofNumber((value, args) => value + operandNumber(args.get(0, "amount")))],
  ["multiply", ofNumber((value, args) => value * operandNumber(args.get(0, "amount")))],
  ["log", ofNumber((value, args) => Math.log(value) / Math.log(args.number(0, "base", Math.E)))],
  ["sqrt", ofNumber(Math.sqrt)],
  ["sin", ofNumber(Math.sin)],
  ["cos", ofNumber(Math.cos)],
  ["tan", ofNumber(Math.tan)],
  ["bitwise_and", ofNumber((value, args) => value & operandNumber(args.get(0, "second")))],
  ["bitwise_or", ofNumber((value, args) => value | operandNumber(args.get(0, "second")))],
  ["bitwise_xor", ofNumber((value, args) => value ^ operandNumber(args.get(0, "second")))],
  ["int", numeric(Math.trunc)],
  ["float", numeric((value) => value)],
  ["round", roundFilter],
  ["bool", (value, args) => booleanOf(value, args)],
  ["string", (value, _, budget) => templateText(value, budget)],
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
      replaceText(templateText(value, budget), args.text(0, "old"), templateText(args.get(1, "new"), budget), budget),
  ],
  ["split", (value, args, budget) => splitText(templateText(value, budget), args.get(0, "sep"), -1, budget)],
  ["format", (value, args, budget) => percentFormat(templateText(value, budget), args.positional, budget)],
  [
    "truncate",
    (value, args, budget) => templateText(value, budget).slice(0, Math.max(0, args.number(0, "length", 255))),
  ],
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
  ["sum", (value, _, budget) => list(value, budget).reduce<number>((sum, item) => sum + operandNumber(item), 0)],
  ["average", (value, _, budget) => average(list(value, budget))],
  ["min", extreme(Math.min)],
  ["max", extreme(Math.max)],
  ["join", (value, args, budget) => joinItems(list(value, budget), templateText(args.get(0, "d"), budget), budget)],
  ["items", (value) => entriesOf(value) ?? []],
  ["dictsort", (value, _, budget) => sortedEntries(entriesOf(value) ?? [], budget)],
  ["map", mapped],
  ["select", selecting(true, false)],
  ["reject", selecting(false, false)],
  ["selectattr", selecting(true, true)],
  ["rejectattr", selecting(false, true)],
  ["contains", (value, args, budget) => contains(value, args.get(0, "item"), budget)],
  ["from_json", fromJsonFilter],
  ["to_json", (value, _, budget) => toJson(value, budget)],
  ["tojson", (value, _, budget) => toJson(value, budget)],
  [
    "regex_match",
    (value, args, budget) => pattern(args, 0).find(templateText(value, budget), 0, budget, true) !== null,
  ],
  ["regex_search", (value, args, budget) => pattern(args, 0).find(templateText(value, budget), 0, budget) !== null],
  ["regex_findall", (value, args, budget) => findAll(templateText(value, budget), args, budget)],
  [
    "regex_findall_index",
    (value, args, budget) => {
      const inner = new Pattern(args.text(0, "find"), truthy(args.get(2, "ignorecase")));
      return groupsOf(inner, templateText(value, budget), budget).at(args.number(1, "index", 0));
    },
  ],
  [
    "regex_replace",
    (value, args, budget) => {
      const inner = new Pattern(args.text(0, "find", ""), truthy(args.get(2, "ignorecase")));
      return inner.replace(templateText(value, budget), args.text(1, "replace", ""), budget);
    },
  ],
]);

/** @throws TemplateError `unsupported` for a filter that there is not */
export function applyFilter(name: string, value: TemplateValue, args: CallArguments, budget: Budget): TemplateValue {
  budget.step();
  const filter = FILTERS.get(name);
  if (!filter) throw new TemplateError("unsupported", `filter ${name}`);
  return filter(value, args, budget);
}

function findAll(subject: string, args: CallArguments, budget: Budget): TemplateValue {
  return groupsOf(pattern(args, 0), subject, budget);
}

/** As re.findall: the groups of each match, or the match itself. */
function groupsOf(inner: Pattern, subject: string, budget: Budget): TemplateValue[] {
  return inner.all(subject, budget).map(({ groups }) => {
    budget.make(groups.length);
    const own = groups.slice(1).map((group) => group ?? "");
    return own.length === 0 ? (groups[0] ?? "") : own.length === 1 ? own[0] : own;
  });
}
