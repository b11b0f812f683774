import type { Act } from "../../lexicon/types.ts";
import type { Frame } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";

/** Acts that take a result adjective: "make the lamp bright". */
const MAKING: ReadonlySet<Act | null> = new Set<Act | null>(["set", "turn", null]);

/**
 * Reads a result adjective as a direction: "make the lamp bright", "speaker silent". If the device has a value of that name, the
 * value is meant.
 */
export function settleResultAdjective(frame: Frame): void {
  const { items, heads, values, changes, props } = frame;
  if (comparesWith(frame)) return;
  if (!MAKING.has(frame.act) || heads.length === 0 || changes.length + props.length > 0) return;
  const made = items.filter(({ lex }) => (lex?.made.length ?? 0) > 0);
  const [first, ...others] = made;
  if (!first || others.length > 0 || values.some(({ text }) => text !== first.said)) return;
  frame.made = first.lex?.made[0] ?? null;
  frame.unknown = frame.unknown.filter((item) => item !== first);
}

/** Reads a comparison as a factor: "twice as bright", "half as loud". Returns whether it did; changes `frame`. */
function comparesWith(frame: Frame): boolean {
  const { act, items, values, changes, props } = frame;
  if (!MAKING.has(act) || changes.length + props.length > 0) return false;
  const at = items.findIndex((item) => playsRole(item, "twice") || playsRole(item, "halve") || timesOf(item) !== null);
  const factor = items[at];
  // "three times as bright"
  const word = items.slice(at + 1).find((item) => !playsRole(item, "to"));
  const [change] = word?.lex?.made ?? [];
  if (factor === undefined || word === undefined || change === undefined) return false;
  if (values.some(({ text }) => text !== word.said && text !== factor.said)) return false;
  // "It's twice as bright" is a statement.
  if (act === null && items.slice(0, at).some((item) => playsRole(item, "is") || playsRole(item, "filler")))
    return false;
  frame.values = [];
  frame.factor ??= timesOf(factor);
  frame.to = false;
  frame.unknown = frame.unknown.filter((item) => item !== word);
  frame.changes.push(change);
  return true;
}

/** "three times" */
function timesOf({ measure }: Item): number | null {
  const quantity = measure?.kind === "quantity" ? measure.quantity : null;
  return quantity?.unit === "times" && quantity.value > 0 ? quantity.value : null;
}

/** Reads "all the way" as the end of the range: "turn the lamp up all the way". */
export function settleFullRange(frame: Frame): void {
  const { act, items, values } = frame;
  if ((act !== "raise" && act !== "lower") || values.length > 0) return;
  const whole = items.find((item) => playsRole(item, "wholly"));
  if (!whole) return;
  const level = act === "raise" ? "max" : "min";
  frame.values.push({ text: whole.said, quantity: null, level, color: null, kelvin: null, listed: [], half: false });
  frame.to = true;
}
