import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { PlanForms } from "./forms.ts";

type PatternKey = Exclude<keyof PlanForms, WordKey | "completed" | "someTime">;
type WordKey = "laterWords" | "earlierWords" | "small" | "everyday";

/** The forms of all languages, one list of patterns for each kind. */
export type CompiledPlanForms = Readonly<Record<PatternKey, Patterns>> &
  Pick<PlanForms, WordKey | "completed" | "someTime">;

/** The forms of all languages. */
export const planForms: () => CompiledPlanForms = ofLanguages((languages) => {
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
