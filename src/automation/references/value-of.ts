import {
  clampNumber,
  type Device,
  type Home,
  knowledgeOf,
  type Property,
  sameValue,
  tryCoerce,
  type Value,
} from "../../home/index.ts";
import { SPOKEN_WORDS } from "../../language/index.ts";
import type { Bound, ValueOf } from "../definition/basics.ts";

/** Whether a value of a definition is taken from a property. */
export function isValueOf(given: unknown): given is ValueOf {
  return typeof given === "object" && given !== null && !("parameter" in given);
}

/** The device and address that a value is taken from, for a property of `device`. */
export function valueSource({ of, property }: ValueOf, device: Device, address: string, home: Home) {
  const from = of === undefined ? device : home.device(of);
  const source = property ?? address;
  return { device: from, address: source, property: from?.spec.properties.get(source) };
}

/** The reliable value of a property at `now`; null when it is overdue or was never reported. */
export function reliableValue(device: Device, address: string, now: number): Value | null {
  const known = knowledgeOf(device, address, now);
  return known.kind === "value" && known.lapse?.reason !== "overdue" ? known.state.value : null;
}

/** The number of a bound at `now`; null while it is not known. */
export function currentBound(bound: Bound, device: Device, address: string, home: Home, now: number): number | null {
  if (typeof bound === "number") return bound;
  const source = valueSource(bound, device, address, home);
  const value = source.device ? reliableValue(source.device, source.address, now) : null;
  return typeof value === "number" ? moved(value, bound) : null;
}

/** Bounds as numbers; undefined: none on that side. */
export interface NumberBounds {
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

/** Whether a number lies between bounds. */
export function isBetween(value: number, { above, below }: NumberBounds): boolean {
  return (above === undefined || value > above) && (below === undefined || value < below);
}

/** Whether a value is one of the wanted ones, which may be given in words ("Cool"). */
export function matchesValue(device: Device, address: string, value: Value, wanted: readonly Value[]): boolean {
  const property = device.spec.properties.get(address);
  if (!property) return false;
  return wanted.some((each) => sameValue(property, tryCoerce(property, each, SPOKEN_WORDS) ?? each, value));
}

/** Bounds as numbers; null while one of them is not known. */
export function currentBounds(
  {
    property,
    above,
    below,
  }: { readonly property: string; readonly above?: Bound | undefined; readonly below?: Bound | undefined },
  device: Device,
  home: Home,
  now: number,
): NumberBounds | null {
  const number = (bound: Bound | undefined) =>
    bound === undefined ? undefined : currentBound(bound, device, property, home, now);
  const [low, high] = [number(above), number(below)];
  return low === null || high === null ? null : { above: low, below: high };
}

/**
 * The value that a property of a device is to get: within its range, and for a list by its description. null while it
 * is not known.
 */
export function followedValue(from: ValueOf, device: Device, address: string, home: Home, now: number): Value | null {
  const source = valueSource(from, device, address, home);
  const property = device.spec.properties.get(address);
  const value = source.device ? reliableValue(source.device, source.address, now) : null;
  if (value === null || !source.property || !property) return null;
  if (isMeasured(property) && typeof value === "number") return clampNumber(property, moved(value, from));
  const listed = source.property.values.find((each) => each.value === value)?.description;
  return tryCoerce(property, listed ?? value, SPOKEN_WORDS);
}

/** All values that a property may get from another one: the ends of its range, or its list. */
export function possibleValues(property: Property): readonly Value[] {
  if (property.values.length > 0) return property.values.map(({ value }) => value);
  if (property.format === "bool") return [true, false];
  if (property.range !== null) return [property.range.max, property.range.min];
  // Any value is possible. One stands for all, so that the policy is asked.
  return [property.format === "string" ? "" : 0];
}

/** Whether a property is a number without a list of values, so that one can add to it. */
export function isMeasured({ format, values }: Property): boolean {
  return format !== "bool" && format !== "string" && values.length === 0;
}

function moved(value: number, { plus = 0, times = 1 }: ValueOf): number {
  // Rounded, because binary fractions of halves and tenths are not exact.
  return Number((value * times + plus).toFixed(6));
}
