/** What people say around a day at home, after which something is usual. */
export const MEANINGS = ["night", "leaving", "home", "film"] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How a room feels to somebody. */
export const FEELINGS = ["cold", "hot", "dark", "bright", "stuffy", "smelly", "dry", "humid", "loud", "quiet"] as const;
export type Feeling = (typeof FEELINGS)[number];

/** What is only polite: beside anything else it says nothing. The first of several is answered. */
export const COURTESIES = [
  "how",
  "goodbye",
  "thanks",
  "done",
  "apology",
  "praise",
  "morning",
  "afternoon",
  "evening",
  "greeting",
  "noted",
] as const;
export type Courtesy = (typeof COURTESIES)[number];

/** What is asked of the assistant itself, or of the calendar. */
export const ENQUIRIES = ["present", "identity", "nature", "help", "time", "date", "year", "weekday"] as const;
export type Enquiry = (typeof ENQUIRIES)[number];

/** What one stretch of everyday talk is. `aside`: it goes with the rest and says nothing by itself ("everybody sit down"). */
export type TalkKind = Courtesy | Enquiry | Meaning | Feeling | "aside";

/** Everyday talk: what the whole of an utterance is, when it is nothing else. */
export type Talk =
  | { readonly kind: "courtesy"; readonly of: Courtesy }
  | { readonly kind: "enquiry"; readonly of: Exclude<Enquiry, "date" | "year" | "weekday"> }
  /** `days`: from today. */
  | { readonly kind: "calendar"; readonly of: "date" | "year" | "weekday"; readonly days: number }
  | { readonly kind: "meaning"; readonly of: Meaning }
  | { readonly kind: "feeling"; readonly of: Feeling };

/**
 * How people talk in one language, as patterns over what was said: words with a blank between them (none between Chinese
 * characters), in lower case, without marks and apostrophes ("im off"). Each entry is a pattern of whole words.
 */
export interface TalkForms {
  /** Between two words: a blank, or nothing. */
  readonly gap: string;
  /** Address and hesitation in front; no patterns, commas between them. */
  readonly opening: string;
  /** Address, courtesy and softeners behind, likewise. */
  readonly closing: string;
  readonly phrases: Readonly<Record<TalkKind, readonly string[]>>;
  /**
   * What stands between how it feels and a room behind it, or between a room in front and how it feels; and by what it is
   * replaced to be said without the room. Null where the language does not say it so.
   */
  readonly places: {
    readonly behind: readonly [pattern: string, instead: string] | null;
    readonly inFront: readonly [pattern: string, instead: string] | null;
  };
  /** Words for another place or another time: how it feels there and then asks for nothing here and now. */
  readonly elsewhere: string;
  /** Of what is not for a home at all: jokes, songs, the weather, general knowledge. Looked at when nothing else fits. */
  readonly beyond: readonly string[];
  /** What asks for a judgement of the home, or for all that a thing can do: its state is no answer. */
  readonly judging: readonly string[];
  /** Words for a day and how many days from today it is; the first that is found counts. */
  readonly days: readonly (readonly [pattern: string, days: number])[];
  /** What people call a scene of a meaning, and what such a name may end in. */
  readonly scenes: Readonly<Record<Meaning, readonly string[]>>;
  readonly sceneEndings: readonly string[];
  /** Parts of names of lamps that are for the night. */
  readonly nightLights: string;
}
