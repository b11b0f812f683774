import { type Budget, TemplateError } from "./budget.ts";
import { applyFilter } from "./filters.ts";
import { iif } from "./numbers.ts";
import { operandNumber } from "./operators.ts";
import {
  CallArguments,
  entriesOf,
  Namespace,
  type TemplateDict,
  TemplateFunction,
  type TemplateValue,
  templateItems,
} from "./values.ts";

/** Longest `range`. */
const MAX_RANGE = 10_000;

/** A filter as a function: its first argument is what the filter is applied to. */
const asFunction = (name: string) =>
  new TemplateFunction(name, (args, budget) =>
    applyFilter(name, args.positional[0], new CallArguments(args.positional.slice(1), args.named), budget),
  );

function dict(args: CallArguments, budget: Budget): TemplateDict {
  const result: TemplateDict = new Map(entriesOf(args.positional[0]) ?? pairsOf(args.positional[0], budget));
  for (const [key, value] of args.named) result.set(key, value);
  budget.make(result.size);
  return result;
}

function pairsOf(value: TemplateValue, budget: Budget): [TemplateValue, TemplateValue][] {
  if (value === undefined) return [];
  return templateItems(value, budget).map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new TemplateError("wrong-type", "not a pair");
    return [pair[0], pair[1]];
  });
}

function range(args: CallArguments, budget: Budget): TemplateValue {
  const [a, b, c] = args.positional.map(operandNumber);
  const [start, stop, step] = b === undefined ? [0, a ?? 0, 1] : [a ?? 0, b, c ?? 1];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= MAX_RANGE)) throw new TemplateError("too-big", "range too long");
  budget.make(count);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function zip(args: CallArguments, budget: Budget): TemplateValue {
  const lists = args.positional.map((value) => templateItems(value, budget));
  const length = Math.min(...lists.map((items) => items.length), MAX_RANGE);
  if (!Number.isFinite(length) || lists.length === 0) return [];
  budget.make(length * lists.length);
  return Array.from({ length }, (_, index) => lists.map((items) => items[index]));
}

function extreme(pick: (...values: number[]) => number) {
  return (args: CallArguments, budget: Budget): TemplateValue => {
    const values = args.positional.length === 1 ? templateItems(args.positional[0], budget) : args.positional;
    budget.step(values.length);
    return values.length === 0 ? undefined : values.map(operandNumber).reduce((a, b) => pick(a, b));
  };
}

function fromKeys(args: CallArguments, budget: Budget): TemplateValue {
  const keys = templateItems(args.positional[0], budget);
  // Home Assistant's dict.from_keys takes pairs.
  const pairs = keys.every((key) => Array.isArray(key) && key.length === 2);
  const entries = pairs
    ? pairsOf(keys, budget)
    : keys.map((key): [TemplateValue, TemplateValue] => [key, args.positional[1] ?? null]);
  budget.make(entries.length);
  return new Map(entries);
}

/** Functions that templates may call, keyed by name. `dict.from_keys` is found as a member of `dict`. */
export const TEMPLATE_FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map([
  ["range", new TemplateFunction("range", range)],
  ["dict", new TemplateFunction("dict", dict)],
  ["namespace", new TemplateFunction("namespace", (args, budget) => new Namespace(namesOf(dict(args, budget))))],
  ["zip", new TemplateFunction("zip", zip)],
  ["min", new TemplateFunction("min", extreme(Math.min))],
  ["max", new TemplateFunction("max", extreme(Math.max))],
  ["iif", new TemplateFunction("iif", (args) => iif(args.positional[0], args, 1))],
  ...["float", "int", "bool", "is_number", "log", "sqrt", "sin", "cos", "tan", "slugify", "average"].map(
    (name): [string, TemplateFunction] => [name, asFunction(name)],
  ),
]);

export const DICT_FROM_KEYS = new TemplateFunction("from_keys", fromKeys);

function namesOf(values: TemplateDict): Map<string, TemplateValue> {
  return new Map([...values].map(([key, value]) => [String(key), value]));
}
