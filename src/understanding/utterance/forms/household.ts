/** Clauses of rules about presence and the modes of the home. */

/** The subject of such a clause. */
export type Who =
  | { readonly kind: "speaker" }
  | { readonly kind: "anyone" | "everyone" | "nobody" | "first" | "last" | "children" | "we" }
  /** By a name, which may be unknown. */
  | { readonly kind: "named"; readonly said: string }
  /** Any of them; all of them. */
  | { readonly kind: "some" | "each"; readonly said: readonly string[] };

/** The meaning of a clause about the household. */
export type HouseholdSaid =
  /** `moment`: an arrival or departure; else a state. `all`: it is about all of them. */
  | {
      readonly kind: "presence";
      readonly who: Who;
      readonly to: "home" | "away";
      readonly moment: boolean;
      readonly all: boolean;
    }
  /** `name`: of a mode, in lower case; null: of going to bed. */
  | { readonly kind: "mode"; readonly name: string | null; readonly as: "in" | "begins" | "ends" };

/** The known names, as patterns that match any of them, in lower case. Empty if there are none. */
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
  /** Only in questions about rules and their removal. */
  readonly questionOnly?: true;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => HouseholdSaid | null;
}

/** A request about existing rules. */
export type RulesAsked = "tell" | "cancel" | "pause" | "resume";

export interface HouseholdForms {
  /** The clauses with the known names, tried in order. */
  readonly clauses: (names: KnownNames) => readonly HouseholdForm[];
  /** Words around the clause that make the sentence a question or a story, and no rule. */
  readonly asks: RegExp;
  /** The rest of the sentence in a request about existing rules. */
  readonly rules: Readonly<Record<RulesAsked, RegExp>>;
  /** Words right behind a clause without content; null if a word ends the clause. */
  readonly behind: RegExp | null;
  /** A word for an existing rule. */
  readonly rule: RegExp;
  /** Conjunctions of a clause about the present: "if", 如果. */
  readonly looksNow: RegExp;
  /** Introduces the speaker; group `who`: a name. A name alone counts as well. */
  readonly introduces: RegExp;
  /** "The lights" without a place, and "all lights": when the last person leaves, all are meant. */
  readonly lights: { readonly said: RegExp; readonly all: string };
  /** "It is dark outside", beside such a clause. */
  readonly dark: RegExp;
  /** Words for a single day. */
  readonly oneDay: RegExp;
  /** Joins the text before and after the clause to one sentence. `open`: the conjunction of the clause. */
  readonly joined: (before: string, after: string, open: string) => string;
}
