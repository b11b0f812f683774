import { type Item, playsAnyRole, playsRole } from "../items.ts";
import { isNaming, isPlaceName, namesDevice, namesKind } from "../senses.ts";

/** Whether a clause only adds a target: "and the bedroom", "now the study". */
export function isFollowUp(clause: readonly Item[]): boolean {
  const [first] = clause;
  const joined = playsRole(first, "and");
  const going = first?.first.kind === "word" && playsAnyRole(first, GOING_ON) && !playsRole(first, "article");
  if (!joined && !going) return false;
  const rest = clause.slice(1);
  if (!rest.some(namesMore)) return false;
  return joined || rest.every((item) => isNaming(item) || playsRole(item, "other"));
}

/** Whether an item names a further target. */
function namesMore(item: Item): boolean {
  return (
    isPlaceName(item) ||
    namesDevice(item) ||
    namesKind(item) ||
    playsRole(item, "other") ||
    (item.lex?.props.length ?? 0) > 0
  );
}

/** Roles of continuation words: "now", "then", "next". */
const GOING_ON = ["next_clause", "filler"] as const;
