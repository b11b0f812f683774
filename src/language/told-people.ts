/** People and their presence, as data for the messages of a pack. */
import type { Role } from "../home/index.ts";
import type { PastClock } from "./past-reports.ts";

/** A person in a reply. */
export interface ToldPerson {
  readonly name: string;
  /** Whether it is the reader. */
  readonly you: boolean;
}

/** A person with the role. `until`: the end of a guest's stay in words; null: none. */
export interface ToldResident extends ToldPerson {
  readonly role: Role;
  readonly until: string | null;
}

/** One person's presence. */
export interface ToldPresence {
  readonly who: ToldPerson;
  /** null: not known. */
  readonly home: boolean | null;
  /** The name of a room. */
  readonly room: string | null;
  readonly since: PastClock | null;
  /** The answer to a yes-or-no question; null when it was another question. */
  readonly yes: boolean | null;
  /** Whether the question was about coming or leaving. */
  readonly came: boolean;
}

/** The presence of several people. */
export interface ToldPresences {
  readonly home: readonly ToldPerson[];
  readonly out: readonly ToldPerson[];
  readonly unknown: readonly ToldPerson[];
  readonly yes: boolean | null;
}

/** A stay at home within a span. `from` and `until` are null at the ends of the span. */
export interface ToldStay {
  readonly who: ToldPerson;
  readonly from: PastClock | null;
  readonly until: PastClock | null;
  /** The person was there several times, or neither at the beginning nor at the end. */
  readonly partly: boolean;
}
