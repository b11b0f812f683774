import type { Property, Value } from "../../home/index.ts";
import { type BareTarget, propertiesOf } from "./situation.ts";

/** Whether a target is in a state, by what it reported last. `property` says it; null where it is no property that does. */
export type Standing =
  | { readonly kind: "is"; readonly holds: boolean; readonly property: Property | null }
  /** It could tell, and has not (any more). */
  | { readonly kind: "unknown"; readonly property: Property }
  /** Nothing like it is told of it. */
  | { readonly kind: "absent" };

export const ABSENT: Standing = { kind: "absent" };

export function reported({ indexed }: BareTarget, property: Property): Value | undefined {
  return indexed.device.state.get(property.address)?.value;
}

export function isTold({ access }: Property): boolean {
  return access.read || access.notify;
}

/** The first that is known; else the first that could be. */
export function first(...found: readonly Standing[]): Standing {
  return found.find(({ kind }) => kind === "is") ?? found.find(({ kind }) => kind === "unknown") ?? ABSENT;
}

export function is(holds: boolean, property: Property): Standing {
  return { kind: "is", holds, property };
}

export function unknown(property: Property | undefined): Standing {
  return property ? { kind: "unknown", property } : ABSENT;
}

export function not(found: Standing): Standing {
  return found.kind === "is" ? { ...found, holds: !found.holds } : found;
}

export function bool(target: BareTarget, type: string): Standing {
  const property = propertiesOf(target).find((each) => each.type === type && each.format === "bool");
  const value = property ? reported(target, property) : undefined;
  return property && typeof value === "boolean" ? is(value, property) : unknown(property);
}

export function number(target: BareTarget, types: readonly string[], holds: (value: number) => boolean): Standing {
  const property = propertiesOf(target).find((each) => types.includes(each.type) && isTold(each));
  const value = property ? reported(target, property) : undefined;
  return property && typeof value === "number" ? is(holds(value), property) : unknown(property);
}

export function listed(target: BareTarget, types: readonly string[], pattern: RegExp): Standing {
  const property = propertiesOf(target).find(({ type, values }) => types.includes(type) && values.length > 0);
  if (!property) return ABSENT;
  const value = reported(target, property);
  const description = property.values.find((each) => each.value === value)?.description;
  if (description !== undefined) return is(pattern.test(description), property);
  // A list without such a value says nothing of the state.
  return unknown(property.values.some((each) => pattern.test(each.description)) ? property : undefined);
}
