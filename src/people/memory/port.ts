/**
 * The port of the memory: entries that people ask their home to remember. Entries are data: prompts quote them, and they are
 * never executed as instructions. Times are milliseconds since the epoch.
 */
import type { Origin, Value } from "../../home/index.ts";

export const MEMORY_KINDS = ["name", "time", "preference", "fact"] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** The things that can get another name. */
export const NAMED_THINGS = ["room", "floor", "device", "scene"] as const;
export interface NamedThing {
  readonly type: (typeof NAMED_THINGS)[number];
  readonly id: string;
}

/** The things that a preference can be for. A kind can be limited to a room: the lights of the living room. */
export const PREFERRED_THINGS = ["room", "device", "kind"] as const;
export type PreferredThing =
  | { readonly type: "room" | "device"; readonly id: string }
  | { readonly type: "kind"; readonly id: string; readonly room?: string };

/** The parts of a day that a preference can be for. */
export const PREFERENCE_DAY_PARTS = ["morning", "noon", "afternoon", "evening", "night"] as const;
export type PreferenceDayPart = (typeof PREFERENCE_DAY_PARTS)[number];

/** The content of an entry, by kind. */
export type MemoryContent =
  /** Another name for a thing: the study is the den. */
  | { readonly kind: "name"; readonly name: string; readonly of: NamedThing }
  /** A named time of day. `clock`: "23:00"; `weekdays`: 1 is Monday; empty: every day. */
  | { readonly kind: "time"; readonly name: string; readonly clock: string; readonly weekdays: readonly number[] }
  /** A preferred value of a property. `of`: null for everything that has it; `property`: type of MIoT-Spec-V2; `part`: null for all day. */
  | {
      readonly kind: "preference";
      readonly of: PreferredThing | null;
      readonly property: string;
      readonly value: Value;
      readonly part: PreferenceDayPart | null;
    }
  /** Anything else, as `text` says it. */
  | { readonly kind: "fact" };

export type MemoryContentOf<Kind extends MemoryKind> = Extract<MemoryContent, { readonly kind: Kind }>;

/** An entry of the memory. */
export type MemoryEntry = MemoryContent & {
  readonly id: string;
  /** Id of the owner, who alone may know it; null: the whole home. */
  readonly person: string | null;
  /** The person's own words. */
  readonly text: string;
  readonly at: number;
  /** Id of the person who said it; null when it is not known. */
  readonly by: string | null;
  /** When it ends; null: never. */
  readonly until: number | null;
};

export type EntryOf<Kind extends MemoryKind> = Extract<MemoryEntry, { readonly kind: Kind }>;

/** An entry to be added. */
export type NewEntry = MemoryContent & {
  readonly text: string;
  /** Whether it belongs to the speaker, if that is a known person; otherwise, and when left out, it belongs to the home. */
  readonly personal?: boolean;
  readonly until?: number | null;
};

/** The speaker, as the memory distinguishes them. */
export type MemorySpeaker =
  /** A person of the home. `ownOnly`: may not change entries of the whole home. */
  | { readonly kind: "person"; readonly person: string; readonly ownOnly: boolean }
  /** Somebody at home whose identity is not known. */
  | { readonly kind: "home" }
  /** May know and change nothing. */
  | { readonly kind: "stranger" };

/** A change of the memory, without the content. */
export interface MemoryChange {
  readonly at: number;
  readonly change: "add" | "change" | "forget" | "expire" | "refuse";
  readonly kind: MemoryKind;
  /** Id of the entry; null when none was made. */
  readonly entry: string | null;
  /** Id of the owner. */
  readonly person: string | null;
  readonly origin: Origin;
}

/** The result of adding: the entry, and the entries that it replaced. */
export interface AddResult {
  readonly entry: MemoryEntry;
  readonly replaced: readonly MemoryEntry[];
  /** It was known already. */
  readonly known: boolean;
}

/** The memory. Everybody sees the home's entries and their own; a stranger sees none. */
export interface Memory {
  speakerOf(origin: Origin): MemorySpeaker;
  /** The entries that the origin's speaker may know, oldest first. */
  list(origin: Origin): readonly MemoryEntry[];
  /** The entries of the whole home. */
  ofHome(): readonly MemoryEntry[];
  /**
   * Adds an entry; it replaces entries about the same topic.
   * @throws JiaError `memory-denied` for a speaker who may not, `memory-secret`, `memory-full`, `memory-too-long`, `invalid-request`
   */
  add(entry: NewEntry, origin: Origin): Promise<AddResult>;
  /** Replaces an entry. @throws JiaError as `add`, and `not-found` */
  change(id: string, entry: NewEntry, origin: Origin): Promise<MemoryEntry>;
  /** Deletes those of these entries that the speaker may delete, and returns them. @throws JiaError `memory-denied` */
  forget(ids: readonly string[], origin: Origin): Promise<readonly MemoryEntry[]>;
  /** The newest changes that the speaker may know, newest first. */
  changes(origin: Origin, limit?: number): Promise<readonly MemoryChange[]>;
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}
