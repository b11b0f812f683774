import { type Budget, TemplateError } from "./budget.ts";
import { repeat } from "./operators.ts";
import {
  type CallArguments,
  entriesOf,
  equal,
  TemplateFunction,
  type TemplateValue,
  templateItems,
  templateText,
} from "./values.ts";

type Implementation<Self> = (self: Self, args: CallArguments, budget: Budget) => TemplateValue;

const strip = (text: string, chars: TemplateValue, ends: "start" | "end" | "both"): string => {
  const drop = typeof chars === "string" ? (char: string) => chars.includes(char) : (char: string) => /\s/.test(char);
  let [from, to] = [0, text.length];
  while (ends !== "end" && from < to && drop(text.charAt(from))) from += 1;
  while (ends !== "start" && to > from && drop(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

export function replaceText(text: string, from: string, to: string, budget: Budget): string {
  const parts = text.split(from);
  budget.make(text.length + Math.max(0, to.length - from.length) * parts.length);
  return parts.join(to);
}

export function splitText(text: string, separator: TemplateValue, most: number, budget: Budget): string[] {
  budget.make(text.length);
  const parts = typeof separator === "string" && separator !== "" ? text.split(separator) : text.trim().split(/\s+/);
  if (most < 0 || parts.length <= most + 1) return parts;
  const joiner = typeof separator === "string" ? separator : " ";
  return [...parts.slice(0, most), parts.slice(most).join(joiner)];
}

export const titleCase = (text: string) =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
export const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

/** Methods of texts, keyed by name, as in Python. */
const TEXT_METHODS = new Map<string, Implementation<string>>([
  ["lower", (self) => self.toLowerCase()],
  ["upper", (self) => self.toUpperCase()],
  ["title", (self) => titleCase(self)],
  ["capitalize", (self) => capitalize(self)],
  ["strip", (self, args) => strip(self, args.get(0, "chars"), "both")],
  ["lstrip", (self, args) => strip(self, args.get(0, "chars"), "start")],
  ["rstrip", (self, args) => strip(self, args.get(0, "chars"), "end")],
  ["split", (self, args, budget) => splitText(self, args.get(0, "sep"), args.number(1, "maxsplit", -1), budget)],
  ["splitlines", (self, _, budget) => splitText(self, "\n", -1, budget)],
  ["replace", (self, args, budget) => replaceText(self, args.text(0, "old"), args.text(1, "new"), budget)],
  ["startswith", (self, args) => self.startsWith(args.text(0, "prefix"))],
  ["endswith", (self, args) => self.endsWith(args.text(0, "suffix"))],
  ["find", (self, args) => self.indexOf(args.text(0, "sub"))],
  ["rfind", (self, args) => self.lastIndexOf(args.text(0, "sub"))],
  ["count", (self, args) => self.split(args.text(0, "sub")).length - 1],
  ["isdigit", (self) => /^\d+$/.test(self)],
  ["isnumeric", (self) => /^\d+$/.test(self)],
  ["isalpha", (self) => /^\p{L}+$/u.test(self)],
  ["isupper", (self) => self !== self.toLowerCase() && self === self.toUpperCase()],
  ["islower", (self) => self !== self.toUpperCase() && self === self.toLowerCase()],
  ["zfill", (self, args, budget) => pad(self, args.number(0, "width", 0), "0", budget)],
  ["ljust", (self, args, budget) => self + padding(self, args.number(0, "width", 0), " ", budget)],
  ["rjust", (self, args, budget) => pad(self, args.number(0, "width", 0), " ", budget)],
  ["join", (self, args, budget) => joinItems(templateItems(args.get(0, "items"), budget), self, budget)],
  ["format", (self, args, budget) => formatBraces(self, args, budget)],
]);

const padding = (text: string, width: number, filler: string, budget: Budget) =>
  repeat(filler, Math.max(0, width - text.length), budget);
const pad = (text: string, width: number, filler: string, budget: Budget) =>
  padding(text, width, filler, budget) + text;

export function joinItems(items: readonly TemplateValue[], separator: string, budget: Budget): string {
  const texts = items.map((item) => templateText(item, budget));
  budget.make(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
  return texts.join(separator);
}

/** '{} {0} {name}'.format(...): places only, without their own formats beyond digits after the point. */
function formatBraces(template: string, args: CallArguments, budget: Budget): string {
  let next = 0;
  const text = template.replace(
    /\{\{|\}\}|\{(\w*)(?::(?:\.(\d{1,2})f|0?(\d{1,2})[dx]?))?\}/g,
    (whole, name = "", digits, width) => {
      budget.step();
      if (whole === "{{" || whole === "}}") return whole.charAt(0);
      const value = name === "" ? args.positional[next++] : (args.named.get(name) ?? args.positional[Number(name)]);
      if (typeof digits === "string" && typeof value === "number") return value.toFixed(Number(digits));
      const plain = templateText(value, budget);
      budget.make(plain.length);
      return typeof width === "string" ? plain.padStart(Number(width), "0") : plain;
    },
  );
  budget.make(text.length);
  return text;
}

const DICT_METHODS = new Map<string, Implementation<[TemplateValue, TemplateValue][]>>([
  ["items", (self) => self],
  ["keys", (self) => self.map(([key]) => key)],
  ["values", (self) => self.map(([, value]) => value)],
  [
    "get",
    (self, args, budget) => {
      const found = self.find(([key]) => equal(key, args.get(0, "key"), budget));
      return found ? found[1] : args.has(1, "default") ? args.get(1, "default") : null;
    },
  ],
]);

const LIST_METHODS = new Map<string, Implementation<readonly TemplateValue[]>>([
  ["count", (self, args, budget) => self.filter((item) => equal(item, args.get(0, "x"), budget)).length],
  ["index", (self, args, budget) => self.findIndex((item) => equal(item, args.get(0, "x"), budget))],
]);

/** The method `name` of a value; undefined when it has none. */
export function methodOf(value: TemplateValue, name: string): TemplateFunction | undefined {
  if (typeof value === "string") return bound(TEXT_METHODS, value, name);
  if (Array.isArray(value)) return bound(LIST_METHODS, value, name);
  const entries = entriesOf(value);
  return entries ? bound(DICT_METHODS, entries, name) : undefined;
}

function bound<Self>(
  methods: ReadonlyMap<string, Implementation<Self>>,
  self: Self,
  name: string,
): TemplateFunction | undefined {
  const implementation = methods.get(name);
  return implementation && new TemplateFunction(name, (args, budget) => implementation(self, args, budget));
}

/**
 * Calls a function of a template.
 * @throws TemplateError if it is no function
 */
export function call(callee: TemplateValue, args: CallArguments, budget: Budget): TemplateValue {
  budget.step();
  if (callee instanceof TemplateFunction) return callee.call(args, budget);
  throw new TemplateError(callee === undefined ? "missing" : "wrong-type", "nothing to call");
}
