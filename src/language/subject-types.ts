/** The devices that a sentence is about, as data for the messages of a pack. `subjects.ts` makes it. */

/** The devices that a sentence is about. */
export interface Subjects {
  /** Unique names, with the room where it is needed. */
  readonly names: readonly string[];
  /** Their kind in the reader's language when all have the same; "" otherwise. */
  readonly kind: string;
  /** A summary as a person would give it; null: their names. */
  readonly together: SubjectSummary | null;
}

export type SubjectSummary =
  /** All of a kind in a room; in the whole home when `room` is null. */
  | { readonly form: "all"; readonly room: string | null }
  /** Several of one room, by names that are unique there. */
  | { readonly form: "room"; readonly names: readonly string[]; readonly room: string }
  /** One name in several rooms. */
  | { readonly form: "name"; readonly name: string; readonly rooms: readonly string[] }
  /** Too many to name. */
  | { readonly form: "many"; readonly rooms: readonly RoomCount[] };

export interface RoomCount {
  /** null: they are in no room. */
  readonly room: string | null;
  readonly count: number;
}

/** The range that was searched, for an answer that names none of the devices. */
export type SearchScope =
  | { readonly form: "home" }
  | { readonly form: "rooms"; readonly rooms: readonly string[] }
  | { readonly form: "floor"; readonly name: string }
  /** Devices that are only counted: those that were named, or those elsewhere. */
  | { readonly form: "those"; readonly count: number };

/** One device, or a part of it, in a reply. */
export interface SubjectDevice {
  /** A unique key when two may have the same name; the name when left out. */
  readonly key?: string;
  /** With its room when several have the same name. */
  readonly name: string;
  /** Kind of the device from its spec. */
  readonly kind: string;
  /** A part of a device; not counted among the devices of its kind. */
  readonly isPart?: true;
  /** Left out when it is not known. */
  readonly place?: {
    /** The name without the room. */
    readonly name: string;
    /** The room's name in the reader's language. */
    readonly room: string | null;
  };
}

/** More names than this are counted instead of listed. */
export const MAX_LISTED_NAMES = 5;

/** Of more devices than this the rooms say more than some of the names. */
const MOST_PARTLY = 10;

/** Whether some of the names are listed although there are many: devices of several kinds, and not very many. */
export function listsSomeNames(names: readonly string[], kind: string): boolean {
  const { length } = names;
  return kind === "" && length > MAX_LISTED_NAMES && length <= MOST_PARTLY && new Set(names).size === length;
}
