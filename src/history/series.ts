import type { Property, Value } from "../home/index.ts";
import type { SeriesKey } from "./port.ts";

/** The forms of stored values: true or false, a number (also of a list value), or text. */
export const FORMS = ["truth", "number", "text"] as const;
export type SeriesForm = (typeof FORMS)[number];

/**
 * The classes of series. `measure`: a noisy measurement, thinned out and summarized with age · `state`: a setting or a state of
 * a device; every change counts, and is kept until it is old.
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
export interface StoredSeries extends SeriesInfo {
  readonly id: number;
  /** Its changes are kept from here on; before, a measure has five-minute summaries, a state nothing. */
  readonly rawFrom: number;
  /** Its five-minute summaries are kept from here on; before, there are hourly ones. */
  readonly fiveFrom: number;
}

/** A stored value: true and false are 1 and 0. null: not known from then on. */
export type StoredValue = number | string | null;

/** A point of a series. */
export interface Point {
  readonly at: number;
  readonly value: StoredValue;
}

export function toStored(value: Value | null): StoredValue {
  return typeof value === "boolean" ? Number(value) : value;
}

/** The value of a stored one; text stays text although the property may be a number now. */
export function fromStored(value: Exclude<StoredValue, null>, form: SeriesForm): Value {
  return form === "truth" && typeof value === "number" ? value !== 0 : value;
}

/** The form of a property's values. */
export function formOf({ format, values }: Pick<Property, "format" | "values">): SeriesForm {
  if (values.length > 0) return "number";
  if (format === "bool") return "truth";
  return format === "string" ? "text" : "number";
}

/** The class of a property. A writable one is always a state: people ask when the heating was set to 21 °C, not for its mean. */
export function classOf({ format, values, access }: Pick<Property, "format" | "values" | "access">): SeriesClass {
  const number = formOf({ format, values }) === "number" && values.length === 0;
  return number && !access.write ? "measure" : "state";
}

/** A key as text, for maps. */
export function keyText({ device, address }: SeriesKey): string {
  return `${device}\n${address}`;
}
