import { emptyMeaning } from "../lexicon/types.ts";
import { type Item, is, isMark } from "./items.ts";

/** "like 10 percent", "to maybe 30": the amount is what counts. */
export function withAmountsPlain(items: Item[]): Item[] {
  return items.map((item, at) => {
    const amount = items[at + 1]?.measure?.kind === "quantity";
    if (!amount || !is(item, "roughly") || item.home !== null) return item;
    return { ...item, lex: { ...emptyMeaning(), roles: ["filler"] } };
  });
}

/** "speed one", "put the fan on one": a number, where the same word may stand for a thing elsewhere. */
export function withWordNumbers(items: Item[]): Item[] {
  return items.map((item, at) => {
    const { lex, measure } = item;
    if (!is(item, "placeholder") || lex?.number == null || measure !== null || !isCounted(items, at)) return item;
    const quantity = { value: lex.number, unit: null };
    return { ...item, lex: null, measure: { kind: "quantity", quantity, end: item.to } };
  });
}

/** Behind the unit that it counts, or as the goal at the end of what is said. */
function isCounted(items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (before?.lex?.unit === "level" && before.measure === null) return true;
  const goal = is(before, "to") || is(before, "on");
  const named = items.slice(0, at - 1).some(({ home, lex }) => home !== null || (lex?.kinds.length ?? 0) > 0);
  return goal && named && (next === undefined || isMark(next) || is(next, "and"));
}
