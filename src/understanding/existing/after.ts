import type { Situation } from "../ground/situation.ts";
import { is, itemsOf } from "../parse/items.ts";
import type { Patterns } from "../text/patterns.ts";
import { normalise } from "../text/tokens.ts";
import { objectionsIn } from "../utterance/objection.ts";
import { changedTo, durationOf } from "./changed.ts";
import { clauseOf } from "./clause.ts";
import { planTalk } from "./forms.ts";
import { isAround, momentIn, numberOf } from "./moments.ts";
import type { Changed } from "./request.ts";

/** What a few words right after something was planned may say of it. */
export type AfterPlan =
  /** It shall be so instead. */
  | { readonly kind: "instead"; readonly to: Changed }
  /** So many more, or fewer; `seconds` null: no unit was said. */
  | { readonly kind: "more"; readonly count: number; readonly seconds: number | null; readonly sign: 1 | -1 }
  /** It shall be again and again on these days; 1 = Monday. */
  | { readonly kind: "days"; readonly weekdays: readonly number[] };

/** Longer texts say something of their own. */
const LONGEST = 60;

/** Reads a text as about what was planned last, which it does not name; null when all of it is not that. */
export function afterPlan(text: string, situation: Situation): AfterPlan | null {
  if (text.length > LONGEST) return null;
  return moreIn(text, situation) ?? daysIn(text, situation) ?? insteadIn(text, situation);
}

function moreIn(text: string, situation: Situation): AfterPlan | null {
  const clause = clauseOf(itemsOf(normalise(text).toLowerCase(), situation.index)).text;
  const { more, less } = planTalk();
  return amountIn(clause, more, 1, situation) ?? amountIn(clause, less, -1, situation);
}

function amountIn(clause: string, patterns: Patterns, sign: 1 | -1, { index }: Situation): AfterPlan | null {
  for (const pattern of patterns.in(clause)) {
    const { count, unit } = pattern.exec(clause)?.groups ?? {};
    if (count === undefined) continue;
    const [item, ...others] = itemsOf(unit === undefined ? count : joinedUnit(count, unit), index);
    if (item === undefined || others.length > 0) continue;
    const seconds = durationOf([item]);
    const value = numberOf(item);
    if (seconds === null && value === null) continue;
    return { kind: "more", count: value ?? 0, seconds, sign };
  }
  return null;
}

/** A number and its unit as they are written. */
function joinedUnit(count: string, unit: string): string {
  return /^[a-z]/u.test(unit) ? `${count} ${unit}` : `${count}${unit}`;
}

function daysIn(text: string, { index }: Situation): AfterPlan | null {
  const clause = clauseOf(itemsOf(normalise(text).toLowerCase(), index)).text;
  for (const pattern of planTalk().days.in(clause)) {
    const value = pattern.exec(clause)?.groups?.["value"];
    if (value === undefined) continue;
    const items = itemsOf(value, index);
    const found = momentIn(items, () => false);
    if (!found) continue;
    const { hour, minute, day, date, part, sun, weekdays, recurring } = found.moment;
    const only = [hour, minute, day, date, part, sun].every((each) => each === null);
    const all = items.every((item) => found.words.has(item) || isAround(item) || is(item, "and"));
    if (only && all && recurring && weekdays.length > 0) return { kind: "days", weekdays };
  }
  return null;
}

function insteadIn(text: string, { index }: Situation): AfterPlan | null {
  for (const objection of objectionsIn(text)) {
    if (objection.kind !== "instead" && objection.kind !== "other") continue;
    const to = changedTo(itemsOf(normalise(objection.rest), index));
    if (to !== null && to.kind !== "by") return { kind: "instead", to };
  }
  return null;
}
