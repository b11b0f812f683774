import {
  clampNumber,
  coerceValue,
  type Device,
  expectedValue,
  JiaError,
  type Property,
  tryCoerce,
  type Value,
} from "../../../home/index.ts";
import { SPOKEN_WORDS, wordsInAllLanguages } from "../../../language/index.ts";
import { hexColourIn, type ValueRequest, valueRequestIn } from "../forms/amounts.ts";

/**
 * The value that a request comes to. A relative change stops at the ends of the range.
 * @param current the current value, undefined when it is not known
 * @throws JiaError `invalid-value`; `value-unknown` for a relative change of an unknown value
 */
export function requestedValue(
  device: Device,
  property: Property,
  current: Value | undefined,
  wish: ValueRequest,
): Value {
  if ("value" in wish) return absolute(device, property, current, wish.value);
  if (property.values.length > 0) return listed(device, property, current, wish);
  if (property.format === "bool" || property.format === "string") throw unfit(property, describe(wish));
  if ("change" in wish) {
    if (typeof current !== "number") throw unknownValue(device, property);
    return clampNumber(property, current + wish.change);
  }
  const { range } = property;
  if (!range) throw unfit(property, describe(wish));
  if ("limit" in wish) return clampNumber(property, range[wish.limit]);
  const share = wish.percent / 100;
  // 30 % of a brightness that is itself in percent (1 to 100) is 30, not 1 + 0.3 × 99.
  const value = property.unit === "percentage" ? wish.percent : range.min + share * (range.max - range.min);
  return clampNumber(property, value);
}

function absolute(device: Device, property: Property, current: Value | undefined, value: Value): Value {
  if (value === "toggle" && property.format === "bool") {
    if (typeof current !== "boolean") throw unknownValue(device, property);
    return !current;
  }
  const given = property.unit === "rgb" ? (hexColourIn(value) ?? value) : value;
  // "+10" is a relative change, although it parses as a number.
  const more = typeof given === "string" && /^\s*\+/.test(given) ? valueRequestIn(given, property) : null;
  if (more !== null) return requestedValue(device, property, current, more);
  const known = tryCoerce(property, given, SPOKEN_WORDS);
  if (known !== null) return known;
  // "half", "max", "+10": the request stands in place of the value.
  const wish = typeof given === "string" ? valueRequestIn(given, property) : null;
  if (wish === null || ("value" in wish && wish.value === given)) return coerceValue(property, given, SPOKEN_WORDS);
  return requestedValue(device, property, current, wish);
}

/** The value of a value list: levels are ordered by their numbers, and "Auto" is no level. */
function listed(
  device: Device,
  property: Property,
  current: Value | undefined,
  wish: Exclude<ValueRequest, { value: Value }>,
): Value {
  const levels = property.values
    .filter(({ description }) => !isAutomatic(description))
    .map(({ value }) => value)
    .sort((a, b) => a - b);
  const last = levels.length - 1;
  const at = (index: number): Value => {
    const value = levels[Math.min(last, Math.max(0, index))];
    if (value === undefined) throw unfit(property, describe(wish));
    return value;
  };
  if ("limit" in wish) return at(wish.limit === "min" ? 0 : last);
  if ("percent" in wish) return at(Math.round((wish.percent / 100) * last));
  if (typeof current !== "number") throw unknownValue(device, property);
  const now = levels.indexOf(current);
  if (now < 0) return at(wish.change > 0 ? 0 : last);
  return at(now + Math.trunc(wish.change));
}

/** Whether a list value leaves the choice to the device. */
function isAutomatic(description: string): boolean {
  const words = ["auto", ...(wordsInAllLanguages("values").get("auto") ?? [])];
  return words.some((word) => description.toLowerCase().includes(word));
}

function unknownValue(device: Device, property: Property): JiaError {
  return new JiaError("value-unknown", { device: device.handle, address: property.address });
}

function unfit(property: Property, value: string): JiaError {
  return new JiaError("invalid-value", { value, address: property.address, expected: expectedValue(property) });
}

function describe(wish: Exclude<ValueRequest, { value: Value }>): string {
  if ("limit" in wish) return wish.limit;
  return "percent" in wish ? `${wish.percent} %` : `${wish.change > 0 ? "+" : ""}${wish.change}`;
}
