import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";

/** The seasons of a year, in the order of the north. */
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];

/**
 * How a language says of a rule how long it goes on, when it rests, and what it leaves out. The patterns are for a whole
 * clause in lower case, without marks, articles and courtesy; the group `which` is which rule is meant (left out: the one
 * that was just spoken of), `value` the moment, the days or the things, `by` a duration.
 */
export interface AdjustForms {
  /** Its last day. */
  readonly until: readonly RegExp[];
  /** It rests: until `value`, for `by`, or until somebody says so. */
  readonly pauses: readonly RegExp[];
  readonly resumes: readonly RegExp[];
  /** The days of the year that it shall be on, and no others. */
  readonly onlyIn: readonly RegExp[];
  readonly notIn: readonly RegExp[];
  /** It runs so many times (`by`), or once. */
  readonly times: readonly RegExp[];
  /** Things that it shall leave alone. */
  readonly without: readonly RegExp[];
  readonly seasons: Readonly<Record<Season, readonly string[]>>;
  /** "the end of the month": words that end one of these. */
  readonly ends: Readonly<Record<"week" | "month" | "year", readonly string[]>>;
  /** What a rule is bounded with in the sentence that makes it begins so; tried where nothing else is understood. */
  readonly begins: readonly RegExp[];
  /** A text without one of these bounds nothing. */
  readonly hints: readonly RegExp[];
  /** Days of every year that have a name, keyed by the day: `12-25`. */
  readonly days: Readonly<Record<string, readonly string[]>>;
  /** What joins two months or days to those between them, and to each other. */
  readonly ranges: readonly string[];
  readonly lists: readonly string[];
  /** Words that say nothing beside days of the year. */
  readonly beside: readonly string[];
}

type PatternKey = "until" | "pauses" | "resumes" | "onlyIn" | "notIn" | "times" | "without" | "begins" | "hints";

export interface AdjustTalk extends Readonly<Record<PatternKey, Patterns>> {
  /** Keyed by the word. */
  readonly seasons: ReadonlyMap<string, Season>;
  readonly ends: ReadonlyMap<string, "week" | "month" | "year">;
  readonly days: ReadonlyMap<string, string>;
  readonly ranges: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

/** Of all languages that are understood. */
export const adjustTalk: () => AdjustTalk = ofLanguages((languages) => {
  const forms = languages.flatMap(({ adjusting }) => adjusting ?? []);
  const all = (key: PatternKey): Patterns => new Patterns(forms.flatMap((each) => each[key]));
  const keyed = <Key extends string>(of: (each: AdjustForms) => Readonly<Record<Key, readonly string[]>>) =>
    new Map(
      forms.flatMap((each) =>
        (Object.entries(of(each)) as [Key, readonly string[]][]).flatMap(([key, words]) =>
          words.map((word) => [word, key] as const),
        ),
      ),
    );
  const words = (of: (each: AdjustForms) => readonly string[]): ReadonlySet<string> => new Set(forms.flatMap(of));
  return {
    until: all("until"),
    pauses: all("pauses"),
    resumes: all("resumes"),
    onlyIn: all("onlyIn"),
    notIn: all("notIn"),
    times: all("times"),
    without: all("without"),
    seasons: keyed(({ seasons }) => seasons),
    ends: keyed(({ ends }) => ends),
    begins: all("begins"),
    hints: all("hints"),
    days: keyed(({ days }) => days),
    ranges: words(({ ranges }) => ranges),
    lists: words(({ lists }) => lists),
    beside: words(({ beside }) => beside),
  };
});
