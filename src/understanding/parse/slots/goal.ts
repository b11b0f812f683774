import type { Frame } from "../frame.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { anyHasMeasure } from "../role-index.ts";

/** Fewer degrees are an amount and no target temperature. */
const LEAST_DEGREES = 10;

/**
 * Reads a number after "a bit" as a goal, because the amount is said already: "a bit darker, 20 percent", 暗一点百分之二十.
 * Steps remain amounts.
 */
export function settleGoal(frame: Frame): void {
  const { items, changes, props } = frame;
  const goal = anyHasMeasure(items) ? items.findIndex(isGoal) : -1;
  if (goal < 1 || frame.to || !(isBit(items[goal - 1]) || isApart(items, goal))) return;
  if (changes.length === 0 && frame.act !== "raise" && frame.act !== "lower") return;
  frame.to = true;
  frame.by = false;
  const meant = changes.flatMap((change) => change.props);
  if (props.length === 0 && !meant.some((type) => /temperature/.test(type))) props.push(...meant);
}

function isGoal({ measure }: Item): boolean {
  if (measure?.kind !== "quantity") return false;
  const { unit, value } = measure.quantity;
  if (unit === "degree" || unit === "celsius" || unit === "fahrenheit") return value >= LEAST_DEGREES;
  return unit === null || unit === "percent";
}

/** "Lower, 19": a number behind a mark is a goal, unless it is as small as a step. */
function isApart(items: readonly Item[], goal: number): boolean {
  const [before, item] = [items[goal - 1], items[goal]];
  if (before === undefined || !isMark(before) || item?.measure?.kind !== "quantity") return false;
  return item.measure.quantity.value >= LEAST_DEGREES;
}

function isBit(item: Item | undefined): boolean {
  return item !== undefined && (item.lex?.bit === true || playsRole(item, "little"));
}
