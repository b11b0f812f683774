import { type Item, isMark, playsAnyRole } from "../items.ts";
import { isPlaceName, namesDevice, namesKind } from "../senses.ts";

/**
 * Resolves left dislocation: in "the fan in the study, put that on" the noun phrase in front replaces the pronoun. Other
 * sentences are returned unchanged.
 */
export function withLeftDislocation(items: readonly Item[]): readonly Item[] {
  const mark = items.findIndex((item) => isMark(item) && item.text === ",");
  const from = items.findIndex((item) => !playsAnyRole(item, LEADING));
  const front = items.slice(from, mark);
  if (from < 0 || mark <= from || !front.some(isThing) || !front.every(isNamed)) return items;
  const end = items.findIndex((item, at) => at > mark && isMark(item));
  const clause = items.slice(mark + 1, end < 0 ? items.length : end);
  const pronouns = clause.filter((item) => playsAnyRole(item, PRONOUNS));
  if (pronouns.length !== 1 || clause.some(isThing) || !clause.some(acts)) return items;
  const put = clause.flatMap((item) => (item === pronouns[0] ? front : [item]));
  return [...items.slice(0, from), ...put, ...items.slice(mark + 1 + clause.length)];
}

const LEADING = ["and", "filler", "next_clause", "but"] as const;
const PRONOUNS = ["it", "them"] as const;
/** Roles of function words in a noun phrase. */
const SMALL = ["article", "in", "of", "filler", "all", "both", "and", "placeholder"] as const;

function isThing(item: Item): boolean {
  return namesDevice(item) || (namesKind(item) && !acts(item) && !isPlaceName(item));
}

function isNamed(item: Item): boolean {
  const said = (item.lex?.states.length ?? 0) + (item.lex?.changes.length ?? 0);
  return (
    !isMark(item) && said === 0 && !acts(item) && (isThing(item) || isPlaceName(item) || playsAnyRole(item, SMALL))
  );
}

function acts(item: Item): boolean {
  return (item.lex?.acts.length ?? 0) > 0;
}
