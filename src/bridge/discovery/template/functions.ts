import { type Budget, TemplateError } from "./budget.ts";
import { applyFilter } from "./filters.ts";
import { iif } from "./numbers.ts";
import { numberOf } from "./operators.ts";
import { entriesOf, Given, itemsOf, Method, Namespace, type TemplateDict, type TemplateValue } from "./values.ts";

/** Longest `range`. */
const MAX_RANGE = 10_000;

/** A filter as a function: its first argument is what the filter is applied to. */
const asFunction = (name: string) =>
  new Method(name, (args, budget) =>
    applyFilter(name, args.positional[0], new Given(args.positional.slice(1), args.named), budget),
  );

function dict(args: Given, budget: Budget): TemplateDict {
  const result: TemplateDict = new Map(entriesOf(args.positional[0]) ?? pairsOf(args.positional[0], budget));
  for (const [key, value] of args.named) result.set(key, value);
  budget.make(result.size);
  return result;
}

function pairsOf(value: TemplateValue, budget: Budget): [TemplateValue, TemplateValue][] {
  if (value === undefined) return [];
  return itemsOf(value, budget).map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new TemplateError("wrong-type", "not a pair");
    return [pair[0], pair[1]];
  });
}

function range(args: Given, budget: Budget): TemplateValue {
  const [a, b, c] = args.positional.map(numberOf);
  const [start, stop, step] = b === undefined ? [0, a ?? 0, 1] : [a ?? 0, b, c ?? 1];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= MAX_RANGE)) throw new TemplateError("too-big", "range too long");
  budget.make(count);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function zip(args: Given, budget: Budget): TemplateValue {
  const lists = args.positional.map((value) => itemsOf(value, budget));
  const length = Math.min(...lists.map((items) => items.length), MAX_RANGE);
  if (!Number.isFinite(length) || lists.length === 0) return [];
  budget.make(length * lists.length);
  return Array.from({ length }, (_, index) => lists.map((items) => items[index]));
}

function extreme(pick: (...values: number[]) => number) {
  return (args: Given, budget: Budget): TemplateValue => {
    const values = args.positional.length === 1 ? itemsOf(args.positional[0], budget) : args.positional;
    budget.step(values.length);
    return values.length === 0 ? undefined : values.map(numberOf).reduce((a, b) => pick(a, b));
  };
}

function fromKeys(args: Given, budget: Budget): TemplateValue {
  const keys = itemsOf(args.positional[0], budget);
  // Home Assistant's dict.from_keys takes pairs.
  const pairs = keys.every((key) => Array.isArray(key) && key.length === 2);
  const entries = pairs
    ? pairsOf(keys, budget)
    : keys.map((key): [TemplateValue, TemplateValue] => [key, args.positional[1] ?? null]);
  budget.make(entries.length);
  return new Map(entries);
}

/** Functions that templates may call, keyed by name. `dict.from_keys` is found as a member of `dict`. */
export const FUNCTIONS: ReadonlyMap<string, Method> = new Map([
  ["range", new Method("range", range)],
  ["dict", new Method("dict", dict)],
  ["namespace", new Method("namespace", (args, budget) => new Namespace(namesOf(dict(args, budget))))],
  ["zip", new Method("zip", zip)],
  ["min", new Method("min", extreme(Math.min))],
  ["max", new Method("max", extreme(Math.max))],
  ["iif", new Method("iif", (args) => iif(args.positional[0], args, 1))],
  ...["float", "int", "bool", "is_number", "log", "sqrt", "sin", "cos", "tan", "slugify", "average"].map(
    (name): [string, Method] => [name, asFunction(name)],
  ),
]);

export const DICT_FROM_KEYS = new Method("from_keys", fromKeys);

function namesOf(values: TemplateDict): Map<string, TemplateValue> {
  return new Map([...values].map(([key, value]) => [String(key), value]));
}
