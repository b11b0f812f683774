/**
 * What other rooms see of the memory: what people ask their home to remember. It is data: quoted where a model reads it, and
 * never carried out as an instruction. Times are milliseconds since the epoch.
 */
import type { Origin, Value } from "../../home/index.ts";

export const MEMORY_KINDS = ["name", "time", "preference", "fact"] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** What a name is for. */
export const NAMED_THINGS = ["room", "floor", "device", "scene"] as const;
export interface NamedThing {
  readonly type: (typeof NAMED_THINGS)[number];
  readonly id: string;
}

/** What a preference is about; a kind of devices may be that of one room: the lights of the living room. */
export const PREFERRED_THINGS = ["room", "device", "kind"] as const;
export type PreferredThing =
  | { readonly type: "room" | "device"; readonly id: string }
  | { readonly type: "kind"; readonly id: string; readonly room?: string };

/** The parts of a day that a preference may be for. */
export const DAY_PARTS = ["morning", "noon", "afternoon", "evening", "night"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What is remembered, by its kind. */
export type Remembered =
  /** Another name for something of the home: the study is the den. */
  | { readonly kind: "name"; readonly name: string; readonly of: NamedThing }
  /** A time of day with a name. `clock`: "23:00"; `weekdays`: 1 is Monday, none: every day. */
  | { readonly kind: "time"; readonly name: string; readonly clock: string; readonly weekdays: readonly number[] }
  /** How a property of something shall be. `of`: null for whatever has it; `property`: type of MIoT-Spec-V2; `part`: null for all day. */
  | {
      readonly kind: "preference";
      readonly of: PreferredThing | null;
      readonly property: string;
      readonly value: Value;
      readonly part: DayPart | null;
    }
  /** Anything else, in the words of `text`. */
  | { readonly kind: "fact" };

export type RememberedOf<Kind extends MemoryKind> = Extract<Remembered, { readonly kind: Kind }>;

/** Something that is remembered. */
export type MemoryEntry = Remembered & {
  readonly id: string;
  /** Id of the person whom it is of, and who alone knows it; null: of the whole home. */
  readonly person: string | null;
  /** As it was said. */
  readonly text: string;
  readonly at: number;
  /** Id of the person who said it; null when nobody knows. */
  readonly by: string | null;
  /** When it ends; null: never. */
  readonly until: number | null;
};

export type EntryOf<Kind extends MemoryKind> = Extract<MemoryEntry, { readonly kind: Kind }>;

/** What shall be remembered. */
export type NewEntry = Remembered & {
  readonly text: string;
  /** It is of whoever asks, where that is known; else, and where it is left out, of the home. */
  readonly personal?: boolean;
  readonly until?: number | null;
};

/** Who asks, as far as the memory tells them apart. */
export type Speaker =
  /** Somebody of the home. `ownOnly`: changes nothing that is of the whole home. */
  | { readonly kind: "person"; readonly person: string; readonly ownOnly: boolean }
  /** Somebody at home; who it is nobody can tell. */
  | { readonly kind: "home" }
  /** Knows nothing and changes nothing. */
  | { readonly kind: "stranger" };

/** One change of the memory, without what was remembered. */
export interface MemoryChange {
  readonly at: number;
  readonly change: "add" | "change" | "forget" | "expire" | "refuse";
  readonly kind: MemoryKind;
  /** Id of the entry; null where none was made. */
  readonly entry: string | null;
  /** Whose entry it is. */
  readonly person: string | null;
  readonly origin: Origin;
}

/** What came of adding: what is remembered now, and what that took the place of. */
export interface Added {
  readonly entry: MemoryEntry;
  readonly replaced: readonly MemoryEntry[];
  /** It was known already. */
  readonly known: boolean;
}

/** What is remembered. Everybody sees what is of the home, and what is their own; a stranger sees nothing. */
export interface Memory {
  speakerOf(origin: Origin): Speaker;
  /** What may be told to whoever asks, the oldest first. */
  list(origin: Origin): readonly MemoryEntry[];
  /** What is of the whole home. */
  ofHome(): readonly MemoryEntry[];
  /**
   * Remembers it, in the place of what says the same of something else.
   * @throws JiaError `denied` for who may not, `memory-secret` for what nobody should write down, `memory-full`, `invalid-request`
   */
  add(entry: NewEntry, origin: Origin): Promise<Added>;
  /** The same in the place of one that is known. @throws JiaError the same, `not-found` */
  change(id: string, entry: NewEntry, origin: Origin): Promise<MemoryEntry>;
  /** Forgets what of these whoever asks may forget, and gives what was forgotten. @throws JiaError `denied` */
  forget(ids: readonly string[], origin: Origin): Promise<readonly MemoryEntry[]>;
  /** What of the last changes is of whoever asks, the newest first. */
  changes(origin: Origin, limit?: number): Promise<readonly MemoryChange[]>;
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}
