import { type Item, playsAnyRole, playsRole } from "../items.ts";
import { isNaming, isPlaceName, namesDevice, namesKind } from "../senses.ts";

/** "And the bedroom", "now the study": only what else is meant, after a word that goes on. */
export function isFollowUp(clause: readonly Item[]): boolean {
  const [first] = clause;
  const joined = playsRole(first, "and");
  const going = first?.first.kind === "word" && playsAnyRole(first, GOING_ON) && !playsRole(first, "article");
  if (!joined && !going) return false;
  const rest = clause.slice(1);
  if (!rest.some(namesMore)) return false;
  return joined || rest.every((item) => isNaming(item) || playsRole(item, "other"));
}

/** Whether a word says what else is meant. */
function namesMore(item: Item): boolean {
  return (
    isPlaceName(item) ||
    namesDevice(item) ||
    namesKind(item) ||
    playsRole(item, "other") ||
    (item.lex?.props.length ?? 0) > 0
  );
}

/** Roles of words with which one goes on: "now", "then", "next". */
const GOING_ON = ["next_clause", "filler"] as const;
