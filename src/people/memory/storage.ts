import type { MemoryChange, MemoryEntry } from "./port.ts";

/** What is written together: all of it, or nothing. */
export interface MemoryWrite {
  /** Inserted or replaced. */
  readonly saved: readonly MemoryEntry[];
  /** Ids of entries that are deleted. */
  readonly forgotten: readonly string[];
  /** What is noted of it. */
  readonly changes: readonly MemoryChange[];
}

/** Where the memory is kept: the store has one. */
export interface MemoryStorage {
  /** The oldest first. */
  all(): Promise<readonly MemoryEntry[]>;
  /** Resolves once it is on the disk. */
  write(write: MemoryWrite): Promise<void>;
  /** Changes of entries of these people, null for the home's own, the newest first. */
  changes(people: readonly (string | null)[], limit: number): Promise<readonly MemoryChange[]>;
  /** Deletes all that is kept of a person, and what is noted of its changes. Gives the number of entries. */
  erase(person: string): Promise<number>;
}
