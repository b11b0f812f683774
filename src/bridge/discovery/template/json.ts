import { type Budget, TemplateError } from "./budget.ts";
import { type CallArguments, entriesOf, fromJson, type TemplateValue, templateText } from "./values.ts";

/** Longest JSON that from_json reads, in UTF-16 units. */
const MAX_JSON = 65_536;

/** from_json */
export function fromJsonFilter(value: TemplateValue, args: CallArguments, budget: Budget): TemplateValue {
  const text = templateText(value, budget);
  if (text.length > MAX_JSON) throw new TemplateError("too-big", "JSON too long");
  budget.make(text.length);
  try {
    return fromJson(JSON.parse(text));
  } catch {
    if (args.has(0, "default")) return args.get(0, "default");
    throw new TemplateError("wrong-type", "not JSON");
  }
}

/** to_json, as Python spaces it. */
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
    ([key, item]) => `${JSON.stringify(templateText(key, budget))}: ${toJson(item, budget, depth + 1)}`,
  );
  const text = `{${parts.join(", ")}}`;
  budget.make(text.length);
  return text;
}
