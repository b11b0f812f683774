import type { PeopleMeaning } from "./statement.ts";

/** One way to say or ask something about people. */
export interface PeopleForm {
  /**
   * Matches a whole text in lower case, without its last mark, courtesies and times. Groups: `who`; `until`, `name` and
   * `room` as in `PeopleStatement`.
   */
  readonly said: RegExp;
  readonly meaning: PeopleMeaning;
  /** Only people can be the subject. */
  readonly sure?: true;
  /** It is in the past: it needs a time. */
  readonly past?: true;
  /** Only its question mark makes it a question. */
  readonly marked?: true;
}

/** Names of a room by its owner; `bedroom`: names if it is one. */
export interface RoomNames {
  readonly room: readonly string[];
  readonly bedroom: readonly string[];
}

/** How a language speaks about the people of the home. */
export interface PeopleForms {
  /** Part of every text that a form can match, tried first over the original text. */
  readonly hint: RegExp;
  /** Courtesies and indirect questions at the beginning; `tail` at the end. */
  readonly lead: RegExp;
  readonly tail: RegExp;
  /** Tried in order. */
  readonly forms: readonly PeopleForm[];
  /** Joins several people. */
  readonly and: RegExp;
  /** Joins people of whom one is meant, which is not supported. */
  readonly or: RegExp;
  /** Words before a name that are no part of it: "my". */
  readonly article: RegExp;
  /** Matches a whole name: the speaker. */
  readonly me: RegExp;
  readonly children: RegExp;
  readonly guests: RegExp;
  /** A person who was mentioned before. */
  readonly pronoun: RegExp;
  /** Matches a whole name that only people have. */
  readonly name: RegExp;
  /** Things that come home and are no people. */
  readonly things: RegExp;
  /** What was told to be remembered about somebody: group `who`. */
  readonly toldOf: (name: string) => readonly RegExp[];
  /** The last day of a stay: "the weekend" means its last day. */
  readonly ends: readonly (readonly [said: RegExp, day: string])[];
  /** Names of a room by its owner; `hint`: part of every such name. */
  readonly rooms: {
    readonly hint: RegExp;
    readonly mine: RoomNames;
    readonly of: (name: string) => RoomNames;
  };
  /** Other forms of a name: 妈 for 妈妈. */
  readonly variants?: (name: string) => readonly string[];
}
