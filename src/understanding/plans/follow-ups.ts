import type { DialogueContext } from "../ground/context.ts";
import type { Act } from "../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import type { Patterns } from "../text/patterns.ts";
import { normalise } from "../text/tokens.ts";
import { reportedWishIn } from "../utterance/follow-ups.ts";
import { actOfWord, objectionsIn } from "../utterance/objection.ts";
import { durationOf, planChangeIn } from "./change.ts";
import { clauseOf } from "./clause-text.ts";
import { planForms } from "./compiled-forms.ts";
import { bareNumberOf, isTimeParticle, partialMomentIn } from "./moments.ts";
import { readPlanRequest } from "./read.ts";
import type { RequestedChange, RuleBound } from "./request.ts";
import { ruleBoundRequestIn } from "./rule-bounds.ts";

/** What a short sentence right after something was planned says about it. */
export type PlanFollowUp =
  /** The plan changes. `denies`: the sentence before was wrong; `bare`: only a duration is said, not what it is for. */
  | { readonly kind: "instead"; readonly to: RequestedChange; readonly denies: boolean; readonly bare: boolean }
  /** Only a number. */
  | { readonly kind: "number"; readonly value: number }
  /** More or less of a number; `seconds` null: no unit was said. */
  | { readonly kind: "more"; readonly count: number; readonly seconds: number | null; readonly sign: 1 | -1 }
  /** It recurs on these days, or not on them (`without`); 1 = Monday. */
  | { readonly kind: "days"; readonly weekdays: readonly number[]; readonly without: boolean }
  /** It is done at once; `act`: the act of the plan, if it was said. */
  | { readonly kind: "now"; readonly act: Act | null };

/** Whether a text rejects what was planned last; `act`: the act of the plan, if it was said. Null for other texts. */
export function unwantedIn(text: string): { readonly act: Act | null } | null {
  if (text.length > LONGEST) return null;
  const said = normalise(text)
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s.!。!]+$/u, "");
  for (const pattern of planForms().unwanted.in(said)) {
    const found = pattern.exec(said);
    if (found) return { act: actOfWord(found.groups?.["act"]) };
  }
  return null;
}

/** In UTF-16 units: longer texts say something of their own. */
const LONGEST = 60;

/** The bound that a text puts on the rule in focus; null for other texts. */
export function ruleBoundFollowUpIn(text: string, context: DialogueContext): RuleBound | null {
  if (text.length > LONGEST) return null;
  const said = ruleBoundRequestIn(clauseOf(segmentText(normalise(text), context.index)), context);
  return said?.which.it ? said.to : null;
}

/** Reads a text as about the plan in focus, without naming it; null when any of it is about something else. */
export function planFollowUpIn(text: string, context: DialogueContext): PlanFollowUp | null {
  if (text.length > LONGEST) return null;
  const clause = clauseOf(segmentText(normalise(text).toLowerCase(), context.index)).text;
  const { more, less, days, notDays } = planForms();
  return (
    amountIn(clause, more, 1, context) ??
    amountIn(clause, less, -1, context) ??
    nowIn(normalise(text).toLowerCase()) ??
    daysIn(clause, days, false, context) ??
    daysIn(clause, notDays, true, context) ??
    insteadIn(text, clause, context) ??
    numberIn(text, context)
  );
}

/** Only a number: "20", 二十吧. */
function numberIn(text: string, { index }: DialogueContext): PlanFollowUp | null {
  const [only, ...others] = segmentText(normalise(text), index).filter(
    (item) => !isMark(item) && !isTimeParticle(item),
  );
  const value = bareNumberOf(only);
  return value === null || others.length > 0 ? null : { kind: "number", value };
}

function amountIn(clause: string, patterns: Patterns, sign: 1 | -1, { index }: DialogueContext): PlanFollowUp | null {
  for (const pattern of patterns.in(clause)) {
    const { count, unit } = pattern.exec(clause)?.groups ?? {};
    if (count === undefined) continue;
    const [item, ...others] = segmentText(unit === undefined ? count : joinedUnit(count, unit), index);
    if (item === undefined || others.length > 0) continue;
    const seconds = durationOf([item]);
    const value = bareNumberOf(item);
    if (seconds === null && value === null) continue;
    return { kind: "more", count: value ?? 0, seconds, sign };
  }
  return null;
}

/** A number and its unit as one text. */
function joinedUnit(count: string, unit: string): string {
  return /^[a-z]/u.test(unit) ? `${count} ${unit}` : `${count}${unit}`;
}

function nowIn(text: string): PlanFollowUp | null {
  const said = text.replace(/[\s,.!。，！]+/gu, (mark) => (mark.trim() === "" || /\s/u.test(mark) ? " " : "")).trim();
  for (const pattern of planForms().atOnce.in(said)) {
    const found = pattern.exec(said);
    if (found) return { kind: "now", act: actOfWord(found.groups?.["act"]) };
  }
  return null;
}

function daysIn(clause: string, patterns: Patterns, without: boolean, { index }: DialogueContext): PlanFollowUp | null {
  for (const pattern of patterns.in(clause)) {
    const value = pattern.exec(clause)?.groups?.["value"];
    if (value === undefined) continue;
    const items = segmentText(value, index);
    const found = partialMomentIn(items, () => false);
    if (!found) continue;
    const { hour, minute, day, date, part, sun, weekdays, recurring } = found.moment;
    const only = [hour, minute, day, date, part, sun].every((each) => each === null);
    const all = items.every((item) => found.words.has(item) || isTimeParticle(item) || playsRole(item, "and"));
    if (only && all && (recurring || without) && weekdays.length > 0) return { kind: "days", weekdays, without };
  }
  return null;
}

function insteadIn(text: string, clause: string, context: DialogueContext): PlanFollowUp | null {
  const rather = [...planForms().rather.in(clause)].flatMap((pattern) => pattern.exec(clause)?.groups?.["value"] ?? []);
  const objections = objectionsIn(text);
  // 七点那个不要了 rejects a plan and gives nothing instead.
  const spares = objections.some(({ kind }) => kind === "spare");
  const objected = objections.flatMap((objection) =>
    !spares && (objection.kind === "instead" || objection.kind === "other") ? objection.rest : [],
  );
  const reported = reportedWishIn(text);
  for (const rest of [...rather, ...objected, ...(reported === null ? [] : [reported]), text]) {
    const items = segmentText(normalise(rest), context.index);
    const said = planChangeIn(items);
    // "20 minutes" after "turn it off in half an hour" is only a duration.
    const alone = rest === text && said?.kind === "lasts" && isAlone(items) ? said : null;
    const denied = rest === text ? null : said;
    const to = denied ?? alone ?? changeIn(items, context);
    if (to !== null && to.kind !== "by")
      return { kind: "instead", to, denies: denied !== null, bare: to === alone && !isRather(text) };
  }
  return null;
}

/** Whether it is a preference in words that are courtesy elsewhere: 五分钟吧, "five minutes will do". */
function isRather(text: string): boolean {
  const said = normalise(text)
    .toLowerCase()
    .replace(/[\s.!。！]+$/u, "");
  return [...planForms().rather.in(said)].some((pattern) => pattern.test(said));
}

/** Whether it is only an amount: "one for 5 minutes" asks for one more. */
function isAlone(items: readonly Item[]): boolean {
  return items.filter((item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "polite")).length === 1;
}

/** A change that refers to the plan as "it": "make that Friday". */
function changeIn(items: readonly Item[], context: DialogueContext): RequestedChange | null {
  // Right after planning, "it" needs no further check.
  const request = readPlanRequest(items, { ...context, plans: { fits: () => true } });
  return request?.op === "change" && request.which.it ? request.to : null;
}
