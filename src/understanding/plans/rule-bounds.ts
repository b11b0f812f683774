import type { DialogueContext } from "../ground/context.ts";
import { frameTargets } from "../ground/planning.ts";
import type { DeviceTarget } from "../ground/target.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { type Item, isMark, playsRole } from "../parse/items.ts";
import { readFrame } from "../parse/slots/read.ts";
import { namesHomeEntity } from "../parse/time/time-words.ts";
import { weekdayMentionIn } from "../parse/time/weekdays.ts";
import { readNumber } from "../text/numbers.ts";
import type { Patterns } from "../text/patterns.ts";
import { tokenise } from "../text/tokens.ts";
import { durationOf } from "./change.ts";
import { type ClauseGroups, type ClauseText, matchClause } from "./clause-text.ts";
import { ruleBoundForms } from "./compiled-rule-bound-forms.ts";
import { planDescriptionIn } from "./description.ts";
import { isTimeParticle, partialMomentIn } from "./moments.ts";
import { ANY_PLAN, type BoundPoint, type PlanDescription, type PlanRequest, type RuleBound } from "./request.ts";
import { daysOfYearIn } from "./seasons.ts";

type Adjustment = Extract<PlanRequest, { op: "adjust" }>;

/**
 * A bound that a clause puts on an existing rule: "until Friday", "pause the curtain rule for a week", "not in summer",
 * 落地灯除外. Null when it says anything else. A rule that is not named must be the one in focus.
 */
export function ruleBoundRequestIn(clause: ClauseText, context: DialogueContext): Adjustment | null {
  const talk = ruleBoundForms();
  const point = ({ value = [], by = [] }: ClauseGroups): BoundPoint | null =>
    by.length > 0 ? lasting(by) : value.length > 0 ? pointIn(value) : null;
  const kinds: readonly (readonly [Patterns, (groups: ClauseGroups) => RuleBound | null])[] = [
    [
      talk.pauses,
      (groups) => {
        if (!groups.value && !groups.by) return { kind: "pause", point: null };
        const said = point(groups);
        return said && { kind: "pause", point: said };
      },
    ],
    [talk.resumes, () => ({ kind: "resume" })],
    // Pauses are tried before, because 暂停到周日 is no last day.
    [
      talk.until,
      (groups) => {
        const said = point(groups);
        return said && isDay(said) ? { kind: "until", point: said } : null;
      },
    ],
    [talk.times, ({ by }) => timesSaid(by)],
    [talk.onlyIn, ({ value = [] }) => daysSaid(value, false)],
    [talk.notIn, ({ value = [] }) => daysSaid(value, true)],
    [
      talk.without,
      ({ value = [] }) => {
        const targets = thingsIn(value, context);
        return targets.length > 0 ? { kind: "without", targets } : null;
      },
    ],
  ];
  for (const [patterns, read] of kinds) {
    for (const pattern of patterns.in(clause.text)) {
      const groups = matchClause(clause, pattern);
      const to = groups && read(groups);
      const which = to && whichOf(groups.which, context);
      if (to && which) return { op: "adjust", which, to };
    }
  }
  return null;
}

/** The rule that the words name; without words, the one in focus. */
function whichOf(items: readonly Item[] | undefined, context: DialogueContext): PlanDescription | null {
  if (items === undefined) return { ...ANY_PLAN, it: true };
  const meant = planDescriptionIn(items, context);
  return meant && (meant.of === "rule" || meant.it) ? meant : null;
}

function timesSaid(items: readonly Item[] | undefined): RuleBound | null {
  if (items === undefined) return { kind: "times", times: 1 };
  const tokens = tokenise(items.map(({ text }) => text).join(" "));
  const times = readNumber(tokens, 0, lexicon().numbers)?.value ?? 0;
  return Number.isInteger(times) && times >= 1 && times <= MOST_TIMES ? { kind: "times", times } : null;
}

const MOST_TIMES = 100;

function daysSaid(items: readonly Item[], not: boolean): RuleBound | null {
  const ranges = daysOfYearIn(items);
  return ranges && { kind: "days", ranges, not };
}

function lasting(items: readonly Item[]): BoundPoint | null {
  const seconds = durationOf(items);
  return seconds === null || seconds < DAY_SECONDS ? null : { moment: null, seconds, end: null, next: false };
}

const DAY_SECONDS = 86_400;

/** A day of the calendar or week, the end of a period, or a time of day. */
function pointIn(items: readonly Item[]): BoundPoint | null {
  const { grammar } = items[0] ?? {};
  const text = items.map((item) => item.text).join(grammar?.spaces ? " " : "");
  const end = ruleBoundForms().ends.get(text) ?? null;
  if (end !== null) return { moment: null, seconds: null, end, next: false };
  const found = partialMomentIn(items, () => false);
  if (!found || found.moment.sun !== null) return null;
  const used = (item: Item): boolean =>
    found.words.has(item) || isTimeParticle(item) || isMark(item) || playsRole(item, "next_week");
  if (!items.every(used)) return null;
  const { hour, day, date, weekdays } = found.moment;
  if (hour === null && day === null && date === null && weekdays.length !== 1) return null;
  return { moment: found.moment, seconds: null, end: null, next: weekdayMentionIn(items)?.once === "next" };
}

/** Whether a day is said, and not only an hour: "until eight" may be about anything. */
function isDay({ moment, seconds, end }: BoundPoint): boolean {
  if (seconds !== null || end !== null) return true;
  return moment !== null && (moment.day !== null || moment.date !== null || moment.weekdays.length === 1);
}

/** Devices that the words name; empty when they say anything else. */
function thingsIn(items: readonly Item[], context: DialogueContext): readonly DeviceTarget[] {
  const named = items.some((item) => namesHomeEntity(item) || (item.lex?.kinds.length ?? 0) > 0);
  const only = items.every(
    (item) =>
      namesHomeEntity(item) ||
      isMark(item) ||
      isTimeParticle(item) ||
      playsRole(item, "and") ||
      (item.lex?.kinds.length ?? 0) > 0,
  );
  return named && only ? frameTargets(readFrame(items, context.index, true), context) : [];
}
