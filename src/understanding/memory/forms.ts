import type { OpenQuestionForms } from "./open-question-forms.ts";

/**
 * Events of a day that every home has, with the hours in which they may be: from one to another, over midnight where the
 * second is less.
 */
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

/** Patterns for an event of the day in one language, without named groups. */
export interface EventWords {
  /** Its name: "bedtime". */
  readonly noun: string;
  /** What people do then: "go to bed". */
  readonly does: string;
}

/**
 * How people ask in one language to have something remembered, told, changed or forgotten. Patterns match a whole sentence
 * without the marks at its end; `{noun}` and `{does}` stand for all words of `events`. None of them may match a command or a
 * reminder.
 */
export interface MemoryForms {
  /** Ways to reach somebody. They are no properties of the home, even if a property has the same name. */
  readonly reached: RegExp;
  /** Statements with words that could be a command: "the bins go out on Thursday". */
  readonly facts: RegExp;
  /**
   * What is told to be kept: `keeps` is a request for it, anywhere; `states` a whole text that only states something
   * and nothing else; `asks` shows that it is a question, or about something else.
   */
  readonly kept: { readonly keeps: RegExp; readonly states: RegExp; readonly asks: RegExp };
  readonly events: Readonly<Record<DayEvent, EventWords>>;
  /** Address and courtesy in front of a request; `tail` behind it. */
  readonly lead: string;
  readonly tail: string;
  /** "Remember that …": groups `what`, `until` where it is said how long, and `that` where a whole sentence has to follow. */
  readonly remember: readonly string[];
  /** Commands, reminders and scenes behind such a word: matched with `what`. */
  readonly notWhat: readonly RegExp[];
  /** Whether `what` is a statement, where its form does not say so. Otherwise it is a task, or nothing. */
  readonly tells: RegExp;
  /** Another name: groups `thing` and `name`, or `both` with the thing first. */
  readonly names: readonly string[];
  /** The same, but only behind a word for remembering. */
  readonly namesTold: readonly string[];
  /** A name that is no longer used: groups `thing` and `name`, or `both`. */
  readonly unnames: readonly string[];
  /** What stands before a name and is no part of it. */
  readonly article: RegExp;
  /** A time: groups `when`, with its `days` and `more`, and `noun`, `does`, or `name` for a name of its own. */
  readonly times: readonly string[];
  readonly timesTold: readonly string[];
  /** What separates several times in `when`. */
  readonly and: RegExp;
  /** Empty words within `when`. */
  readonly about: RegExp;
  /** An hour that can be nothing else: `{hour}`. */
  readonly oclock: string;
  /** A preference: groups `thing` and `value`, and `part` of the day. */
  readonly likes: readonly string[];
  /** A word for something that is liked or usual. */
  readonly liking: RegExp;
  /** A favourite: groups `property`, `value`, and `thing` if it belongs to one. */
  readonly favourites: readonly string[];
  /** Words for favourites within a sentence, keyed by property type. */
  readonly properties: Readonly<Record<string, string>>;
  /** Words for the parts of a day within a sentence. */
  readonly parts: Readonly<Record<"morning" | "noon" | "afternoon" | "evening" | "night", string>>;
  /** A command that sets a preference: `{thing}` with its article, `{value}`. */
  readonly command: string;
  /** The same for a thing by its name alone. */
  readonly commandFor: string;
  /** The same for a named property: also `{property}`. */
  readonly commandOf: string;
  /** Words for lamps, for a colour without a thing. */
  readonly lamps: string;
  /** Joins two commands. */
  readonly joining: string;
  /** A question for everything that is remembered; group `me`: only that of the speaker. */
  readonly askAll: readonly string[];
  /** A question for what is known of something: group `about`. */
  readonly askAbout: readonly string[];
  /** A question for a time: groups `noun`, `does` or `name`. */
  readonly askTime: readonly string[];
  /** A question what a name means, or what something is called: groups `name` or `thing`. */
  readonly askName: readonly string[];
  /** A question for a favourite (group `property`) or a preference (`thing`). */
  readonly askLike: readonly string[];
  /** A question of the world that something which was told may answer: group `about`. */
  readonly askFact: readonly string[];
  /** The same in any words. */
  readonly free: OpenQuestionForms;
  /** Forgets what was remembered last. */
  readonly forgetIt: readonly string[];
  readonly forgetAll: readonly string[];
  /** Forgets group `what`. */
  readonly forget: readonly string[];
  /** The half of the day, as a short answer. */
  readonly halves: { readonly am: string; readonly pm: string };
  /** It belongs to the speaker; `ours`: to everybody. */
  readonly mine: RegExp;
  readonly ours: RegExp;
  /** It is different from before. */
  readonly changed: RegExp;
  /** The subject of a fact: group `subject`. */
  readonly subject: RegExp;
  /** Words too common to match facts by: "the", "is". */
  readonly small: RegExp;
  /** Named times within other sentences. */
  readonly used: UsedForms;
  /** Preferences within other sentences. */
  readonly liked: LikedForms;
}

/** How a named time is used in a sentence; `{event}` is its name with what may stand before it. */
export interface UsedForms {
  /** Behind a length: group `side` ("before"). The whole match is replaced, with the length. */
  readonly offset: readonly string[];
  /** Before a length: groups `side` and `length`. */
  readonly offsetBehind: readonly string[];
  readonly before: RegExp;
  /** At the time. The match is replaced, except its group `keep` in front. */
  readonly at: readonly string[];
  /** A clock time of one half of the day: "10:30 pm". */
  readonly clock: (hour: number, minute: number) => string;
  /** The same with its preposition: "at {clock}". */
  readonly atClock: string;
  /** A condition, in which "before" is a bound and no time to act at. */
  readonly condition: RegExp;
  /** A named time in a sentence: `{name}`; `done`: what people do then, `{does}`. */
  readonly named: string;
  readonly done: string;
  /** What stands before the speaker's own event, which is asked for when it is not known. */
  readonly own: string;
}

/** How preferences are used in a sentence. */
export interface LikedForms {
  /** "My favourite colour": group `property`. */
  readonly favourite: string;
  /** Something shall be as it is liked: groups `thing`, and `property`, or `does` for a verb that implies one. */
  readonly asLiked: readonly string[];
  /** Property types, keyed by the verbs in `does` that imply them. */
  readonly impliedBy: Readonly<Record<string, string>>;
  /** A favourite is set without a thing: a whole sentence. */
  readonly alone: readonly string[];
  /** A place shall be made comfortable: group `where`; none: here. */
  readonly comfortable: readonly string[];
}
