import { type Item, playsRole } from "../items.ts";
import { namesDevice, namesKind } from "../senses.ts";

/**
 * Whether a superlative selects a thing, and is no value: "turn off the brightest lamp", 把最亮的那盏关了. Such clauses are
 * blocked, because nothing here compares devices.
 */
export function picksByExtreme(items: readonly Item[]): boolean {
  return items.some((item, at) => {
    const { lex, grammar } = item;
    if (lex === null || item.home !== null || (lex.level !== "max" && lex.level !== "min")) return false;
    const before = items.slice(0, at).findLast((each) => !playsRole(each, "article"));
    // "set it to the brightest light", 调成最亮的
    if (before && (playsRole(before, "to") || before.lex?.to)) return false;
    if (grammar.spaces) return isThing(items[at + 1]) && !isMeasured(items[at + 2]);
    if (!playsRole(items[at + 1], "of")) return false;
    const next = items[at + 2];
    return isThing(next) || playsRole(next, "article") || (next?.lex?.acts.length ?? 0) > 0;
  });
}

function isThing(item: Item | undefined): boolean {
  return (
    item !== undefined &&
    (namesKind(item) ||
      namesDevice(item) ||
      playsRole(item, "roomWord") ||
      playsRole(item, "here") ||
      playsRole(item, "thing"))
  );
}

/** "the highest fan speed" */
function isMeasured(item: Item | undefined): boolean {
  return (item?.lex?.props.length ?? 0) > 0;
}
