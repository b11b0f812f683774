/** Sums up several devices for a sentence: by their names, by room and kind, or by how many are in which room. */
import type { Language } from "./language.ts";
import { kindName } from "./names.ts";
import {
  MAX_LISTED_NAMES,
  type RoomCount,
  type SubjectDevice,
  type SubjectSummary,
  type Subjects,
} from "./subject-types.ts";

/** Counts the devices of a kind in a room, by its name in the reader's language; in the whole home when `room` is null. */
export type KindCounter = (kind: string, room: string | null) => number;

/** Sums up devices. @param countOf left out when the other devices of the home are not known */
export function subjectsOf(members: readonly SubjectDevice[], language: Language, countOf?: KindCounter): Subjects {
  const distinct = [...new Map(members.map((member) => [subjectKey(member), member])).values()];
  const [kind, ...others] = new Set(distinct.map((each) => each.kind));
  const shared = kind !== undefined && others.length === 0 ? kind : null;
  return {
    names: distinct.map(({ name }) => name),
    kind: shared === null ? "" : kindName(shared, language),
    together: distinct.length < 2 ? null : summaryOf(distinct, shared, countOf),
  };
}

/** The key of a member: unique within a reply. */
export function subjectKey({ key, name }: SubjectDevice): string {
  return key ?? name;
}

function summaryOf(
  members: readonly SubjectDevice[],
  kind: string | null,
  countOf: KindCounter | undefined,
): SubjectSummary | null {
  const rooms = [...new Set(members.map(({ place }) => place?.room ?? null))];
  const [room = null, ...elsewhere] = rooms;
  const inOneRoom = room !== null && elsewhere.length === 0;
  const placed = members.every(({ place }) => place !== undefined);
  if (kind !== null && countOf && placed && !members.some(({ isPart }) => isPart)) {
    if (inOneRoom && members.length === countOf(kind, room)) return { form: "all", room };
    if (members.length > 2 && members.length === countOf(kind, null)) return { form: "all", room: null };
  }
  // Equal names do not tell devices apart.
  if (members.length > MAX_LISTED_NAMES || new Set(members.map(({ name }) => name)).size < members.length)
    return { form: "many", rooms: placed ? roomCounts(members) : [] };
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

function isNamedWithRoom({ name, place }: SubjectDevice): boolean {
  return place !== undefined && place.name !== name;
}

/** Counts members by room, the fullest room first; members without a room come last. */
function roomCounts(members: readonly SubjectDevice[]): RoomCount[] {
  const counts = new Map<string | null, number>();
  for (const { place } of members) counts.set(place?.room ?? null, (counts.get(place?.room ?? null) ?? 0) + 1);
  return [...counts]
    .map(([room, count]) => ({ room, count }))
    .sort((a, b) => Number(a.room === null) - Number(b.room === null) || b.count - a.count);
}
