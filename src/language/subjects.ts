/** How several devices are told together: by their names, by a room and a kind, or by how many there are where. */
import type { Language } from "./language.ts";
import { kindName } from "./names.ts";

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

/** How many devices of a kind there are in a room, by its name in the reader's language; in the home where `room` is null. */
export type CountOf = (kind: string, room: string | null) => number;

/** More names than this are counted instead of listed. */
export const MOST_NAMES = 5;

/** Of more than these it tells more where they are than what some of them are. */
const MOST_PARTLY = 10;

/** Whether some of many are named all the same: they are of several kinds, and not very many. */
export function areNamed(names: readonly string[], kind: string): boolean {
  const { length } = names;
  return kind === "" && length > MOST_NAMES && length <= MOST_PARTLY && new Set(names).size === length;
}

/** Sums up devices. `countOf` is left out where nobody knows which others there are. */
export function subjectsOf(members: readonly Member[], language: Language, countOf?: CountOf): Subjects {
  const distinct = [...new Map(members.map((member) => [keyOfMember(member), member])).values()];
  const [kind, ...others] = new Set(distinct.map((each) => each.kind));
  const shared = kind !== undefined && others.length === 0 ? kind : null;
  return {
    names: distinct.map(({ name }) => name),
    kind: shared === null ? "" : kindName(shared, language),
    together: distinct.length < 2 ? null : togetherOf(distinct, shared, countOf),
  };
}

/** What tells a member from all others. */
export function keyOfMember({ key, name }: Member): string {
  return key ?? name;
}

function togetherOf(members: readonly Member[], kind: string | null, countOf: CountOf | undefined): Together | null {
  const rooms = [...new Set(members.map(({ place }) => place?.room ?? null))];
  const [room = null, ...elsewhere] = rooms;
  const inOneRoom = room !== null && elsewhere.length === 0;
  const placed = members.every(({ place }) => place !== undefined);
  if (kind !== null && countOf && placed && !members.some(({ isPart }) => isPart)) {
    if (inOneRoom && members.length === countOf(kind, room)) return { form: "all", room };
    if (members.length > 2 && members.length === countOf(kind, null)) return { form: "all", room: null };
  }
  // Names that are the same tell nothing apart.
  if (members.length > MOST_NAMES || new Set(members.map(({ name }) => name)).size < members.length)
    return { form: "many", rooms: placed ? placeCounts(members) : [] };
  if (!placed) return null;
  const names = [...new Set(members.flatMap(({ place }) => place?.name ?? []))];
  if (inOneRoom && names.length === members.length && members.some(isNamedWithRoom)) {
    return { form: "room", names, room };
  }
  const known = rooms.filter((each) => each !== null);
  const [name] = names;
  if (name !== undefined && names.length === 1 && known.length === members.length) {
    return { form: "name", name, rooms: known };
  }
  return null;
}

function isNamedWithRoom({ name, place }: Member): boolean {
  return place !== undefined && place.name !== name;
}

/** How many there are where, the fullest room first; what is in no room comes last. */
function placeCounts(members: readonly Member[]): PlaceCount[] {
  const counts = new Map<string | null, number>();
  for (const { place } of members) counts.set(place?.room ?? null, (counts.get(place?.room ?? null) ?? 0) + 1);
  return [...counts]
    .map(([room, count]) => ({ room, count }))
    .sort((a, b) => Number(a.room === null) - Number(b.room === null) || b.count - a.count);
}
