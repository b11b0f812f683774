import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHomeMeaning } from "../../names/phrases.ts";
import { type Item, isMark, isUnknown, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { namesTarget } from "../senses.ts";

/** Whether a noun phrase can begin here: after an article, or at the beginning of the clause. */
function beginsAt(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return before === undefined || playsRole(before, "article") || playsRole(before, "and") || isMark(before);
}

/** "one" */
const ONE = roleSet("thing");
/** "the TV, the big one": an apposition that only says which of the named things is meant. */
function isApposed(items: readonly Item[], at: number): boolean {
  const before = items.slice(0, at).findLast((item) => !playsRole(item, "article"));
  const behind = items[at + 2];
  if (!before || !isMark(before) || (behind && !isMark(behind) && !playsRole(behind, "and"))) return false;
  const noun = items[items.indexOf(before) - 1];
  return noun !== undefined && namesTarget(noun);
}

/** Resolves "the tall one", "the short one" to devices with that word in their names, even if it has another meaning. */
export function withOnesByNameWord(items: Item[], index: HomeIndex): Item[] {
  if (!anyHasRole(items, ONE)) return items;
  return items.map((item, at) => {
    const next = items[at + 1];
    const one = next !== undefined && playsRole(next, "thing") && (next.lex?.number ?? null) !== null;
    if (!one || item.home || item.measure || !beginsAt(items, at)) return item;
    const { kinds = [], rooms = [], acts = [], roles = [] } = item.lex ?? {};
    if (kinds.length + rooms.length + acts.length + roles.length > 0 || isApposed(items, at)) return item;
    const devices = isUnknown(item) ? index.callNames.find([item.stem]) : index.callNames.findOne(item.stem);
    if (devices.length === 0) return item;
    return { ...item, lex: null, home: { ...emptyHomeMeaning(), devices: [...devices] } };
  });
}
