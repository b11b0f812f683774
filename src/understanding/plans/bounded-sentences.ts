import type { DialogueContext } from "../ground/context.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import type { Patterns } from "../text/patterns.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { type ClauseText, clauseOf, matchClause } from "./clause-text.ts";
import { ruleBoundForms } from "./compiled-rule-bound-forms.ts";
import { isTimeParticle, partialMomentIn } from "./moments.ts";
import type { RuleBound } from "./request.ts";
import { ruleBoundRequestIn } from "./rule-bounds.ts";
import { daysOfYearIn } from "./seasons.ts";

/** A sentence split into a bound of a rule and the rest. */
export interface BoundedSentence {
  readonly rest: string;
  readonly bound: RuleBound;
}

/** Whether a text has a word for a bound, without which none is looked for. */
export function mayBound(text: string): boolean {
  return ruleBoundForms().hints.test(text.toLowerCase());
}

/** In tokens: such a part is at most this long. */
const LONGEST = 10;

/** Splits a text at each position where a bound may stand at its end or beginning, shortest bounds first. */
export function* boundedSentences(text: string, context: DialogueContext): Iterable<BoundedSentence> {
  const source = normalise(text);
  const tokens = tokenise(source);
  const starts = tokens.map(({ start }) => start);
  for (let count = 1; count <= Math.min(LONGEST, tokens.length - 2); count += 1) {
    const at = starts[tokens.length - count] ?? 0;
    yield* partOf(source.slice(at), source.slice(0, at), context);
  }
  for (let count = 1; count <= Math.min(LONGEST, tokens.length - 2); count += 1) {
    const at = starts[count] ?? 0;
    yield* partOf(source.slice(0, at), source.slice(at), context);
  }
}

function* partOf(part: string, beside: string, context: DialogueContext): Iterable<BoundedSentence> {
  const said = part.replace(/^[\s,，、.;；]+|[\s,，、.;；!！。]+$/gu, "");
  if (!ruleBoundForms().begins.test(said.toLowerCase())) return;
  const bound = boundIn(segmentText(said, context.index), context);
  const rest = beside.replace(/^[\s,，、;；]+|[\s,，、;；]+$/gu, "");
  if (bound !== null && rest !== "" && !leavesTurn(rest, context)) yield { rest, bound };
}

/** Whether the rest ends in a word that belongs to the bound: "…, except" of "except in August". */
function leavesTurn(rest: string, { index }: DialogueContext): boolean {
  const last = segmentText(rest, index).findLast((item) => !isMark(item));
  return last !== undefined && TURNS.some((role) => playsRole(last, role));
}

const TURNS = ["not", "no", "except", "exceptNot", "but"] as const;

function boundIn(items: readonly Item[], context: DialogueContext): RuleBound | null {
  const ranges = daysOfYearIn(items);
  if (ranges) return { kind: "days", ranges, not: false };
  const clause = clauseOf(items);
  const only = weekdaysIn(clause, ruleBoundForms().onlyIn);
  if (only) return { kind: "weekdays", weekdays: only, left: false };
  const left = weekdaysIn(clause, ruleBoundForms().notIn);
  if (left) return { kind: "weekdays", weekdays: left, left: true };
  const said = ruleBoundRequestIn(clause, context);
  const { kind } = said?.to ?? {};
  return said?.which.it && (kind === "until" || kind === "days" || kind === "times" || kind === "without")
    ? said.to
    : null;
}

/** Weekdays of a bound that says nothing else; null otherwise. */
function weekdaysIn(clause: ClauseText, patterns: Patterns): readonly number[] | null {
  for (const pattern of patterns.in(clause.text)) {
    const { which, value } = matchClause(clause, pattern) ?? {};
    const found = value && !which ? partialMomentIn(value, () => false) : null;
    if (
      !value ||
      !found ||
      !value.every((item) => found.words.has(item) || isTimeParticle(item) || playsRole(item, "and"))
    )
      continue;
    const { hour, day, date, part, sun, weekdays } = found.moment;
    if ([hour, day, date, part, sun].every((each) => each === null) && weekdays.length > 0) return weekdays;
  }
  return null;
}
