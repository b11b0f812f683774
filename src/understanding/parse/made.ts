import type { Act } from "../lexicon/types.ts";
import type { Frame } from "./frame.ts";
import { is } from "./items.ts";

/** Acts that make something be in some way: "make the lamp bright". */
const MAKING: ReadonlySet<Act | null> = new Set<Act | null>(["set", "turn", null]);

/**
 * Who makes something bright, dim or loud says which way: "make the lamp bright", "speaker silent". A value of that name is
 * meant where the device has one.
 */
export function settleMade(frame: Frame): void {
  const { items, heads, values, changes, props } = frame;
  if (comparesWith(frame)) return;
  if (!MAKING.has(frame.act) || heads.length === 0 || changes.length + props.length > 0) return;
  const made = items.filter(({ lex }) => (lex?.made.length ?? 0) > 0);
  const [first, ...others] = made;
  if (!first || others.length > 0 || values.some(({ text }) => text !== first.said)) return;
  frame.made = first.lex?.made[0] ?? null;
}

/** "Twice as bright", "half as loud": so much of what it is, of what was spoken of where nothing is named. */
function comparesWith(frame: Frame): boolean {
  const { act, factor, items, values, changes, props } = frame;
  if (factor === null || !MAKING.has(act) || changes.length + props.length > 0) return false;
  const at = items.findIndex((item) => is(item, "twice") || is(item, "halve"));
  const word = items[at + 1];
  const [change] = word?.lex?.made ?? [];
  if (word === undefined || change === undefined || values.some(({ text }) => text !== word.said)) return false;
  // "It's twice as bright" tells how it is.
  if (act === null && items.slice(0, at).some((item) => is(item, "is") || is(item, "filler"))) return false;
  frame.values = [];
  frame.unknown = frame.unknown.filter((item) => item !== word);
  frame.changes.push(change);
  return true;
}

/** "turn the lamp up all the way": to where it ends. */
export function settleWhole(frame: Frame): void {
  const { act, items, values } = frame;
  const whole = items.find((item) => is(item, "wholly"));
  if (!whole || (act !== "raise" && act !== "lower") || values.length > 0) return;
  const level = act === "raise" ? "max" : "min";
  frame.values.push({ text: whole.said, quantity: null, level, color: null, kelvin: null, listed: [], half: false });
  frame.to = true;
}
