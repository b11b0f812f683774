/** People and their presence, as data for the messages of a pack. */
import type { Role } from "../home/index.ts";
import type { PastClock } from "./past-reports.ts";

/** A person in a reply. */
export interface PersonReport {
  readonly name: string;
  /** Whether it is the reader. */
  readonly you: boolean;
}

/** A person with the role. `until`: the end of a guest's stay in words; null: none. */
export interface ResidentReport extends PersonReport {
  readonly role: Role;
  readonly until: string | null;
}

/** One person's presence. */
export interface PresenceReport {
  readonly who: PersonReport;
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
export interface PresenceSummary {
  readonly home: readonly PersonReport[];
  readonly out: readonly PersonReport[];
  readonly unknown: readonly PersonReport[];
  readonly yes: boolean | null;
}

/** A stay at home within a span. `from` and `until` are null at the ends of the span. */
export interface StayReport {
  readonly who: PersonReport;
  readonly from: PastClock | null;
  readonly until: PastClock | null;
  /** The person was there several times, or neither at the beginning nor at the end. */
  readonly partly: boolean;
}
