import { type Budget, TemplateError } from "./budget.ts";
import { operandNumber } from "./operators.ts";
import { equal, type TemplateValue, templateText } from "./values.ts";

/** Numbers by size, texts without regard to case. */
export function sorted(items: readonly TemplateValue[], reverse: boolean, budget: Budget): TemplateValue[] {
  budget.make(items.length * 4);
  const order = (a: TemplateValue, b: TemplateValue) => {
    budget.step();
    if (typeof a === "string" && typeof b === "string") return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
    return operandNumber(a) - operandNumber(b);
  };
  const result = items.toSorted(order);
  return reverse ? result.reverse() : result;
}

/** Each value once, in order. */
export function unique(items: readonly TemplateValue[], budget: Budget): TemplateValue[] {
  const result: TemplateValue[] = [];
  for (const item of items) if (!result.some((other) => equal(other, item, budget))) result.push(item);
  budget.make(result.length);
  return result;
}

export function average(items: readonly TemplateValue[]): number {
  if (items.length === 0) throw new TemplateError("wrong-type", "average of nothing");
  return items.reduce<number>((sum, item) => sum + operandNumber(item), 0) / items.length;
}

/** Entries of a dictionary by key. */
export function sortedEntries(entries: [TemplateValue, TemplateValue][], budget: Budget): TemplateValue[] {
  budget.make(entries.length * 4);
  return entries.toSorted(([a], [b]) => (templateText(a, budget) < templateText(b, budget) ? -1 : 1));
}
