import { lexicon } from "../../lexicon/lexicon.ts";
import { type Item, playsRole } from "../items.ts";

/** Most items between the two values: "from 30 all the way down to 20". */
const MOST_BETWEEN = 3;

/**
 * Drops the value that a change starts from: "from 80 to 40 percent", "from red to blue", 从30调到20. With "keep" the two values
 * are bounds and stay.
 */
export function withoutOrigin(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item, place) => isFrom(item) && isPlainValue(items[place + 1]));
  if (at < 0 || items.some((item) => playsRole(item, "keep") || playsRole(item, "stay"))) return items;
  const goal = items.findIndex((item, place) => place > at + 1 && isGoal(item) && isPlainValue(items[place + 1]));
  if (goal < 0 || goal > at + 2 + MOST_BETWEEN) return items;
  return items.filter((_, place) => place !== at && place !== at + 1);
}

function isFrom({ text, home }: Item): boolean {
  return home === null && lexicon().timeWords.from.has(text);
}

function isGoal(item: Item): boolean {
  return playsRole(item, "to") || item.lex?.to === true;
}

/** Whether an item is a value: an amount, a colour, a white, an end of the range. */
function isPlainValue(item: Item | undefined): boolean {
  if (!item) return false;
  if (item.measure) return item.measure.kind === "quantity";
  const { color = null, kelvin = null, level = null } = item.lex ?? {};
  return color !== null || kelvin !== null || level !== null;
}
