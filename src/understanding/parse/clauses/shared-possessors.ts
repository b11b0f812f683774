import type { Item } from "../items.ts";
import { isMark, playsRole } from "../items.ts";

/**
 * Resolves a shared "room" behind several owners: "in Emma's and Leo's room". The first owner becomes a room; other sentences
 * are returned unchanged.
 */
export function withSharedPossessors(items: readonly Item[]): readonly Item[] {
  if (!items.some(isOwner)) return items;
  return items.map((item, at) => {
    const next = items[at + 1];
    const joined = next !== undefined && (playsRole(next, "and") || isMark(next));
    const room = items[at + (playsRole(items[at + 2], "and") ? 3 : 2)];
    // The last phrase must contain the word for the room: "Leo's room".
    const owned = room !== undefined && room.to - room.from > 1 && (room.home?.rooms.length ?? 0) > 0;
    if (!isOwner(item) || item.home === null || !joined || !owned) return item;
    return { ...item, home: { ...item.home, rooms: item.home.owned, owned: [] } };
  });
}

function isOwner({ home, lex }: Item): boolean {
  return lex === null && home !== null && home.owned.length > 0 && home.rooms.length + home.devices.length === 0;
}
