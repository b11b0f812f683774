import type { MemoryChange, MemoryEntry } from "./port.ts";

/** One transaction of the memory. */
export interface MemoryWrite {
  /** Inserted or replaced. */
  readonly saved: readonly MemoryEntry[];
  /** Ids of entries that are deleted. */
  readonly forgotten: readonly string[];
  /** The changes to note. */
  readonly changes: readonly MemoryChange[];
}

/** Stores the memory; the store implements it. */
export interface MemoryStorage {
  /** The oldest first. */
  all(): Promise<readonly MemoryEntry[]>;
  /** Resolves once it is on the disk. */
  write(write: MemoryWrite): Promise<void>;
  /** Changes of entries of these people, null for the home's own, the newest first. */
  changes(people: readonly (string | null)[], limit: number): Promise<readonly MemoryChange[]>;
  /** Deletes all entries of a person, and the notes of their changes. @returns the number of entries */
  erase(person: string): Promise<number>;
}
