import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";

/**
 * How a language speaks of what is planned. The patterns are for a whole clause in lower case, without marks, articles and
 * courtesy; the group `which` is which plan is meant, `value` what it shall be, `by` how long it is moved. A language
 * without one of these leaves the list empty.
 */
export interface PlanTalkForms {
  readonly cancels: readonly RegExp[];
  /** It is not wanted, which may be said of anything: 不要电视. Groups `which` and `more`. */
  readonly declines: readonly RegExp[];
  /** What there is, and when. */
  readonly asks: readonly RegExp[];
  /** How long something still runs. */
  readonly asksLeft: readonly RegExp[];
  /** What somebody will be reminded of. */
  readonly asksReminders: readonly RegExp[];
  /** When somebody will be woken. */
  readonly asksWaking: readonly RegExp[];
  /** `which` and `value` in one group `rest`, where nothing but a preposition stands between them. */
  readonly changes: readonly RegExp[];
  /** Moved to a later moment, or made longer. */
  readonly later: readonly RegExp[];
  /** Moved to an earlier moment, or made shorter. */
  readonly earlier: readonly RegExp[];
  /** One more like the last one. */
  readonly another: readonly RegExp[];
  /** So much longer or later than it was just planned: groups `count`, and `unit` where one is said. */
  readonly more: readonly RegExp[];
  readonly less: readonly RegExp[];
  /** The days that it shall be on, and nothing else; group `value`. */
  readonly days: readonly RegExp[];
  /** The days that it shall not be on; group `value`. */
  readonly notDays: readonly RegExp[];
  /** How it had better be; group `value`. */
  readonly rather: readonly RegExp[];
  /** It shall be done at once, and not later; group `act` where one is said. */
  readonly atOnce: readonly RegExp[];
  /** It is not wanted any more, group `act` where what it would do is said; over the whole text with its marks. */
  readonly unwanted: readonly RegExp[];
  /** How a clause that plans something is completed by the time that it leaves out: `{asked}`, `{answer}`. */
  readonly completed: readonly string[];
  /** At the beginning of such a clause, that it shall be some time or other: 待会儿提醒我…. It is as good as left out. */
  readonly vaguely: readonly RegExp[];
  /** A time of day and a duration: with one of them a clause is understood that leaves its time out. */
  readonly someTime: readonly string[];
  /** Words beside a duration that say which way, and what they say alone. */
  readonly laterWords: ReadonlySet<string>;
  readonly earlierWords: ReadonlySet<string>;
  /** Words that say nothing of which plan is meant. */
  readonly small: ReadonlySet<string>;
  /** Words, or pairs of characters, that stand in names of plans as in anything else: by them alone a remark is about none. */
  readonly everyday: ReadonlySet<string>;
}

type PatternKey = Exclude<keyof PlanTalkForms, WordKey | "completed" | "someTime">;
type WordKey = "laterWords" | "earlierWords" | "small" | "everyday";

/** The forms of every language that is understood, each list as one. */
export type AllPlanTalk = Readonly<Record<PatternKey, Patterns>> &
  Pick<PlanTalkForms, WordKey | "completed" | "someTime">;

/** Of all languages that are understood. */
export const planTalk: () => AllPlanTalk = ofLanguages((languages) => {
  const forms = languages.flatMap(({ plans }) => plans ?? []);
  const all = (key: PatternKey): Patterns => new Patterns(forms.flatMap((each) => each[key]));
  const words = (key: WordKey): ReadonlySet<string> => new Set(forms.flatMap((each) => [...each[key]]));
  return {
    cancels: all("cancels"),
    declines: all("declines"),
    asks: all("asks"),
    asksLeft: all("asksLeft"),
    asksReminders: all("asksReminders"),
    asksWaking: all("asksWaking"),
    changes: all("changes"),
    later: all("later"),
    earlier: all("earlier"),
    another: all("another"),
    more: all("more"),
    less: all("less"),
    days: all("days"),
    notDays: all("notDays"),
    rather: all("rather"),
    atOnce: all("atOnce"),
    unwanted: all("unwanted"),
    vaguely: all("vaguely"),
    completed: forms.flatMap(({ completed }) => completed),
    someTime: forms.flatMap(({ someTime }) => someTime),
    laterWords: words("laterWords"),
    earlierWords: words("earlierWords"),
    small: words("small"),
    everyday: words("everyday"),
  };
});
