import type { Item } from "../items.ts";
import { isMark, playsRole } from "../items.ts";

/**
 * "In Emma's and Leo's room": whose room it is was said of both. The owner as a room; `items` as they are where nothing is
 * said so.
 */
export function withSharedPossessors(items: readonly Item[]): readonly Item[] {
  if (!items.some(isOwner)) return items;
  return items.map((item, at) => {
    const next = items[at + 1];
    const joined = next !== undefined && (playsRole(next, "and") || isMark(next));
    const room = items[at + (playsRole(items[at + 2], "and") ? 3 : 2)];
    // "Leo's room" is more than its owner's name.
    const owned = room !== undefined && room.to - room.from > 1 && (room.home?.rooms.length ?? 0) > 0;
    if (!isOwner(item) || item.home === null || !joined || !owned) return item;
    return { ...item, home: { ...item.home, rooms: item.home.owned, owned: [] } };
  });
}

function isOwner({ home, lex }: Item): boolean {
  return lex === null && home !== null && home.owned.length > 0 && home.rooms.length + home.devices.length === 0;
}
