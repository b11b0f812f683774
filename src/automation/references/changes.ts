/** Changes of targets within the parts of definitions; what nothing changes in stays the same object. */
import type { Target } from "../definition/basics.ts";
import { isValueOf } from "./value-of.ts";

/** Changes a target; returns the same object where nothing changes. */
export type TargetChange = (target: Target) => Target;

/** A part with its target changed. */
export function withTarget<Part extends { readonly target: Target }>(part: Part, change: TargetChange): Part {
  const target = change(part.target);
  return target === part.target ? part : { ...part, target };
}

/** Bounds with the devices that they follow changed; the same object when none is. */
export function withFollowedBounds<Part extends object>(part: Part, change: TargetChange): Part {
  const { above, below }: { readonly above?: unknown; readonly below?: unknown } = part;
  const after = { above: follows(above, change), below: follows(below, change) };
  if (after.above === above && after.below === below) return part;
  return {
    ...part,
    ...(above !== undefined && { above: after.above }),
    ...(below !== undefined && { below: after.below }),
  };
}

/** Values with the devices that they follow changed; the same object when none is. */
export function withFollowed<Value>(set: Record<string, Value>, change: TargetChange): Record<string, Value> {
  const after = Object.entries(set).map(([address, value]) => [address, follows(value, change)] as const);
  return after.every(([address, value]) => value === set[address]) ? set : Object.fromEntries(after);
}

function follows<Given>(given: Given, change: TargetChange): Given {
  if (!isValueOf(given) || given.of === undefined) return given;
  const of = change(given.of);
  return of === given.of || typeof of !== "string" ? given : { ...given, of };
}

/** The same list when every item is the same. */
export function mapItems<Item>(items: Item[], change: (item: Item) => Item): Item[] {
  const after = items.map(change);
  return after.every((item, index) => item === items[index]) ? items : after;
}

/** The same object when every part is the same. */
export function withParts<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  const differs = (Object.keys(parts) as (keyof Whole)[]).some((key) => parts[key] !== whole[key]);
  return differs ? { ...whole, ...parts } : whole;
}
