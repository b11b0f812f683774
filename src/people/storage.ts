/** Stores the people of the home; the store implements it. */
import type { PersonDefinition } from "./definition.ts";
import type { PinAttempts } from "./pin/attempts.ts";
import type { PresenceChange } from "./port.ts";
import type { PresenceState } from "./presence/decide.ts";

/** A stored person. Times are milliseconds since the epoch. */
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

/** Stores presence: the state of each person, and arrivals and departures. */
export interface PresenceStorage {
  /** The stored states, keyed by person. */
  states(): Promise<ReadonlyMap<string, PresenceState>>;
  /** Saves the state of a person, with the change that led to it. */
  saveState(person: string, state: PresenceState, change: PresenceChange | null, at: number): Promise<void>;
  /** Changes within a span, oldest first: the newest `limit`. */
  changes(person: string, from: number, to: number, limit: number): Promise<readonly PresenceChange[]>;
  /** The last change before a moment; null when there is none. */
  changeBefore(person: string, at: number): Promise<PresenceChange | null>;
  /** Deletes changes before a moment. */
  prune(before: number): Promise<void>;
  /** Deletes the changes of a person. @returns their number */
  forget(person: string): Promise<number>;
}

/** Stores wrong PINs in a row, keyed by person or by way in. */
export interface PinStorage {
  tries(key: string): Promise<PinAttempts | null>;
  /** Replaces the tries under each key. */
  saveTries(all: readonly (readonly [key: string, tries: PinAttempts])[]): Promise<void>;
}

/** A token that acts as a person, without its hash. */
export interface SavedToken {
  readonly id: string;
  readonly person: string;
  /** Its purpose. */
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
