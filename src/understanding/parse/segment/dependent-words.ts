import type { WordRole } from "../../lexicon/types.ts";
import type { Item } from "../items.ts";

/** Roles of words that only have a meaning beside another word. */
export const DEPENDENT_ROLES: ReadonlySet<WordRole> = new Set<WordRole>(["shade", "serving", "ordering"]);

/**
 * Makes dependent words unknown if the word that they depend on is missing: "nice" without a colour, "a cup of" without a
 * drink.
 */
export function withoutStrandedDependents(items: Item[]): Item[] {
  if (!items.some(leans)) return items;
  const drink = items.some(isDrink);
  return items.map((item, at) => {
    if (!leans(item)) return item;
    const roles: readonly WordRole[] = item.lex?.roles ?? [];
    const [before, after] = [items[at - 1], items[at + 1]];
    const coloured = roles.includes("shade") && (isColour(after) || isColour(before) || leansToColour(items, at));
    const served = drink && (roles.includes("serving") || roles.includes("ordering"));
    return coloured || served ? item : { ...item, lex: null };
  });
}

/** Whether a colour follows, behind further shades: "a nice deep red". */
function leansToColour(items: readonly Item[], at: number): boolean {
  const next = items.slice(at + 1).find((item) => !item.lex?.roles.includes("shade"));
  return isColour(next);
}

function leans({ lex }: Item): boolean {
  if (!lex || lex.roles.length === 0) return false;
  for (const role of lex.roles) if (!DEPENDENT_ROLES.has(role)) return false;
  const { acts, changes, kinds, props, listed, states, makers, color, kelvin, level } = lex;
  return (
    acts.length + changes.length + kinds.length + props.length + listed.length + states.length + makers.length === 0 &&
    color === null &&
    kelvin === null &&
    level === null
  );
}

function isDrink({ lex }: Item): boolean {
  return (lex?.makers.length ?? 0) > 0;
}

function isColour(item: Item | undefined): boolean {
  return item?.lex != null && (item.lex.color !== null || item.lex.kelvin !== null);
}
