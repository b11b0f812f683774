/**
 * What other rooms see of the people of the home: who they are, who is there, what was to be remembered. Times are
 * milliseconds since the epoch.
 */
import type { DeviceId, Origin, Role } from "../home/index.ts";
import type { Language } from "../language/index.ts";

export { ROLES, type Role } from "../home/index.ts";

/** One person of the home. */
export interface Person {
  /** Never changes: `emma`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: Role;
  /** What Jia speaks with this person; that of the home when it is null. */
  readonly language: Language | null;
  /** Id of the person's own room. */
  readonly room: string | null;
  /** Whether there is a PIN. The PIN itself is kept as a hash, and is nowhere told. */
  readonly hasPin: boolean;
  /** A guest's end; null for ever. From then on the person is none of the home's. */
  readonly until: number | null;
}

/** Whether somebody is at home; null: nothing tells. */
export interface Presence {
  readonly person: string;
  readonly home: boolean | null;
  /** Id of the room that the person was seen in last, while at home. */
  readonly room: string | null;
  /** Since when; null: not known. */
  readonly since: number | null;
}

/** Somebody came (true), went (false), or nothing tells any more (null). */
export interface PresenceChange {
  readonly person: string;
  readonly home: boolean | null;
  readonly at: number;
}

export type PeopleEvent =
  | { readonly type: "people-changed"; readonly at: number }
  /** Somebody came or went. `first`: nobody was there before · `last`: nobody is there any more. */
  | {
      readonly type: "arrived";
      readonly person: string;
      readonly first: boolean;
      readonly at: number;
    }
  | { readonly type: "left"; readonly person: string; readonly last: boolean; readonly at: number }
  /**
   * Somebody who counted as away is at home, and came while nobody looked: Jia was down, or had lost the broker. `first`: nobody
   * else is there.
   */
  | { readonly type: "found"; readonly person: string; readonly first: boolean; readonly at: number }
  /** Too many wrong PINs in a row: no other is taken before `until`. */
  | {
      readonly type: "wrong-pins";
      /** Whose PIN it should have been; null where it was nobody's in particular. */
      readonly person: string | null;
      /** How many in a row. */
      readonly tries: number;
      /** What they were for: the front door. */
      readonly devices: readonly DeviceId[];
      /** By which way they came. */
      readonly origin: Origin;
      readonly until: number;
      readonly at: number;
    };

/** The people of the home. */
export interface People {
  /** In the order in which they were added; guests whose time is over are left out. */
  list(): readonly Person[];
  get(id: string): Person | undefined;
  /** The person with this id, name or alias; case, width, spaces and signs do not count. */
  named(name: string): Person | undefined;
  /** Of everybody, in the order of `list`. */
  presence(): readonly Presence[];
  /** When somebody came and went within a span (`from` inclusive, `to` exclusive), oldest first: the newest `limit` (1,000). */
  changes(
    person: string,
    span: { readonly from: number; readonly to: number },
    limit?: number,
  ): Promise<readonly PresenceChange[]>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PeopleEvent) => void): () => void;
}
