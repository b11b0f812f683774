/**
 * What other rooms see of the people of the home: who they are, who is there, what was to be remembered. Times are
 * milliseconds since the epoch.
 */
import type { Language } from "../language/index.ts";

/** What somebody may do: `adult` all that the policy allows · `child`, `guest`: less, as the policy says. */
export const ROLES = ["adult", "child", "guest"] as const;
export type Role = (typeof ROLES)[number];

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
  /** A guest's end; null for ever. */
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

export type PeopleEvent =
  | { readonly type: "people-changed"; readonly at: number }
  /** Somebody came or went. `first`: nobody was there before · `last`: nobody is there any more. */
  | {
      readonly type: "arrived";
      readonly person: string;
      readonly first: boolean;
      readonly at: number;
    }
  | { readonly type: "left"; readonly person: string; readonly last: boolean; readonly at: number };

/** The people of the home. */
export interface People {
  list(): readonly Person[];
  get(id: string): Person | undefined;
  /** The person with this id, name or alias. */
  named(name: string): Person | undefined;
  /** Of everybody, in the order of `list`. */
  presence(): readonly Presence[];
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PeopleEvent) => void): () => void;
}
