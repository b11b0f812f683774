import type { QuantityUnit } from "../../lexicon/types.ts";

/** A day of the calendar; without a month the next day of that number. */
export interface CalendarDate {
  /** 1 = January. */
  readonly month: number | null;
  readonly day: number;
}

/** An amount with its unit; `fraction`: a part of a whole (a third). */
export interface Quantity {
  readonly value: number;
  readonly unit: QuantityUnit | "fraction" | null;
}

/** A time of day as it is said; `meridiem` is null if the half of the day is open. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: "am" | "pm" | null;
}

export type Measure =
  | { readonly kind: "quantity"; readonly quantity: Quantity; readonly end: number }
  | { readonly kind: "duration"; readonly seconds: number; readonly end: number }
  | { readonly kind: "clock"; readonly clock: ClockTime; readonly end: number }
  | { readonly kind: "date"; readonly date: CalendarDate; readonly end: number }
  /** A time or a date that does not exist: 25:00, the 30th of February. */
  | { readonly kind: "impossible"; readonly end: number };
