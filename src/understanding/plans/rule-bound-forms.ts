/** The seasons of a year, in the order of the northern hemisphere. */
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];

/**
 * How a language bounds a rule: how long it runs, when it rests, what it leaves out. Patterns match a whole clause in lower
 * case, without marks, articles and courtesy. Groups: `which` is the rule (left out: the one in focus), `value` the moment,
 * the days or the things, `by` a duration.
 */
export interface RuleBoundForms {
  /** Its last day. */
  readonly until: readonly RegExp[];
  /** The rule rests: until `value`, for `by`, or until it is resumed. */
  readonly pauses: readonly RegExp[];
  readonly resumes: readonly RegExp[];
  /** The days of the year on which it runs. */
  readonly onlyIn: readonly RegExp[];
  readonly notIn: readonly RegExp[];
  /** It runs this many times (`by`), or once. */
  readonly times: readonly RegExp[];
  /** Devices that it leaves alone. */
  readonly without: readonly RegExp[];
  readonly seasons: Readonly<Record<Season, readonly string[]>>;
  /** Words for the end of a period: "the end of the month". */
  readonly ends: Readonly<Record<"week" | "month" | "year", readonly string[]>>;
  /** Beginnings of a bound in the sentence that makes the rule. Tried when nothing else is understood. */
  readonly begins: readonly RegExp[];
  /** Words without which a text holds no bound. */
  readonly hints: readonly RegExp[];
  /** Names of days of the year, keyed by the day: `12-25`. */
  readonly days: Readonly<Record<string, readonly string[]>>;
  /** Words that join two months or days into a range; `lists` join single ones. */
  readonly ranges: readonly string[];
  readonly lists: readonly string[];
  /** Words that mean nothing beside days of the year. */
  readonly fillers: readonly string[];
}
