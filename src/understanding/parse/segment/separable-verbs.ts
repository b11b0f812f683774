import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { isPlaceName, namesDevice } from "../senses.ts";

/**
 * Joins separable verbs with their particles: "draw the curtain back" opens, "schließ die Tür ab" locks. The particle is dropped.
 * A word that governs what follows is no particle: "stell sie auf 20 Grad".
 */
export function withVerbsJoined(items: Item[]): Item[] {
  if (!items.some(({ lex }) => lex?.particles)) return items;
  const dropped = new Set<Item>();
  const joined = items.map((item, at) => {
    const { lex } = item;
    if (!lex?.particles || dropped.has(item)) return item;
    const end = pieceEnd(items, at);
    const particle = items.slice(at + 1, end).findIndex((each, place) => {
      return !isNamed(each) && lex.particles?.has(each.text) && isLast(items, at + 1 + place);
    });
    const found = particle < 0 ? undefined : items[at + 1 + particle];
    const act = found && lex.particles.get(found.text);
    if (!found || !act) return item;
    dropped.add(found);
    const ways =
      act !== "open" && act !== "close"
        ? []
        : (found.lex?.roles.filter((role) => role === "up" || role === "down") ?? []);
    return { ...item, lex: { ...emptyLexicalMeaning(), acts: [act], roles: ways } };
  });
  return joined.filter((item) => !dropped.has(item));
}

function isNamed(item: Item): boolean {
  return namesDevice(item) || isPlaceName(item) || (item.home?.parts.length ?? 0) > 0;
}

/** End of the range for a particle: a mark, a joining word, or the next separable verb. */
function pieceEnd(items: readonly Item[], at: number): number {
  const own = items[at]?.lex?.particles;
  const end = items.findIndex(
    (item, place) =>
      place > at &&
      ((isMark(item) && item.text !== "-") ||
        playsRole(item, "next_clause") ||
        (item.lex?.particles && !own?.has(item.text))),
  );
  return end < 0 ? items.length : end;
}

/** Whether nothing follows that the word could govern. */
function isLast(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  if (!next || isMark(next)) return true;
  if (isNamed(next) || next.measure) return false;
  if (playsRole(next, "article")) return false;
  return playsAnyRole(next, ENDS) || (next.lex?.acts.length ?? 0) > 0 || (next.lex?.time.length ?? 0) > 0;
}

const ENDS = [
  "and",
  "next_clause",
  "filler",
  "in",
  "at_time",
  "in_time",
  "for",
  "if",
  "when",
  "until",
  "every",
] as const;
