import type { PastDay, PastPart, PastPeriod } from "./span.ts";

/** Hours of a part of the day; beyond 24 they are of the next day. */
export type PartHours = readonly [from: number, to: number];

/** How a language says when something was. Phrases are separated by commas. */
export interface PastWords {
  /** Phrases, keyed by how many days before today. */
  readonly days: Readonly<Record<number, string>>;
  readonly parts: readonly (readonly [part: PastPart, hours: PartHours, phrases: string])[];
  /** The same, but for parts that stand without a day: "during the night". */
  readonly alone: readonly (readonly [part: PastPart, hours: PartHours, phrases: string])[];
  /** A part of a day in one phrase: "last night". */
  readonly dayParts: readonly (readonly [back: number, part: PastPart, hours: PartHours, phrases: string])[];
  readonly periods: readonly (readonly [unit: PastPeriod, back: number, phrases: string])[];
  /** A whole day or part of it: "all night". */
  readonly whole: readonly (readonly [part: PastPart | "day", hours: PartHours, phrases: string])[];
  /** Words before something that is meant as a whole: "all of", "throughout". */
  readonly throughout: string;
  /** Phrases without a time of their own: "the whole time". */
  readonly always: string;
  /** Words before a weekday: weeks before this one; null: the last such day. */
  readonly ofWeek: readonly (readonly [weeks: number | null, phrases: string])[];
  /** Words before a duration that ends now: "in the last", 最近. */
  readonly lately: string;
  /** Units that stand alone behind such a word, keyed by their seconds: "in the last hour". */
  readonly units: Readonly<Record<number, string>>;
  /** Words behind a duration before now. */
  readonly ago: string;
  readonly sameTime: string;
  readonly since: string;
  /** Words for "since" behind a time: 六点以来. */
  readonly sinceBehind: string;
  readonly from: string;
  /** From one moment to another. */
  readonly to: string;
  readonly between: string;
  readonly and: string;
  /** Words behind the second of two times: 三点到四点之间. */
  readonly betweenBehind: string;
  readonly now: string;
  /** Before a time of day. */
  readonly at: string;
  /** Empty words within a time: "of", "the", 的. */
  readonly small: string;
  /** Words before a date: "on the 3rd of May". */
  readonly onDate: string;
  readonly noon: string;
  readonly midnight: string;
}

/** A meaning of one phrase of time. */
export type PastWord =
  | { readonly kind: "day"; readonly day: PastDay }
  | {
      readonly kind: "part";
      readonly part: PastPart;
      readonly hours: PartHours;
      readonly day: PastDay | null;
      readonly alone: boolean;
    }
  | { readonly kind: "period"; readonly unit: PastPeriod; readonly back: number }
  | { readonly kind: "whole"; readonly part: PastPart | "day"; readonly hours: PartHours }
  | { readonly kind: "unit"; readonly seconds: number }
  | { readonly kind: "noon" | "midnight" | "now" | Small };

/** Words that only mean something beside others. */
export type Small = (typeof SMALL_WORDS)[number];

export const SMALL_WORDS = [
  "throughout",
  "always",
  "lately",
  "ago",
  "sameTime",
  "since",
  "sinceBehind",
  "from",
  "to",
  "between",
  "and",
  "betweenBehind",
  "at",
  "small",
  "onDate",
] as const;
