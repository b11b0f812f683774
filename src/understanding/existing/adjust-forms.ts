import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";

/** The seasons of a year, in the order of the northern hemisphere. */
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];

/**
 * How a language bounds a rule: how long it runs, when it rests, what it leaves out. Patterns match a whole clause in lower
 * case, without marks, articles and courtesy. Groups: `which` is the rule (left out: the one in focus), `value` the moment,
 * the days or the things, `by` a duration.
 */
export interface AdjustForms {
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
  readonly beside: readonly string[];
}

type PatternKey = "until" | "pauses" | "resumes" | "onlyIn" | "notIn" | "times" | "without" | "begins" | "hints";

export interface AdjustTalk extends Readonly<Record<PatternKey, Patterns>> {
  /** Seasons, keyed by the word; the other maps are keyed in the same way. */
  readonly seasons: ReadonlyMap<string, Season>;
  readonly ends: ReadonlyMap<string, "week" | "month" | "year">;
  readonly days: ReadonlyMap<string, string>;
  readonly ranges: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

/** The forms of all languages. */
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
