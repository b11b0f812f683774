import type { Property, Value } from "../home/index.ts";
import type { SeriesKey } from "./port.ts";

/** How a stored value reads: as true or false, as a number (also that of a listed value), or as text. */
export const FORMS = ["truth", "number", "text"] as const;
export type SeriesForm = (typeof FORMS)[number];

/**
 * How long changes are kept. `measure`: what a device measures, which chatters: thinned, and summarised by age · `state`: what
 * is set or what a device does: each change counts, and is kept until it is old.
 */
export const CLASSES = ["measure", "state"] as const;
export type SeriesClass = (typeof CLASSES)[number];

/** A series before it is stored. */
export interface SeriesInfo {
  readonly key: SeriesKey;
  readonly form: SeriesForm;
  readonly class: SeriesClass;
}

/** A stored series. Times are milliseconds since the epoch. */
export interface Series extends SeriesInfo {
  readonly id: number;
  /** Its changes are kept from here on; before, there are the five minutes of a measure, and nothing of a state. */
  readonly rawFrom: number;
  /** Its five minutes are kept from here on; before, there are hours. */
  readonly fiveFrom: number;
}

/** A value as it is stored: truth as 1 and 0. null: not known from then on. */
export type Stored = number | string | null;

/** A point of a series. */
export interface Point {
  readonly at: number;
  readonly value: Stored;
}

export function toStored(value: Value | null): Stored {
  return typeof value === "boolean" ? Number(value) : value;
}

/** A stored value as what it was; text stays text though the property has become a number since. */
export function fromStored(value: Exclude<Stored, null>, form: SeriesForm): Value {
  return form === "truth" && typeof value === "number" ? value !== 0 : value;
}

/** How the values of a property read. */
export function formOf({ format, values }: Pick<Property, "format" | "values">): SeriesForm {
  if (values.length > 0) return "number";
  if (format === "bool") return "truth";
  return format === "string" ? "text" : "number";
}

/** What can be set is a state, whatever its format: a person asks when the heating was at 21 °C, not how it was on average. */
export function classOf({ format, values, access }: Pick<Property, "format" | "values" | "access">): SeriesClass {
  const number = formOf({ format, values }) === "number" && values.length === 0;
  return number && !access.write ? "measure" : "state";
}

/** One text for a key, for maps. */
export function keyText({ device, address }: SeriesKey): string {
  return `${device}\n${address}`;
}
