import type { Role } from "../lexicon/types.ts";
import type { Frame } from "../parse/frame.ts";
import { is, isMark } from "../parse/items.ts";
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
  const around = frame.items.some(({ lex }) => lex?.acts.includes("set")) ? [...AROUND, ...SET] : AROUND;
  const said = frame.items.filter(
    (item) => !isMark(item) && !item.lex?.acts.includes("set") && !around.some((role) => is(item, role)),
  );
  const [value, ...others] = is(said[0], "on") || is(said[0], "to") ? said.slice(1) : said;
  if (!value || others.length > 0 || !isValue(value)) return null;
  // "Heat" makes it warmer where nothing has such a mode.
  if (!namesKind(value) && (value.lex?.changes.length ?? 0) === 0) return null;
  const meant: Frame = {
    ...frame,
    act: "set",
    heads: [],
    changes: [],
    values: [saidValue(value)],
    states: [],
    bare: false,
  };
  const targets = focused(situation);
  return targets.length > 0 && targets.every((target) => compute(meant, target).refusal === undefined) ? meant : null;
}

/** Roles of words around a mode that say no more than that one goes on. */
const AROUND = ["article", "filler", "and", "next_clause"] as const satisfies readonly Role[];

/** With a verb for setting what is talked about: "make it heat". */
const SET = ["it", "them"] as const satisfies readonly Role[];
