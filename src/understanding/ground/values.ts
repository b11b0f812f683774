import type { Property, Value } from "../../home/index.ts";
import { valueWords } from "../../language/index.ts";
import type { ValueMention } from "../parse/frame.ts";
import { rankedValueAt, rankedValues } from "./ranked-values.ts";
import { toCelsius } from "./temperatures.ts";

/** How a spoken value fits a property. */
export type Fit =
  | {
      readonly kind: "value";
      readonly value: Value;
      readonly clamped: boolean;
      /** It is the step of a list next to the percentage that was said. */
      readonly near?: boolean;
    }
  /** The property takes values of this sort, but not this one. */
  | { readonly kind: "out-of-range" }
  /** The property takes no values of this sort. */
  | { readonly kind: "other" };

const OTHER: Fit = { kind: "other" };
const OUT: Fit = { kind: "out-of-range" };
const fits = (value: Value, clamped = false): Fit => ({ kind: "value", value, clamped });

/** Seconds of the time units in specs. */
const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Converts a spoken value to the value of a property, if the property can take one. */
export function fitValue(property: Property, said: ValueMention): Fit {
  if (property.type === "color" || property.unit === "rgb") return said.color === null ? OTHER : fits(said.color);
  if (property.type === "color-temperature") return fitKelvin(property, said);
  if (property.values.length > 0) return fitListed(property, said);
  if (property.format === "bool") return fitTruth(said);
  if (property.format === "string") return OTHER;
  if (said.level !== null) return fitLevel(property, said.level);
  if (said.half && said.quantity === null) return fitPart(property, 0.5);
  const degree = said.quantity === null ? DEGREES.find(({ word }) => said.listed.includes(word)) : undefined;
  if (degree && property.unit === "percentage") return fitPart(property, degree.share);
  return said.quantity === null ? OTHER : fitNumber(property, said.quantity.value, said.quantity.unit);
}

/** The same for a duration in seconds, for properties that are times. */
export function fitDuration(property: Property, seconds: number): Fit {
  const size = property.unit === null ? undefined : UNIT_SECONDS[property.unit];
  if (property.values.length > 0 || property.format === "bool" || property.format === "string") return OTHER;
  // Without a unit in the spec, whole minutes count as minutes, as people say them.
  const plain = seconds % 60 === 0 && seconds >= 60 ? seconds / 60 : seconds;
  if (size === undefined) return property.unit === null ? inRange(property, plain) : OTHER;
  return inRange(property, seconds / size);
}

function fitKelvin(property: Property, said: ValueMention): Fit {
  const { range } = property;
  if (said.kelvin !== null) {
    const nearest = range ? Math.min(range.max, Math.max(range.min, said.kelvin)) : said.kelvin;
    return fits(nearest);
  }
  if (said.level !== null) return fitLevel(property, said.level);
  const { quantity } = said;
  if (quantity === null) return said.half ? fitPart(property, 0.5) : OTHER;
  if (quantity.unit === "percent") return fitPart(property, quantity.value / 100);
  if (quantity.unit === "kelvin" || quantity.unit === null || quantity.unit === "degree")
    return inRange(property, quantity.value);
  return OTHER;
}

function fitListed(property: Property, said: ValueMention): Fit {
  const { values } = property;
  const text = said.text.trim().toLowerCase();
  const found =
    values.find(({ description }) => description.toLowerCase() === text) ??
    values.find(({ description }) => said.listed.includes(description.toLowerCase())) ??
    values.find(({ description }) => valueWords(description).includes(text)) ??
    values.find(({ description }) => said.listed.some((word) => valueWords(description).includes(word))) ??
    // The spec may be in another language than its keys: 节能 is "eco".
    values.find(({ description }) => said.listed.some((word) => valueWords(word).includes(description.toLowerCase())));
  if (found) return fits(found.value);
  const numbered = said.quantity === null && said.level === null ? LEVEL_NUMBER.exec(text) : null;
  const called = numbered && values.find(({ description }) => description.trim() === numbered[1]);
  if (called) return fits(called.value);
  if (said.level !== null) {
    const ranked = rankedValues(property);
    if (ranked.length === 0) return OTHER;
    const place =
      said.level === "max" ? ranked.length - 1 : said.level === "min" ? 0 : Math.floor((ranked.length - 1) / 2);
    const value = ranked[place];
    return value === undefined ? OTHER : fits(value);
  }
  const { quantity } = said;
  if (quantity && (quantity.unit === null || quantity.unit === "level")) {
    const numbered = values.find(
      ({ description }) => Number(/(\d+)/.exec(description)?.[1] ?? Number.NaN) === quantity.value,
    );
    if (numbered) return fits(numbered.value);
    const ranked = rankedValues(property);
    const levels = values.some(({ description }) => /low|medium|middle|high|level/i.test(description));
    if (levels) return fitsMaybe(ranked[quantity.value - 1]);
    // Modes are no steps: 三档 is not the third mode.
    if (quantity.unit === "level" && property.type === "mode") return OTHER;
    return values.some(({ value }) => value === quantity.value) ? fits(quantity.value) : OTHER;
  }
  const part = partOf(said);
  const step = part === null ? null : rankedValueAt(property, part);
  if (step !== null) return { kind: "value", value: step, clamped: false, near: true };
  const degree = DEGREES.find(({ word }) => said.listed.includes(word));
  const ranked = rankedValues(property);
  if (degree && ranked.length > 2 && values.some(({ description }) => /\d|level/i.test(description))) {
    return fitsMaybe(ranked[Math.round((ranked.length - 1) * degree.part)]);
  }
  if (said.listed.length > 0 && said.quantity === null) return OUT;
  return OTHER;
}

/** A named level with a number ("level 2"), for lists that only have the number. */
const LEVEL_NUMBER = /^[a-z]+ ?(\d+)$/u;

/** The share (0 to 1) that a value says: 0.3 for "30 percent"; null when it says none. */
function partOf({ quantity, half }: ValueMention): number | null {
  if (quantity === null) return half ? 0.5 : null;
  if (quantity.unit === "percent") return quantity.value / 100;
  return quantity.unit === "fraction" ? quantity.value : null;
}

/** Position of "low", "medium" and "high" in a list of numbered levels (`part`), and as a percentage (`share`). */
const DEGREES = [
  { word: "low", part: 0, share: 0.2 },
  { word: "medium", part: 0.5, share: 0.5 },
  { word: "high", part: 1, share: 0.9 },
] as const;

function fitsMaybe(value: number | undefined): Fit {
  return value === undefined ? OUT : fits(value);
}

/** Fits "on" and "off" to a boolean property: "the swing to off". */
function fitTruth({ listed, quantity }: ValueMention): Fit {
  if (quantity !== null) return OTHER;
  if (listed.some((word) => TRUE_WORDS.has(word))) return fits(true);
  return listed.some((word) => FALSE_WORDS.has(word)) ? fits(false) : OTHER;
}

const TRUE_WORDS: ReadonlySet<string> = new Set(["on", "open", "enable"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["off", "close", "closed", "disable"]);

function fitLevel(property: Property, level: ValueMention["level"]): Fit {
  const { range } = property;
  if (!range) return OTHER;
  if (level === "max") return fits(range.max);
  return level === "min" ? fits(range.min) : fitPart(property, 0.5);
}

/** Fits a share of the range; for a percentage, that share of a hundred. */
function fitPart(property: Property, part: number): Fit {
  const { range } = property;
  if (!range || part < 0 || part > 1) return range ? OUT : OTHER;
  if (property.unit === "percentage") return inRange(property, Math.max(range.min, Math.round(part * 100)));
  return fits(rounded(property, range.min + part * (range.max - range.min)));
}

function fitNumber(property: Property, value: number, unit: NonNullable<ValueMention["quantity"]>["unit"]): Fit {
  const { range } = property;
  switch (unit) {
    case "fraction":
      return fitPart(property, value);
    case "percent":
      if (property.unit === "percentage" || (range?.max === 100 && property.unit === null))
        return inRange(property, value);
      return /level|speed|volume|brightness|intensity|position|humidity/.test(property.type) && range
        ? fitPart(property, value / 100)
        : OTHER;
    case "celsius":
      return property.unit === "celsius" || /temp/.test(property.type) ? inRange(property, value) : OTHER;
    case "fahrenheit": {
      if (property.unit === "fahrenheit") return inRange(property, value);
      if (!/temp/.test(property.type)) return OTHER;
      return range && range.max > 60 && property.unit !== "celsius"
        ? inRange(property, value)
        : inRange(property, toCelsius(value));
    }
    case "degree":
      return property.unit === "celsius" || property.unit === "arcdegrees" || /temp|angle|position/.test(property.type)
        ? inRange(property, value)
        : OTHER;
    case "kelvin":
    case "tenths":
    case "times":
    case "second":
    case "minute":
    case "hour":
    case "day":
    case "week":
      return OTHER;
    case "level":
      // 三档 does not mean three percent.
      if (value < 10 && /brightness|position/.test(property.type)) return OTHER;
      return inRange(property, value);
    case null:
      return inRange(property, value);
    default:
      unit satisfies never;
      return OTHER;
  }
}

function inRange(property: Property, value: number): Fit {
  const { range } = property;
  if (range && (value < range.min - 1e-9 || value > range.max + 1e-9)) return OUT;
  return fits(rounded(property, value));
}

/** Rounds a value to the step of the property's range. */
export function rounded(property: Property, value: number): number {
  const step = property.range?.step ?? (property.format === "float" ? 0.01 : 1);
  const min = property.range?.min ?? 0;
  const result = min + Math.round((value - min) / step) * step;
  return Number.isInteger(result) ? result : Number(result.toFixed(4));
}
