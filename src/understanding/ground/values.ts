import type { Property, Value } from "../../home/index.ts";
import { valueWords } from "../../language/index.ts";
import type { SaidValue } from "../parse/frame.ts";
import { rankedValues, stepAt } from "./degrees.ts";
import { toCelsius } from "./temperatures.ts";

/** What became of a said value on one property. */
export type Fit =
  | {
      readonly kind: "value";
      readonly value: Value;
      readonly clamped: boolean;
      /** The step of a list that is next to the percentage that was said. */
      readonly near?: boolean;
    }
  /** The property takes such values, but not this one. */
  | { readonly kind: "out-of-range" }
  /** The property does not take such values at all. */
  | { readonly kind: "other" };

const OTHER: Fit = { kind: "other" };
const OUT: Fit = { kind: "out-of-range" };
const fits = (value: Value, clamped = false): Fit => ({ kind: "value", value, clamped });

/** Seconds in the time units of specs. */
const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The value for `property` that was said, if it can take one like it. */
export function fitValue(property: Property, said: SaidValue): Fit {
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

/** A duration as the value of a property that is a time. */
export function fitDuration(property: Property, seconds: number): Fit {
  const size = property.unit === null ? undefined : UNIT_SECONDS[property.unit];
  if (property.values.length > 0 || property.format === "bool" || property.format === "string") return OTHER;
  // A time without a unit in the spec: the number as people say it, in minutes when it is whole ones.
  const plain = seconds % 60 === 0 && seconds >= 60 ? seconds / 60 : seconds;
  if (size === undefined) return property.unit === null ? inRange(property, plain) : OTHER;
  return inRange(property, seconds / size);
}

function fitKelvin(property: Property, said: SaidValue): Fit {
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

function fitListed(property: Property, said: SaidValue): Fit {
  const { values } = property;
  const text = said.text.trim().toLowerCase();
  const found =
    values.find(({ description }) => description.toLowerCase() === text) ??
    values.find(({ description }) => said.listed.includes(description.toLowerCase())) ??
    values.find(({ description }) => valueWords(description).includes(text)) ??
    values.find(({ description }) => said.listed.some((word) => valueWords(description).includes(word))) ??
    // The spec has the words of another language than its keys: 节能 is what "eco" is.
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
    // A mode is no step of anything: 三档 is not the third of them.
    if (quantity.unit === "level" && property.type === "mode") return OTHER;
    return values.some(({ value }) => value === quantity.value) ? fits(quantity.value) : OTHER;
  }
  const part = partOf(said);
  const step = part === null ? null : stepAt(property, part);
  if (step !== null) return { kind: "value", value: step, clamped: false, near: true };
  const degree = DEGREES.find(({ word }) => said.listed.includes(word));
  const ranked = rankedValues(property);
  if (degree && ranked.length > 2 && values.some(({ description }) => /\d|level/i.test(description))) {
    return fitsMaybe(ranked[Math.round((ranked.length - 1) * degree.part)]);
  }
  if (said.listed.length > 0 && said.quantity === null) return OUT;
  return OTHER;
}

/** "level 2", where a list has only the number. */
const LEVEL_NUMBER = /^[a-z]+ ?(\d+)$/u;

/** The part of the whole that a value says: 0.3 of "30 percent". */
function partOf({ quantity, half }: SaidValue): number | null {
  if (quantity === null) return half ? 0.5 : null;
  if (quantity.unit === "percent") return quantity.value / 100;
  return quantity.unit === "fraction" ? quantity.value : null;
}

/** Where "low", "medium" and "high" lie in a list of numbered levels, and what they are of a percentage. */
const DEGREES = [
  { word: "low", part: 0, share: 0.2 },
  { word: "medium", part: 0.5, share: 0.5 },
  { word: "high", part: 1, share: 0.9 },
] as const;

function fitsMaybe(value: number | undefined): Fit {
  return value === undefined ? OUT : fits(value);
}

/** "the swing to off" */
function fitTruth({ listed, quantity }: SaidValue): Fit {
  if (quantity !== null) return OTHER;
  if (listed.some((word) => TRUE_WORDS.has(word))) return fits(true);
  return listed.some((word) => FALSE_WORDS.has(word)) ? fits(false) : OTHER;
}

const TRUE_WORDS: ReadonlySet<string> = new Set(["on", "open", "enable"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["off", "close", "closed", "disable"]);

function fitLevel(property: Property, level: SaidValue["level"]): Fit {
  const { range } = property;
  if (!range) return OTHER;
  if (level === "max") return fits(range.max);
  return level === "min" ? fits(range.min) : fitPart(property, 0.5);
}

/** A part of the range; of a percentage the part of a hundred. */
function fitPart(property: Property, part: number): Fit {
  const { range } = property;
  if (!range || part < 0 || part > 1) return range ? OUT : OTHER;
  if (property.unit === "percentage") return inRange(property, Math.max(range.min, Math.round(part * 100)));
  return fits(rounded(property, range.min + part * (range.max - range.min)));
}

function fitNumber(property: Property, value: number, unit: NonNullable<SaidValue["quantity"]>["unit"]): Fit {
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
      // 三档 is no three percent.
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

/** Rounded to the step of the range. */
export function rounded(property: Property, value: number): number {
  const step = property.range?.step ?? (property.format === "float" ? 0.01 : 1);
  const min = property.range?.min ?? 0;
  const result = min + Math.round((value - min) / step) * step;
  return Number.isInteger(result) ? result : Number(result.toFixed(4));
}
