import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { RoomCalls } from "./own-rooms.ts";
import type { PeopleMeaning } from "./said.ts";

/** One way of saying something of people. */
export interface PeopleForm {
  /**
   * Over a whole text in lower case without its last mark, courtesies and times. Groups: `who`; `until`, `name` and `room` as
   * in `PeopleSaid`.
   */
  readonly said: RegExp;
  readonly means: PeopleMeaning;
  /** Only people are spoken of so. */
  readonly sure?: true;
  /** It was so: only with a time. */
  readonly past?: true;
  /** It is a question by its mark alone. */
  readonly marked?: true;
}

/** How a language speaks of the people of the home. */
export interface PeopleForms {
  /** Part of every text that any of the forms fits: looked for first, over the text as it was said. */
  readonly hint: RegExp;
  /** Courtesies and what asks to be told, at the beginning and at the end. */
  readonly lead: RegExp;
  readonly tail: RegExp;
  /** Tried in order. */
  readonly forms: readonly PeopleForm[];
  /** Between several people. */
  readonly and: RegExp;
  /** Between people of whom one is meant, and nobody knows which. */
  readonly or: RegExp;
  /** Before a name, and none of it: "my". */
  readonly article: RegExp;
  /** Over all of a name: whoever speaks, children, guests. */
  readonly me: RegExp;
  readonly children: RegExp;
  readonly guests: RegExp;
  /** Somebody who was spoken of. */
  readonly pronoun: RegExp;
  /** Over all of a name: only people are called so. */
  readonly name: RegExp;
  /** What comes home and is no person of it. */
  readonly things: RegExp;
  /** What was told to be remembered of whom one calls so: group `who`. */
  readonly toldOf: (name: string) => readonly RegExp[];
  /** What is said of the end of a stay, as a day: "the weekend" is its last one. */
  readonly ends: readonly (readonly [said: RegExp, day: string])[];
  /** What a room is called by whose it is; `hint`: part of every one of those. */
  readonly rooms: {
    readonly hint: RegExp;
    readonly mine: RoomCalls;
    readonly of: (name: string) => RoomCalls;
  };
  /** Other forms of what one calls somebody: 妈 for 妈妈. */
  readonly variants?: (name: string) => readonly string[];
}

export interface KnownPeopleForms {
  readonly all: readonly PeopleForms[];
  readonly hints: readonly RegExp[];
  readonly patterns: Patterns;
  /** Keyed by their patterns. */
  readonly forms: ReadonlyMap<RegExp, PeopleForm>;
}

/** Those of all languages. */
export const peopleForms: () => KnownPeopleForms = ofLanguages((languages) => {
  const all = languages.flatMap(({ people }) => people ?? []);
  const forms = all.flatMap((each) => each.forms);
  return {
    all,
    hints: all.map(({ hint }) => hint),
    patterns: new Patterns(forms.map(({ said }) => said)),
    forms: new Map(forms.map((form) => [form.said, form])),
  };
});
