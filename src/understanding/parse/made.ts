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
  if (!MAKING.has(frame.act) || heads.length === 0 || changes.length + props.length > 0) return;
  const made = items.filter(({ lex }) => (lex?.made.length ?? 0) > 0);
  const [first, ...others] = made;
  if (!first || others.length > 0 || values.some(({ text }) => text !== first.said)) return;
  frame.made = first.lex?.made[0] ?? null;
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
