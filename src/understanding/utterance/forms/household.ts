/** How a language tells of who is at home and of the modes of the home, in rules. */

/** Whom such a clause is about. */
export type Who =
  | { readonly kind: "speaker" }
  | { readonly kind: "anyone" | "everyone" | "nobody" | "first" | "last" | "children" | "we" }
  /** By a name, which need be nobody's. */
  | { readonly kind: "named"; readonly said: string }
  /** Whichever of those; all of those. */
  | { readonly kind: "some" | "each"; readonly said: readonly string[] };

/** What a clause says of the household. */
export type HouseholdSaid =
  /** `moment`: that somebody comes or goes; otherwise that it is so. `all`: it is said to be so of all of them. */
  | {
      readonly kind: "presence";
      readonly who: Who;
      readonly to: "home" | "away";
      readonly moment: boolean;
      readonly all: boolean;
    }
  /** `name`: of a mode, in lower case; null: of going to bed. */
  | { readonly kind: "mode"; readonly name: string | null; readonly as: "in" | "begins" | "ends" };

/** Names that clauses are looked for with: patterns that match any of them, in lower case. Empty where there are none. */
export interface KnownNames {
  readonly people: string;
  readonly modes: string;
}

/**
 * One way to say it, over a whole text in lower case. Groups: `open` (the word that begins the clause), `who`, `mode`, `for`
 * (how long it must be so), `said` (the clause without what opens and ends it).
 */
export interface HouseholdForm {
  readonly pattern: RegExp;
  /** It is said so only where rules are asked for, or taken away. */
  readonly asked?: true;
  readonly means: (groups: Readonly<Record<string, string | undefined>>) => HouseholdSaid | null;
}

/** What is wanted of rules that there are. */
export type RulesAsked = "tell" | "cancel" | "pause" | "resume";

export interface HouseholdForms {
  /** Tried in order; what names are known is put into them. */
  readonly clauses: (names: KnownNames) => readonly HouseholdForm[];
  /** Words around the clause that make a question or a tale of the whole: no rule is made of it. */
  readonly asks: RegExp;
  /** What stays of the sentence, where it is only asked what is done then, or a rule is taken away. */
  readonly rules: Readonly<Record<RulesAsked, RegExp>>;
  /** What may stand right behind a clause and says nothing more of it; null where a word of its own ends the clause. */
  readonly behind: RegExp | null;
  /** A word for a rule: the sentence is about one that there is. */
  readonly rule: RegExp;
  /** Words that open a clause about how it is now: "if", 如果. */
  readonly looksNow: RegExp;
  /** Tells who speaks; group `who`: a name. The name alone tells it too. */
  readonly introduces: RegExp;
  /** The lights without a place, and how those of the whole home are said: whoever goes last means all of them. */
  readonly lights: { readonly said: RegExp; readonly all: string };
  /** That it is dark outside, beside such a clause. */
  readonly dark: RegExp;
  /** It is said of one day, and not of every day. */
  readonly oneDay: RegExp;
  /** What stood before the clause and after it, as one sentence. `open`: the word that began the clause. */
  readonly joined: (before: string, after: string, open: string) => string;
}
