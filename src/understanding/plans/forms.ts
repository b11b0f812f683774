/**
 * How a language speaks about plans. Patterns match a whole clause in lower case, without marks, articles and courtesy.
 * Groups: `which` is the plan, `value` its new value, `by` how far it moves. A language without a form leaves its list
 * empty.
 */
export interface PlanForms {
  readonly cancels: readonly RegExp[];
  /** It is not wanted, in words that may be about anything: 不要电视. Groups `which` and `more`. */
  readonly declines: readonly RegExp[];
  /** Which plans exist, and when they are due. */
  readonly asks: readonly RegExp[];
  /** How long something still runs. */
  readonly asksLeft: readonly RegExp[];
  /** What somebody will be reminded of. */
  readonly asksReminders: readonly RegExp[];
  /** When somebody will be woken. */
  readonly asksWaking: readonly RegExp[];
  /** Group `rest` holds `which` and `value` together, where only a preposition separates them. */
  readonly changes: readonly RegExp[];
  /** Moved to a later moment, or made longer. */
  readonly later: readonly RegExp[];
  /** Moved to an earlier moment, or made shorter. */
  readonly earlier: readonly RegExp[];
  /** One more like the last one. */
  readonly another: readonly RegExp[];
  /** Longer or later than planned by an amount: groups `count`, and `unit` if one is said. */
  readonly more: readonly RegExp[];
  readonly less: readonly RegExp[];
  /** The days on which it recurs, and nothing else; group `value`. */
  readonly days: readonly RegExp[];
  /** The days on which it does not run; group `value`. */
  readonly notDays: readonly RegExp[];
  /** A preference for how it should be; group `value`. */
  readonly rather: readonly RegExp[];
  /** Do it now instead of later; group `act` if one is said. */
  readonly atOnce: readonly RegExp[];
  /** It is not wanted any more; group `act` if its act is said. Over the whole text with its marks. */
  readonly unwanted: readonly RegExp[];
  /** Templates that add the missing time to a clause: `{asked}`, `{answer}`. */
  readonly completed: readonly string[];
  /** A vague time at the beginning of such a clause (待会儿提醒我…), which counts as no time. */
  readonly vaguely: readonly RegExp[];
  /** A sample time of day and a sample duration. If the clause is understood with one of them, it only lacks its time. */
  readonly someTime: readonly string[];
  /** Words for the direction of a shift, beside a duration. */
  readonly laterWords: ReadonlySet<string>;
  readonly earlierWords: ReadonlySet<string>;
  /** Words that do not help to identify a plan. */
  readonly small: ReadonlySet<string>;
  /** Words, or pairs of characters, too common to identify a plan by. */
  readonly everyday: ReadonlySet<string>;
}
