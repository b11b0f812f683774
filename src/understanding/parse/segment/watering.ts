import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { isPlaceName, namesRoomKind } from "../senses.ts";

const WATERING = roleSet("watering", "watered");

/** Reads watering as turning the sprinkler on, if there is one: "water the plants", "water the garden for ten minutes". */
export function withWatering(items: Item[], index: HomeIndex): Item[] {
  if (!anyHasRole(items, WATERING)) return items;
  return watered(items, index).map((item) => (saysOnlyThat(item) ? { ...item, lex: null } : item));
}

/** Whether an item has only watering roles; without a sprinkler it becomes unknown, so that it is not ignored. */
function saysOnlyThat({ lex }: Item): boolean {
  const roles = lex?.roles ?? [];
  return roles.length > 0 && roles.every((role) => role === "watering" || role === "watered");
}

function watered(items: Item[], index: HomeIndex): Item[] {
  const at = items.findIndex((item, place) => playsRole(item, "watering") && beginsAt(items, place));
  const verb = items[at];
  if (!verb || index.ofKind("sprinkler").size === 0) return items;
  let end = at + 1;
  while (items[end] && playsRole(items[end], "article")) end += 1;
  const thing = items[end];
  if (!thing || !(isPlaceName(thing) || namesRoomKind(thing) || playsRole(thing, "watered"))) return items;
  const on: Item = { ...verb, lex: { ...emptyLexicalMeaning(), acts: ["on"] }, home: null };
  const sprinkler: Item = { ...on, word: "sprinkler", lex: { ...emptyLexicalMeaning(), kinds: ["sprinkler"] } };
  const placed = isPlaceName(thing) && index.inRoom(thing.home?.rooms[0] ?? "").size > 0;
  const where = placed && thing.home?.rooms.some((id) => hasSprinkler(id, index)) ? [thing] : [];
  return [...items.slice(0, at), on, sprinkler, ...where, ...items.slice(end + 1)];
}

function hasSprinkler(room: string, index: HomeIndex): boolean {
  return [...index.ofKind("sprinkler")].some(({ device }) => device.room?.id === room);
}

/** Whether a command may begin here. */
function beginsAt(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before === undefined ||
    isMark(before) ||
    playsRole(before, "and") ||
    playsRole(before, "next_clause") ||
    playsRole(before, "filler")
  );
}
