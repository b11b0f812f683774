import { exactMatch } from "../lexicon/lexicon.ts";
import type { HomeIndex, OtherName } from "../names/home-index.ts";
import { withCanonicalCharacters } from "../text/pattern-text.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { peopleForms } from "./compiled-forms.ts";
import type { RoomNames } from "./forms.ts";

/** A person as the owner of a room. `room`: id of their own room. */
export interface RoomOwner {
  readonly names: readonly string[];
  readonly room: string | null;
}

const BEDROOM = "bedroom";

/** Names of rooms by their owners: "Emma's room", 小明屋里; by the speaker: "my room", 我房间. */
export function roomsByOwner(
  owners: readonly RoomOwner[],
  speaker: RoomOwner | null,
  index: Pick<HomeIndex, "room" | "roomsOfKind">,
): readonly OtherName[] {
  const named = owners.flatMap(({ names, room }) =>
    names.flatMap((name) => peopleForms().all.flatMap(({ rooms }) => calls(room, rooms.of(name), index))),
  );
  const own = peopleForms().all.flatMap(({ rooms }) => calls(speaker?.room ?? null, rooms.mine, index));
  return [...named, ...own];
}

/** The names of one room. Names of a bedroom are used if it is one, or the home has none. */
function calls(
  room: string | null,
  { room: plain, bedroom }: RoomNames,
  index: Pick<HomeIndex, "room" | "roomsOfKind">,
): readonly OtherName[] {
  if (room === null || !index.room(room)) return [];
  const bedrooms = index.roomsOfKind(BEDROOM);
  const sleeps = bedrooms.length === 0 || bedrooms.includes(room);
  return [...plain, ...(sleeps ? bedroom : [])].map((name) => ({ name, of: { type: "room", id: room } }));
}

/** A room named by its owner, of whom no room is known. */
export interface OwnerlessRoom {
  /** null: the speaker. */
  readonly owner: string | null;
  /** As it was said. */
  readonly said: string;
  /** The text with another name for the room. */
  readonly instead: (name: string) => string;
}

/** The room of the speaker, or of one of these people, in a text; null where it is known, or none is named so. */
export function ownerlessRoomIn(text: string, people: readonly RoomOwner[], index: HomeIndex): OwnerlessRoom | null {
  const lower = withCanonicalCharacters(text.toLowerCase()).replace(/[’‘]/gu, "'");
  if (lower.length !== text.length || !peopleForms().all.some(({ rooms }) => rooms.hint.test(lower))) return null;
  for (const { rooms } of peopleForms().all) {
    const owners = [
      { owner: null, called: rooms.mine.room },
      ...people.flatMap(({ names }) => names.map((name) => ({ owner: name, called: rooms.of(name).room }))),
    ];
    for (const { owner, called } of owners) {
      for (const each of called.toSorted((a, b) => b.length - a.length)) {
        const at = placeOf(each.toLowerCase(), lower);
        if (at === null) continue;
        if ((exactMatch(index.trie, tokenise(normalise(each)))?.rooms.length ?? 0) > 0) break;
        const end = at + each.length;
        const instead = (name: string): string => `${text.slice(0, at)}${name}${text.slice(end)}`;
        return { owner, said: text.slice(at, end), instead };
      }
    }
  }
  return null;
}

/** Where words stand in a text as whole words; null: nowhere. */
function placeOf(words: string, text: string): number | null {
  const found = new RegExp(`(?<![a-z\\d'])${RegExp.escape(words)}(?![a-z\\d'])`, "u").exec(text);
  return found?.index ?? null;
}
