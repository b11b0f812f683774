import type { Property, Value } from "../../home/index.ts";
import { type BareTarget, propertiesOf } from "./target.ts";

/**
 * Whether a target is in a state, by its last report. `property`: the property that says it; null when it is not a property.
 */
export type Standing =
  | { readonly kind: "is"; readonly holds: boolean; readonly property: Property | null }
  /** It can report the state, but has not, or its report was cleared. */
  | { readonly kind: "unknown"; readonly property: Property }
  /** It has no such state. */
  | { readonly kind: "absent" };

export const ABSENT: Standing = { kind: "absent" };

/** The last reported value; undefined when there is none. */
export function reported({ indexed }: BareTarget, property: Property): Value | undefined {
  return indexed.device.state.get(property.address)?.value;
}

/** Whether the device reports the property. */
export function isTold({ access }: Property): boolean {
  return access.read || access.notify;
}

/** The first check with a known result; otherwise the first that could have one. */
export function first(...found: readonly Standing[]): Standing {
  return found.find(({ kind }) => kind === "is") ?? found.find(({ kind }) => kind === "unknown") ?? ABSENT;
}

/** A check with a known result. */
export function is(holds: boolean, property: Property): Standing {
  return { kind: "is", holds, property };
}

/** A check whose property has not been reported. */
export function unknown(property: Property | undefined): Standing {
  return property ? { kind: "unknown", property } : ABSENT;
}

/** The opposite check. */
export function not(found: Standing): Standing {
  return found.kind === "is" ? { ...found, holds: !found.holds } : found;
}

/** Checks a boolean property of this type. */
export function bool(target: BareTarget, type: string): Standing {
  const property = propertiesOf(target).find((each) => each.type === type && each.format === "bool");
  const value = property ? reported(target, property) : undefined;
  return property && typeof value === "boolean" ? is(value, property) : unknown(property);
}

/** Checks a numeric property of one of these types. */
export function number(target: BareTarget, types: readonly string[], holds: (value: number) => boolean): Standing {
  const property = propertiesOf(target).find((each) => types.includes(each.type) && isTold(each));
  const value = property ? reported(target, property) : undefined;
  return property && typeof value === "number" ? is(holds(value), property) : unknown(property);
}

/** Checks whether the description of a listed value matches. */
export function listed(target: BareTarget, types: readonly string[], pattern: RegExp): Standing {
  const property = propertiesOf(target).find(({ type, values }) => types.includes(type) && values.length > 0);
  if (!property) return ABSENT;
  const value = reported(target, property);
  const description = property.values.find((each) => each.value === value)?.description;
  if (description !== undefined) return is(pattern.test(description), property);
  // A list without such a value does not know the state.
  return unknown(property.values.some((each) => pattern.test(each.description)) ? property : undefined);
}
