/** People as they are told of, as data for the messages of a pack. */
import type { Role } from "../home/index.ts";
import type { PastClock } from "./past-reports.ts";

/** Somebody who is told of. */
export interface ToldPerson {
  readonly name: string;
  /** It is whoever is told. */
  readonly you: boolean;
}

/** Somebody with what they are in the home. `until`: the end of a guest's stay in words; null: there is none. */
export interface ToldResident extends ToldPerson {
  readonly role: Role;
  readonly until: string | null;
}

/** Where one person is. */
export interface ToldPresence {
  readonly who: ToldPerson;
  /** null: nothing tells. */
  readonly home: boolean | null;
  /** The name of a room. */
  readonly room: string | null;
  readonly since: PastClock | null;
  /** What a question for a yes or a no comes to; null where it was another. */
  readonly yes: boolean | null;
  /** Whether somebody came or left was asked. */
  readonly came: boolean;
}

/** Where several people are. */
export interface ToldPresences {
  readonly home: readonly ToldPerson[];
  readonly out: readonly ToldPerson[];
  readonly unknown: readonly ToldPerson[];
  readonly yes: boolean | null;
}

/** Somebody who was at home within a span: from when, or until when, where it was not all of it. */
export interface ToldStay {
  readonly who: ToldPerson;
  readonly from: PastClock | null;
  readonly until: PastClock | null;
  /** It was more than once, or neither from the beginning nor until the end. */
  readonly partly: boolean;
}
