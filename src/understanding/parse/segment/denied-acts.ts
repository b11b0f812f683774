import { isAct, isOnlyFiller, isTarget } from "../clauses/clause-words.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

const NO = roleSet("no");

/** Reads "no" before an act as a negation: 不是开大门，是开灯. */
export function withActsDenied(items: readonly Item[]): readonly Item[] {
  if (!anyHasRole(items, NO)) return items;
  return items.map((item, at) => {
    const { lex, grammar } = item;
    if (
      lex === null ||
      grammar.spaces ||
      !playsRole(item, "no") ||
      lex.roles.length > 1 ||
      !beginsAct(items.slice(at + 1))
    )
      return item;
    const from = items.slice(0, at).findLastIndex(isMark) + 1;
    // 灯不是关了 may be a question; 烤箱不是开，是关 is none.
    const told = items.slice(from, at).some(isTarget) && !items.slice(from, at).some(isAct);
    if (told && !items.some((each, place) => place > at && playsRole(each, "is") && beginsAct(items.slice(place + 1))))
      return item;
    return { ...item, lex: { ...lex, roles: ["not"] } };
  });
}

function beginsAct(items: readonly Item[]): boolean {
  const first = items.find((item) => !isOnlyFiller(item) && !playsRole(item, "filler"));
  return first !== undefined && ((isAct(first) && !isTarget(first)) || playsRole(first, "object"));
}
