/** Where the people of the home survive a restart. The store's repository is one. */
import type { PersonDefinition } from "./definition.ts";
import type { Tries } from "./pin/tries.ts";
import type { PresenceChange } from "./port.ts";
import type { PresenceState } from "./presence/decide.ts";

/** A person as kept. Times are milliseconds since the epoch. */
export interface SavedPerson {
  readonly definition: PersonDefinition;
  /** The PIN's hash with its salt and costs; null without a PIN. */
  readonly pin: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface PeopleStorage {
  /** In the order in which they were added. */
  all(): Promise<readonly SavedPerson[]>;
  /** Inserts or replaces people and deletes others: all of it or nothing. */
  apply(changes: { readonly saved: readonly SavedPerson[]; readonly without: readonly string[] }): Promise<void>;
}

/** Who is at home by which signs, and when somebody came and went. */
export interface PresenceStorage {
  /** What was kept of each person, keyed by person. */
  states(): Promise<ReadonlyMap<string, PresenceState>>;
  /** Keeps the state of a person, and that it has become so. */
  saveState(person: string, state: PresenceState, change: PresenceChange | null, at: number): Promise<void>;
  /** Presence within a span, oldest first: the newest `limit`. */
  changes(person: string, from: number, to: number, limit: number): Promise<readonly PresenceChange[]>;
  /** How it was just before a moment; null where nothing was noted before it. */
  changeBefore(person: string, at: number): Promise<PresenceChange | null>;
  /** Forgets what was before. */
  prune(before: number): Promise<void>;
  /** Forgets when a person came and went. @returns how many changes */
  forget(person: string): Promise<number>;
}

/** Wrong PINs in a row, keyed by whose it should have been or by the way they came. */
export interface PinStorage {
  tries(key: string): Promise<Tries | null>;
  /** Each takes the place of what was under its key. */
  saveTries(all: readonly (readonly [key: string, tries: Tries])[]): Promise<void>;
}

/** A token that acts as a person, without its hash. */
export interface SavedToken {
  readonly id: string;
  readonly person: string;
  /** What it is for. */
  readonly name: string;
  readonly createdAt: number;
}

export interface TokenStorage {
  /** Oldest first. */
  ofPerson(person: string): Promise<readonly SavedToken[]>;
  saveToken(token: SavedToken, hash: string): Promise<void>;
  /** false when the person has none with this id. */
  removeToken(person: string, id: string): Promise<boolean>;
  personOfToken(hash: string): Promise<string | null>;
}
