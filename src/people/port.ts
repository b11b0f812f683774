/**
 * The port of the home's people: who they are and who is at home. Times are milliseconds since the epoch.
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
  /** The language for this person; null: that of the home. */
  readonly language: Language | null;
  /** Id of the person's own room. */
  readonly room: string | null;
  /** Whether the person has a PIN. The PIN itself is stored as a hash and never shown. */
  readonly hasPin: boolean;
  /** The end of a guest's stay; null: none. After it the person no longer belongs to the home. */
  readonly until: number | null;
}

/** A person's presence. `home` is null when it is not known. */
export interface Presence {
  readonly person: string;
  readonly home: boolean | null;
  /** Id of the room of the last sighting, while at home. */
  readonly room: string | null;
  /** Since when; null: not known. */
  readonly since: number | null;
}

/** A change of presence: a person came (true), left (false), or is not known any more (null). */
export interface PresenceChange {
  readonly person: string;
  readonly home: boolean | null;
  readonly at: number;
}

export type PeopleEvent =
  | { readonly type: "people-changed"; readonly at: number }
  /** A person came or left. `first`: nobody was there before · `last`: nobody is there any more. */
  | {
      readonly type: "arrived";
      readonly person: string;
      readonly first: boolean;
      readonly at: number;
    }
  | { readonly type: "left"; readonly person: string; readonly last: boolean; readonly at: number }
  /**
   * A person who counted as away is at home, and came unobserved: Jia was down, or had lost the broker. `first`: nobody else is
   * there.
   */
  | { readonly type: "found"; readonly person: string; readonly first: boolean; readonly at: number }
  /** Too many wrong PINs in a row: none is checked before `until`. */
  | {
      readonly type: "wrong-pins";
      /** Id of the person whose PIN was required; null when any adult's counted. */
      readonly person: string | null;
      /** Wrong PINs in a row. */
      readonly tries: number;
      /** Ids of the devices that they were for. */
      readonly devices: readonly DeviceId[];
      /** Where they came from. */
      readonly origin: Origin;
      readonly until: number;
      readonly at: number;
    };

/** The people of the home. */
export interface People {
  /** In the order in which they were added, without former guests. */
  list(): readonly Person[];
  get(id: string): Person | undefined;
  /** The person with this id, name or alias; case, width, spaces and signs do not count. */
  named(name: string): Person | undefined;
  /** Everybody's presence, in the order of `list`. */
  presence(): readonly Presence[];
  /** A person's changes within a span (`from` inclusive, `to` exclusive), oldest first: the newest `limit` (1,000). */
  changes(
    person: string,
    span: { readonly from: number; readonly to: number },
    limit?: number,
  ): Promise<readonly PresenceChange[]>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PeopleEvent) => void): () => void;
}
