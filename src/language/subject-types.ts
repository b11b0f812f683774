/** The devices that a sentence is about, as data for the messages of a pack. `subjects.ts` makes it. */

/** The devices that a sentence is about. */
export interface Subjects {
  /** Each by a name that nothing else has: with its room where that is needed. */
  readonly names: readonly string[];
  /** What they are when all are of one kind, in the reader's language; "" otherwise. */
  readonly kind: string;
  /** How a person would sum them up; null: by their names. */
  readonly together: Together | null;
}

export type Together =
  /** All of a kind in a room; in the whole home where `room` is null. */
  | { readonly form: "all"; readonly room: string | null }
  /** Several of one room, by names that are told apart there. */
  | { readonly form: "room"; readonly names: readonly string[]; readonly room: string }
  /** One name that there is in several rooms. */
  | { readonly form: "name"; readonly name: string; readonly rooms: readonly string[] }
  /** Too many to name. */
  | { readonly form: "many"; readonly rooms: readonly PlaceCount[] };

export interface PlaceCount {
  /** null: they are in no room. */
  readonly room: string | null;
  readonly count: number;
}

/** Which of a kind were looked at, where none of them is to be named. */
export type Scope =
  | { readonly form: "home" }
  | { readonly form: "rooms"; readonly rooms: readonly string[] }
  | { readonly form: "floor"; readonly name: string }
  /** So many that nothing but their number tells which: those that were named, or those elsewhere. */
  | { readonly form: "those"; readonly count: number };

/** One device, or a part of it, as it is told. */
export interface Member {
  /** Tells it from everything else, where two may be called the same; its name where this is left out. */
  readonly key?: string;
  /** With its room where several are called the same. */
  readonly name: string;
  /** Kind of the device from its spec. */
  readonly kind: string;
  /** A part of a device that is not counted among those of its kind. */
  readonly isPart?: true;
  /** Left out where nothing is known of it. */
  readonly place?: {
    /** The name without the room. */
    readonly name: string;
    /** The room's name in the reader's language. */
    readonly room: string | null;
  };
}

/** More names than this are counted instead of listed. */
export const MOST_NAMES = 5;

/** Of more than these it tells more where they are than what some of them are. */
const MOST_PARTLY = 10;

/** Whether some of many are named all the same: they are of several kinds, and not very many. */
export function areNamed(names: readonly string[], kind: string): boolean {
  const { length } = names;
  return kind === "" && length > MOST_NAMES && length <= MOST_PARTLY && new Set(names).size === length;
}
