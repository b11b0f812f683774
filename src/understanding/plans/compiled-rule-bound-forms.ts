import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { RuleBoundForms, Season } from "./rule-bound-forms.ts";

type PatternKey = "until" | "pauses" | "resumes" | "onlyIn" | "notIn" | "times" | "without" | "begins" | "hints";

export interface CompiledRuleBoundForms extends Readonly<Record<PatternKey, Patterns>> {
  /** Seasons, keyed by the word; the other maps are keyed in the same way. */
  readonly seasons: ReadonlyMap<string, Season>;
  readonly ends: ReadonlyMap<string, "week" | "month" | "year">;
  readonly days: ReadonlyMap<string, string>;
  readonly ranges: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
}

/** The forms of all languages. */
export const ruleBoundForms: () => CompiledRuleBoundForms = ofLanguages((languages) => {
  const forms = languages.flatMap(({ ruleBounds }) => ruleBounds ?? []);
  const all = (key: PatternKey): Patterns => new Patterns(forms.flatMap((each) => each[key]));
  const keyed = <Key extends string>(of: (each: RuleBoundForms) => Readonly<Record<Key, readonly string[]>>) =>
    new Map(
      forms.flatMap((each) =>
        (Object.entries(of(each)) as [Key, readonly string[]][]).flatMap(([key, words]) =>
          words.map((word) => [word, key] as const),
        ),
      ),
    );
  const words = (of: (each: RuleBoundForms) => readonly string[]): ReadonlySet<string> => new Set(forms.flatMap(of));
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
    fillers: words(({ fillers }) => fillers),
  };
});
