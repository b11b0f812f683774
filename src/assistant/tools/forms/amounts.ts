import { isColor, type Property, tryCoerce, type Value } from "../../../home/index.ts";
import { SPOKEN_WORDS } from "../../../language/index.ts";
import { type Item, playsRole } from "../../../understanding/parse/items.ts";
import { wordsIn } from "./times.ts";

/** The value that a caller wants for a property. */
export type ValueRequest =
  /** The value itself; "toggle" for a switch, "#RRGGBB" for a colour. */
  | { readonly value: Value }
  /** Relative: in the unit of the property, or in entries of its value list. */
  | { readonly change: number }
  /** Percent of the whole range. */
  | { readonly percent: number }
  | { readonly limit: "min" | "max" };

/** Milliseconds of the units in which devices count time, keyed by MIoT's name. */
const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ["seconds", 1],
  ["minutes", 60],
  ["hours", 3600],
  ["days", 86_400],
]);

/**
 * Reads a request from a text that is no value of the property itself: "half", "max", 最大, "+10", "75%" of a colour temperature,
 * "26 degrees", "2 hours" for minutes. Null for an unclear text.
 */
export function valueRequestIn(text: string, property: Property): ValueRequest | null {
  const written = text.trim();
  const [, sign, amount] = /^([+-])\s*(.+)$/.exec(written) ?? [];
  if (sign !== undefined && amount !== undefined) return changeIn(sign, amount, property);
  const words = wordsIn(written);
  const [only, ...others] = words;
  if (!only || others.length > 0) return null;
  const { level } = only.lex ?? {};
  if (level === "min" || level === "max") return { limit: level };
  if (playsRole(only, "half")) return { percent: 50 };
  return amountIn(only, property);
}

/** A relative change: "+10", "+10%". A negative number is one only where the range has no negative values. */
function changeIn(sign: string, amount: string, property: Property): ValueRequest | null {
  if (property.format === "bool" || property.format === "string") return null;
  if (sign === "-" && (property.range === null || property.range.min < 0)) return null;
  const number = numberIn(amount, property);
  return number === null ? null : { change: sign === "-" ? -number : number };
}

/** The number in a text, with or without a unit, in the unit of the property; null when there is none. */
export function numberIn(text: string, property: Property): number | null {
  const plain = Number(text);
  if (text.trim() !== "" && Number.isFinite(plain)) return plain;
  const free: Property = { ...property, range: null, values: [], format: "float" };
  const value = isColor(property) ? null : tryCoerce(free, text, SPOKEN_WORDS);
  if (typeof value === "number") return value;
  const [only, ...others] = wordsIn(text);
  const wish = only && others.length === 0 ? amountIn(only, property) : null;
  return wish !== null && "value" in wish && typeof wish.value === "number" ? wish.value : null;
}

function amountIn({ measure }: Item, { unit }: Property): ValueRequest | null {
  if (measure?.kind === "duration") {
    const size = TIME_UNITS.get(unit ?? "");
    return size === undefined ? null : { value: measure.seconds / size };
  }
  if (measure?.kind !== "quantity") return null;
  const { value, unit: said } = measure.quantity;
  switch (said) {
    case "fraction":
      return { percent: value * 100 };
    case "percent":
      return unit === "percentage" ? { value } : { percent: value };
    case "degree":
      return unit === "celsius" || unit === "arcdegrees" ? { value } : null;
    case "kelvin":
      return unit === "kelvin" ? { value } : null;
    case null:
      return { value };
    default:
      return null;
  }
}

/** The truth value of a word in any language; null for other values. */
export function truthIn(given: unknown): boolean | null {
  if (typeof given === "boolean") return given;
  const value = tryCoerce(TRUTH, given, SPOKEN_WORDS);
  return typeof value === "boolean" ? value : null;
}

/** A property of format bool, for parsing truth values. */
const TRUTH: Property = {
  siid: 0,
  piid: 0,
  address: "setting.on",
  service: "setting",
  type: "on",
  urn: "",
  description: "",
  format: "bool",
  access: { read: true, write: true, notify: true },
  unit: null,
  range: null,
  values: [],
};

/** A colour given as three numbers, `{r, g, b}` or `rgb(…)`, as `#rrggbb`; null for other values. */
export function hexColourIn(given: unknown): string | null {
  const parts = Array.isArray(given)
    ? given
    : typeof given === "object" && given !== null && "r" in given && "g" in given && "b" in given
      ? [given.r, given.g, given.b]
      : typeof given === "string"
        ? (/^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/i.exec(given.trim())?.slice(1).map(Number) ?? [])
        : [];
  if (parts.length !== 3 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)) return null;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
