import type { Frame } from "../parse/frame.ts";
import { is } from "../parse/items.ts";
import { isValue, namesKind, saidValue } from "../parse/senses.ts";
import { focused } from "./candidates.ts";
import { compute } from "./compute.ts";
import type { Situation } from "./situation.ts";

/**
 * "On heating", "to cooling" after an air conditioner was talked about: its mode, and not a heater that is called so. Null
 * where what was talked about has no such value, or more is said.
 */
export function asModeOf(frame: Frame, before: Frame | null, situation: Situation): Frame | null {
  if (before === null || before.asking !== null) return null;
  const [on, value, ...others] = frame.items.filter((item) => !is(item, "article") && !is(item, "filler"));
  if (!on || !value || others.length > 0) return null;
  if (!(is(on, "on") || is(on, "to")) || !namesKind(value) || !isValue(value)) return null;
  const meant: Frame = { ...frame, act: "set", heads: [], values: [saidValue(value)], states: [], bare: false };
  const targets = focused(situation);
  return targets.length > 0 && targets.every((target) => compute(meant, target).refusal === undefined) ? meant : null;
}
