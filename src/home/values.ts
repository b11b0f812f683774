import { type ErrorDetails, JiaError } from "./errors.ts";
import type { Language } from "./language.ts";
import type { Property, Value } from "./spec/index.ts";
import { cleanText, MAX_TEXT } from "./text.ts";
import { valueWords } from "./vocabulary/values.ts";

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

const TRUE_WORDS: ReadonlySet<string> = new Set(["true", "1", "on", "yes", "开", "打开", "是"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["false", "0", "off", "no", "关", "关闭", "否"]);

/**
 * The value as the device takes it: booleans from words, numbers rounded to the step, list values by number or by their
 * description in English or Chinese.
 * @throws JiaError `invalid-value` naming what would fit; a number outside the range is refused, not clamped.
 */
export function coerceValue(property: Property, input: unknown): Value {
  const value = tryCoerce(property, input);
  if (value === null) throw new JiaError("invalid-value", invalidValue(property, input));
  return value;
}

/** Like coerceValue, but null instead of an error. */
export function tryCoerce(property: Property, input: unknown): Value | null {
  if (property.values.length > 0) return listedValue(property, input);
  switch (property.format) {
    case "bool":
      return booleanValue(input);
    case "string":
      return typeof input === "string" || typeof input === "number" || typeof input === "boolean"
        ? cleanText(String(input), MAX_TEXT)
        : null;
    default:
      return numberValue(property, input);
  }
}

/** A value that came from a device and that no spec has looked at: text cleaned and cut. */
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

/** What a person may give, in words: "a whole number from 1 to 100", "one of Auto, Sleep". */
export function expectedValue(property: Property, language: Language = "en"): string {
  const zh = language === "zh";
  if (property.values.length > 0) {
    const listed = property.values.map(({ value, description }) => {
      const word = zh
        ? (valueWords(description).find((each) => /\p{Script=Han}/u.test(each)) ?? description)
        : description;
      return `${word} (${value})`;
    });
    return zh ? `以下之一：${listed.join("、")}` : `one of ${listed.join(", ")}`;
  }
  if (property.format === "bool") return zh ? "true 或 false" : "true or false";
  if (property.format === "string") return zh ? "文本" : "text";
  const unit = property.unit ? ` ${property.unit}` : "";
  const bounds = property.range ?? boundsOf(property);
  const float = property.format === "float";
  if (zh)
    return `${bounds ? `${bounds.min} 到 ${bounds.max} 的` : ""}${float ? "数" : "整数"}${unit && `（${property.unit}）`}`;
  const whole = float ? "a number" : "a whole number";
  return bounds ? `${whole} from ${bounds.min} to ${bounds.max}${unit}` : `${whole}${unit}`;
}

function invalidValue(property: Property, input: unknown): ErrorDetails {
  return {
    value: cleanText(shown(input), 80),
    address: property.address,
    expected: expectedValue(property),
    "expected.zh": expectedValue(property, "zh"),
  };
}

/** What was given, for the error; an object may not even be able to say what it is. */
function shown(input: unknown): string {
  if (input === undefined) return "nothing";
  try {
    return typeof input === "object" ? (JSON.stringify(input) ?? "an object") : String(input);
  } catch {
    return "an object";
  }
}

function booleanValue(input: unknown): boolean | null {
  if (typeof input === "boolean") return input;
  if (typeof input !== "string" && typeof input !== "number") return null;
  const word = String(input).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : null;
}

/** A list value by its number, its description, or a word for it ("制冷" for Cool). */
function listedValue(property: Property, input: unknown): Value | null {
  if (typeof input === "boolean" && property.format === "bool") return input;
  if (typeof input !== "string" && typeof input !== "number") return null;
  if (property.values.some((listed) => listed.value === input)) return input;
  const text = String(input).trim().toLowerCase();
  const number = Number(text);
  if (text !== "" && property.values.some((listed) => listed.value === number)) return number;
  const described = property.values.find((listed) => listed.description.toLowerCase() === text);
  const found = described ?? property.values.find((listed) => valueWords(listed.description).includes(text));
  return found?.value ?? null;
}

function numberValue(property: Property, input: unknown): number | null {
  const number = typeof input === "string" && input.trim() !== "" ? Number(input) : input;
  if (typeof number !== "number" || !Number.isFinite(number)) return null;
  const bounds = property.range ?? boundsOf(property);
  if (!bounds) return number;
  if (number < bounds.min || number > bounds.max) return null;
  return roundToStep(number, bounds);
}

function boundsOf(property: Property): { min: number; max: number; step: number } | null {
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
