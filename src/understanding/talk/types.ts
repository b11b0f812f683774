/** Occasions of a day at home after which something is usual. */
export const ROUTINES = ["night", "leaving", "home", "film"] as const;
export type Routine = (typeof ROUTINES)[number];

/** How a room feels to somebody. */
export const FEELINGS = ["cold", "hot", "dark", "bright", "stuffy", "smelly", "dry", "humid", "loud", "quiet"] as const;
export type Feeling = (typeof FEELINGS)[number];

/** Courtesies, which say nothing beside anything else. Of several the first in this order is answered. */
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

/** Questions about the assistant itself, or about the calendar. */
export const ENQUIRIES = ["present", "identity", "nature", "help", "time", "date", "year", "weekday"] as const;
export type Enquiry = (typeof ENQUIRIES)[number];

/** Kind of a phrase of talk. `aside`: it says nothing by itself ("everybody sit down"). */
export type TalkKind = Courtesy | Enquiry | Routine | Feeling | "aside";

/** What an utterance is that holds nothing but talk. */
export type Talk =
  | { readonly kind: "courtesy"; readonly of: Courtesy }
  | { readonly kind: "enquiry"; readonly of: Exclude<Enquiry, "date" | "year" | "weekday"> }
  /** `days`: from today. */
  | { readonly kind: "calendar"; readonly of: "date" | "year" | "weekday"; readonly days: number }
  | { readonly kind: "meaning"; readonly of: Routine }
  | { readonly kind: "feeling"; readonly of: Feeling };

/**
 * How people talk in one language, as patterns over what was said: words with a blank between them (none between Chinese
 * characters), in lower case, without marks and apostrophes ("im off"). Each entry is a pattern of whole words.
 */
export interface TalkForms {
  /** What stands between two words: a blank, or nothing. */
  readonly gap: string;
  /** Address and hesitation at the beginning: plain words, separated by commas. */
  readonly opening: string;
  /** Address, courtesy and softeners at the end: plain words, separated by commas. */
  readonly closing: string;
  readonly phrases: Readonly<Record<TalkKind, readonly string[]>>;
  /**
   * Patterns for what joins a feeling to a room behind it or in front of it, and their replacement in a sentence without the
   * room. Null where the language has no such form.
   */
  readonly places: {
    readonly behind: readonly [pattern: string, instead: string] | null;
    readonly inFront: readonly [pattern: string, instead: string] | null;
  };
  /** Words for another place or time: a feeling there or then asks for nothing here and now. */
  readonly elsewhere: string;
  /** Requests that are not for a home: jokes, songs, the weather, general knowledge. Tried when nothing else fits. */
  readonly beyond: readonly string[];
  /** Requests for a judgement of the home or for the abilities of a thing, which a state does not answer. */
  readonly judging: readonly string[];
  /** Words for a day and its distance from today in days; the first match counts. */
  readonly days: readonly (readonly [pattern: string, days: number])[];
  /** Names that people give to the scene of a routine; `sceneEndings` may follow them. */
  readonly scenes: Readonly<Record<Routine, readonly string[]>>;
  readonly sceneEndings: readonly string[];
  /** Parts of names of night lights. */
  readonly nightLights: string;
}
