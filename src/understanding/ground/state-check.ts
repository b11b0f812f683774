import type { Property, Value } from "../../home/index.ts";
import { type MinimalTarget, propertiesOf } from "./target.ts";

/**
 * Whether a target is in a state, by its last report. `property`: the property that says it; null when it is not a property.
 */
export type StateCheck =
  | { readonly kind: "is"; readonly holds: boolean; readonly property: Property | null }
  /** It can report the state, but has not, or its report was cleared. */
  | { readonly kind: "unknown"; readonly property: Property }
  /** It has no such state. */
  | { readonly kind: "absent" };

export const ABSENT: StateCheck = { kind: "absent" };

/** The last reported value; undefined when there is none. */
export function reportedValue({ indexed }: MinimalTarget, property: Property): Value | undefined {
  return indexed.device.state.get(property.address)?.value;
}

/** Whether the device reports the property. */
export function reportsValue({ access }: Property): boolean {
  return access.read || access.notify;
}

/** The first check with a known result; otherwise the first that could have one. */
export function firstKnown(...found: readonly StateCheck[]): StateCheck {
  return found.find(({ kind }) => kind === "is") ?? found.find(({ kind }) => kind === "unknown") ?? ABSENT;
}

/** A check with a known result. */
export function knownCheck(holds: boolean, property: Property): StateCheck {
  return { kind: "is", holds, property };
}

/** A check whose property has not been reported. */
export function unknownCheck(property: Property | undefined): StateCheck {
  return property ? { kind: "unknown", property } : ABSENT;
}

/** The opposite check. */
export function negatedCheck(found: StateCheck): StateCheck {
  return found.kind === "is" ? { ...found, holds: !found.holds } : found;
}

/** Checks a boolean property of this type. */
export function checkBoolean(target: MinimalTarget, type: string): StateCheck {
  const property = propertiesOf(target).find((each) => each.type === type && each.format === "bool");
  const value = property ? reportedValue(target, property) : undefined;
  return property && typeof value === "boolean" ? knownCheck(value, property) : unknownCheck(property);
}

/** Checks a numeric property of one of these types. */
export function checkNumber(
  target: MinimalTarget,
  types: readonly string[],
  holds: (value: number) => boolean,
): StateCheck {
  const property = propertiesOf(target).find((each) => types.includes(each.type) && reportsValue(each));
  const value = property ? reportedValue(target, property) : undefined;
  return property && typeof value === "number" ? knownCheck(holds(value), property) : unknownCheck(property);
}

/** Checks whether the description of a listed value matches. */
export function checkListed(target: MinimalTarget, types: readonly string[], pattern: RegExp): StateCheck {
  const property = propertiesOf(target).find(({ type, values }) => types.includes(type) && values.length > 0);
  if (!property) return ABSENT;
  const value = reportedValue(target, property);
  const description = property.values.find((each) => each.value === value)?.description;
  if (description !== undefined) return knownCheck(pattern.test(description), property);
  // A list without such a value does not know the state.
  return unknownCheck(property.values.some((each) => pattern.test(each.description)) ? property : undefined);
}
