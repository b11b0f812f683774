import type { FreeForms } from "../remembering/free-forms.ts";

/** Times of day that every home has, with the hours in which they are: from one to another, over midnight where that is less. */
export const DAY_EVENTS = {
  bedtime: [18, 5],
  wakeup: [3, 12],
  breakfast: [4, 12],
  lunch: [10, 16],
  dinner: [16, 23],
  work: [5, 13],
  homecoming: [12, 24],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type DayEvent = keyof typeof DAY_EVENTS;

/** How one language says when something of the day is: patterns without groups of a name. */
export interface EventWords {
  /** What it is called: "bedtime". */
  readonly noun: string;
  /** What people do then: "go to bed". */
  readonly does: string;
}

/**
 * How people ask in one language to have something remembered, told, changed or forgotten: over a whole sentence without the
 * marks that end it. `{noun}` and `{does}` stand for every word of `events`. Nothing of it may fit a command or a reminder.
 */
export interface MemoryForms {
  /** How somebody is reached: no property of the home, whatever has one of that name. */
  readonly reached: RegExp;
  /** Tells how it is, although words of it could be a command: "the bins go out on Thursday". */
  readonly facts: RegExp;
  /**
   * What is told to be kept: `keeps` is a word that asks for it, anywhere; `states` a whole text that tells how something is
   * and nothing else; `asks` shows that it is a question, or about something else.
   */
  readonly kept: { readonly keeps: RegExp; readonly states: RegExp; readonly asks: RegExp };
  readonly events: Readonly<Record<DayEvent, EventWords>>;
  /** What stands around a request and says nothing: address, courtesy. */
  readonly lead: string;
  readonly tail: string;
  /** "Remember that …": groups `what`, `until` where it is said how long, and `that` where a whole sentence has to follow. */
  readonly remember: readonly string[];
  /** What behind such a word is a command, a reminder or a scene: over `what`. */
  readonly notWhat: readonly RegExp[];
  /** Whether `what` tells something, where it is no whole sentence by its form: without that it is a thing to be done, or nothing. */
  readonly tells: RegExp;
  /** Another name: groups `thing` and `name`, or `both`, where the thing stands first. */
  readonly names: readonly string[];
  /** The same, only behind a word for remembering. */
  readonly namesTold: readonly string[];
  /** A name is called so no more: groups `thing` and `name`, or `both`. */
  readonly unnames: readonly string[];
  /** What stands before a name and is none of it. */
  readonly article: RegExp;
  /** A time: groups `when`, with `days` and `more` of it, and `noun`, `does`, or `name` for one of its own. */
  readonly times: readonly string[];
  readonly timesTold: readonly string[];
  /** What stands between several times of `when`. */
  readonly and: RegExp;
  /** Small words within `when` that say nothing of it. */
  readonly about: RegExp;
  /** An hour that can be nothing else: `{hour}`. */
  readonly oclock: string;
  /** How something is liked: groups `thing` and `value`, and `part` of the day. */
  readonly likes: readonly string[];
  /** A word for what is liked, or usual. */
  readonly liking: RegExp;
  /** What is liked best of all: groups `property`, `value`, and `thing` where it is of that. */
  readonly favourites: readonly string[];
  /** What is liked best, as a part of a sentence: keyed by the property. */
  readonly properties: Readonly<Record<string, string>>;
  /** The parts of a day, as a part of a sentence. */
  readonly parts: Readonly<Record<"morning" | "noon" | "afternoon" | "evening" | "night", string>>;
  /** A command that sets it: `{thing}` with its article, `{value}`. */
  readonly command: string;
  /** The same of a thing by its name alone. */
  readonly commandFor: string;
  /** The same of a property by its name: `{property}` too. */
  readonly commandOf: string;
  /** Lamps, for a colour that is said of nothing. */
  readonly lamps: string;
  /** What joins two commands. */
  readonly joining: string;
  /** What is remembered is asked for, all of it: group `me` where it is what is of the speaker. */
  readonly askAll: readonly string[];
  /** What is known of something: group `about`. */
  readonly askAbout: readonly string[];
  /** When something is: groups `noun`, `does` or `name`. */
  readonly askTime: readonly string[];
  /** What is meant by a name, or how something is called: groups `name` or `thing`. */
  readonly askName: readonly string[];
  /** What is liked best: group `property`; or how something is liked: `thing`. */
  readonly askLike: readonly string[];
  /** A question of the world that something which was told may answer: group `about`. */
  readonly askFact: readonly string[];
  /** The same in any words. */
  readonly free: FreeForms;
  /** What was just remembered is taken back. */
  readonly forgetIt: readonly string[];
  readonly forgetAll: readonly string[];
  /** Group `what`. */
  readonly forget: readonly string[];
  /** Which half of the day: over a short answer. */
  readonly halves: { readonly am: string; readonly pm: string };
  /** It is of the speaker, or of all. */
  readonly mine: RegExp;
  readonly ours: RegExp;
  /** It was said otherwise before. */
  readonly changed: RegExp;
  /** What a fact is about: group `subject`. */
  readonly subject: RegExp;
  /** Words that tell facts apart from none: "the", "is". */
  readonly small: RegExp;
  /** A time with a name in another sentence. */
  readonly used: UsedForms;
  /** What is liked in another sentence. */
  readonly liked: LikedForms;
}

/** How a time with a name stands in a sentence; `{event}` is its name with what may stand before it. */
export interface UsedForms {
  /** Before it stands so long, and which side: groups `side` ("before"), and all that is replaced after the length. */
  readonly offset: readonly string[];
  /** Behind it stands which side and how long: groups `side`, `length`. */
  readonly offsetBehind: readonly string[];
  readonly before: RegExp;
  /** At it: what is replaced; group `keep` stays before it. */
  readonly at: readonly string[];
  /** A time of day in its place, which is that of one half of the day: "10:30 pm". */
  readonly clock: (hour: number, minute: number) => string;
  /** The same where nothing stands before it: "at {clock}". */
  readonly atClock: string;
  /** A condition: "before" is a bound there, and no time to act at. */
  readonly condition: RegExp;
  /** The name of a time in a sentence, `{name}`, and what people do then, `{does}`. */
  readonly named: string;
  readonly done: string;
  /** What stands before the name of an event where it is the speaker's own: it is asked for when it is not known. */
  readonly own: string;
}

/** How what is liked stands in a sentence. */
export interface LikedForms {
  /** "My favourite colour": group `property`. */
  readonly favourite: string;
  /** Something shall be as it is liked: groups `thing`, and `property`, or `does` for one that is meant. */
  readonly asLiked: readonly string[];
  /** The property that a word means: over `does`. */
  readonly meant: Readonly<Record<string, string>>;
  /** A favourite alone is set, with no thing: over the whole sentence. */
  readonly alone: readonly string[];
  /** A place is made comfortable: group `where`, or nothing for here. */
  readonly comfortable: readonly string[];
}
