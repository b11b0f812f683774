import { type ErrorDetails, JiaError } from "./errors.ts";
import { homeMessage, type Message } from "./message.ts";
import type { Property, Value } from "./spec/index.ts";
import { cleanText, MAX_TEXT } from "./text.ts";

/** Bounds of the integer formats, keyed by format. int64 is held to what a double represents exactly. */
const INTEGER_BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  uint8: [0, 255],
  uint16: [0, 65_535],
  uint32: [0, 4_294_967_295],
  int8: [-128, 127],
  int16: [-32_768, 32_767],
  int32: [-2_147_483_648, 2_147_483_647],
  int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

/** No device has finer steps; a published 1e-200 is a mistake. */
const MAX_DECIMALS = 12;

const TRUE_WORDS: ReadonlySet<string> = new Set(["true", "1", "on", "yes"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["false", "0", "off", "no"]);

/** Words of people for values and names, in all languages: "cooling" and 制冷 for Cool, 开 for true. */
export interface ValueWords {
  /** Whether the text, trimmed and in lower case, is a word for a value of a list with this description. */
  calls(description: string, text: string): boolean;
  /** The boolean that a word means, also one for a value of this property ("unlocked"); null for any other text. */
  truth(text: string, property: Property): boolean | null;
  /** The number of a text with a unit ("50%", "4000 K") or of the name of a colour; null for any other text. */
  number(text: string, property: Property): number | null;
  /** Whether a name says that its device must keep running: "Aquarium plug". */
  essential(name: string): boolean;
}

/** No words beside those of the spec. */
export const SPEC_WORDS: ValueWords = {
  calls: () => false,
  truth: () => null,
  number: () => null,
  essential: () => false,
};

/**
 * Coerces an input to a value of the property: booleans from words, numbers rounded to the step, list values by number, by
 * description, or by `words`.
 * @throws JiaError `invalid-value` that says what would fit; a number outside the range is refused, not clamped
 */
export function coerceValue(property: Property, input: unknown, words: ValueWords = SPEC_WORDS): Value {
  const value = tryCoerce(property, input, words);
  if (value === null) throw new JiaError("invalid-value", invalidValue(property, input));
  return value;
}

/** Like coerceValue, but null instead of an error. */
export function tryCoerce(property: Property, input: unknown, words: ValueWords = SPEC_WORDS): Value | null {
  if (property.values.length > 0) return listedValue(property, input, words);
  switch (property.format) {
    case "bool":
      return booleanValue(property, input, words);
    case "string":
      return typeof input === "string" || typeof input === "number" || typeof input === "boolean"
        ? cleanText(String(input), MAX_TEXT)
        : null;
    default:
      return numberValue(property, input, words);
  }
}

/** A device's report of one property, checked against its spec. */
export type ParsedReport =
  | { readonly kind: "value"; readonly value: Value }
  /** The device does not know it. */
  | { readonly kind: "unknown" }
  /** It says nothing about the property: the last value stays. */
  | { readonly kind: "nothing" }
  /** An impossible value: out of range, not in the list. The value is not known then. */
  | { readonly kind: "wrong" };

/** Checks a reported value. @param given null: the device does not know the value */
export function parseReport(property: Property, given: Value | null): ParsedReport {
  if (given === null) return { kind: "unknown" };
  if (typeof given === "number" && isImpossible(property, given)) return { kind: "wrong" };
  const value = tryCoerce(property, given);
  // A measured value need not be one of the steps that can be set.
  if (typeof value === "number" && property.format === "float") return { kind: "value", value: Number(given) };
  if (value !== null) return { kind: "value", value };
  const { range, unit } = property;
  if (typeof given !== "number" || range === null || property.values.length > 0) return { kind: "wrong" };
  // A device reports 0 % for a function that is off, though its levels begin above 0.
  if (given === 0 && range.min > 0 && unit === "percentage") return { kind: "nothing" };
  const edge = Math.min(range.max, Math.max(range.min, given));
  return Math.abs(given - edge) <= range.step / 2 ? { kind: "value", value: edge } : { kind: "wrong" };
}

/** Types of percentages for which specs may leave out the range. */
const SHARES: ReadonlySet<string> = new Set(["relative-humidity", "battery-level"]);
/** Absolute zero, in °C. */
const COLDEST = -273.15;

/** Whether a number is physically impossible; for specs without a range. */
function isImpossible({ type, unit, range }: Property, given: number): boolean {
  if (range !== null) return false;
  return (unit === "celsius" && given < COLDEST) || (SHARES.has(type) && (given < 0 || given > 100));
}

/** Cleans and cuts a text from a device that no spec has checked. */
export function cleanValue(value: Value): Value {
  return typeof value === "string" ? cleanText(value, MAX_TEXT) : value;
}

/** Whether two values are the same on the wire; floats are equal within half a step. */
export function sameValue(property: Property, a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a === "number" && typeof b === "number" && property.format === "float") {
    return Math.abs(a - b) < (property.range?.step ?? 0.02) / 2 + 1e-9;
  }
  return a === b;
}

/** The nearest value that the property allows: rounded to the step, clamped to the range. */
export function clampNumber(property: Property, value: number): number {
  const bounds = property.range ?? boundsOf(property);
  if (!bounds) return value;
  return roundToStep(Math.min(bounds.max, Math.max(bounds.min, value)), bounds);
}

/** A description of the allowed values: "a whole number from 1 to 100", "one of Auto, Sleep". */
export function expectedValue(property: Property): Message {
  const { values, format, unit, range } = property;
  if (values.length > 0) {
    const listed = values.map(({ value, description }) => homeMessage("listed", { description, value: String(value) }));
    return homeMessage("oneOf", { values: listed });
  }
  if (format === "bool") return homeMessage("trueOrFalse", {});
  if (format === "string") return homeMessage("text", {});
  if (isColor(property)) return homeMessage("color", {});
  const bounds = range ?? boundsOf({ format });
  return homeMessage("number", { whole: format !== "float", min: bounds?.min ?? null, max: bounds?.max ?? null, unit });
}

function invalidValue(property: Property, input: unknown): ErrorDetails {
  return {
    value: cleanText(shown(input), 80),
    address: property.address,
    expected: expectedValue(property),
  };
}

/** The input as text, for the error. */
function shown(input: unknown): string {
  if (input === undefined) return "nothing";
  try {
    return typeof input === "object" ? (JSON.stringify(input) ?? "an object") : String(input);
  } catch {
    return "an object";
  }
}

function booleanValue(property: Property, input: unknown, words: ValueWords): boolean | null {
  if (typeof input === "boolean") return input;
  if (typeof input !== "string" && typeof input !== "number") return null;
  const word = String(input).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : words.truth(word, property);
}

/** A list value by its number, its description, or a word for it. */
function listedValue(property: Property, input: unknown, words: ValueWords): Value | null {
  if (typeof input === "boolean" && property.format === "bool") return input;
  if (typeof input !== "string" && typeof input !== "number") return null;
  if (property.values.some((listed) => listed.value === input)) return input;
  const text = String(input).trim().toLowerCase();
  const number = Number(text);
  if (text !== "" && property.values.some((listed) => listed.value === number)) return number;
  const described = property.values.find((listed) => listed.description.toLowerCase() === text);
  const found = described ?? property.values.find((listed) => words.calls(listed.description, text));
  return found?.value ?? null;
}

function numberValue(property: Property, input: unknown, words: ValueWords): number | null {
  const number = typeof input === "string" ? parseNumber(input.trim(), property, words) : input;
  if (typeof number !== "number" || !Number.isFinite(number)) return null;
  const bounds = property.range ?? boundsOf(property);
  if (!bounds) return number;
  if (number < bounds.min || number > bounds.max) return null;
  return roundToStep(number, bounds);
}

function parseNumber(text: string, property: Property, words: ValueWords): number | null {
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : words.number(text.toLowerCase(), property);
}

/** Whether the numbers of a property are colours, as RRGGBB. */
export function isColor({ type, unit }: Pick<Property, "type" | "unit">): boolean {
  return type === "color" && unit === "rgb";
}

function boundsOf(property: Pick<Property, "format">): { min: number; max: number; step: number } | null {
  const bounds = INTEGER_BOUNDS[property.format];
  return bounds ? { min: bounds[0], max: bounds[1], step: 1 } : null;
}

/** Rounds to min + n × step, to the step's own number of decimals, never above max. */
function roundToStep(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const decimals = Math.max(decimalsOf(step), decimalsOf(min));
  let steps = Math.round((value - min) / step);
  if (min + steps * step > max + step * 1e-9) steps -= 1;
  return Number((min + steps * step).toFixed(decimals));
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text);
  const decimals = exponent ? Number(exponent[1]) : (text.split(".")[1]?.length ?? 0);
  return Math.min(decimals, MAX_DECIMALS);
}
