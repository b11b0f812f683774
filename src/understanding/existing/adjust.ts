import { targetsOf } from "../ground/planning.ts";
import type { Situation } from "../ground/situation.ts";
import type { Target } from "../ground/target.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { type Item, is, isMark } from "../parse/items.ts";
import { readFrame } from "../parse/read.ts";
import { isNamed } from "../parse/time-words.ts";
import { daysIn } from "../parse/weekdays.ts";
import { readNumber } from "../text/numbers.ts";
import type { Patterns } from "../text/patterns.ts";
import { tokenise } from "../text/tokens.ts";
import { durationOf } from "./changed.ts";
import { type Clause, type Groups, matches } from "./clause.ts";
import { adjustTalk } from "./compiled-adjust-forms.ts";
import { describedPlan } from "./description.ts";
import { isAround, momentIn } from "./moments.ts";
import { type Adjusted, ANY_PLAN, type PlanDescription, type PlanRequest, type PointSaid } from "./request.ts";
import { daysOfYearIn } from "./seasons.ts";

type Adjustment = Extract<PlanRequest, { op: "adjust" }>;

/**
 * A bound that a clause puts on an existing rule: "until Friday", "pause the curtain rule for a week", "not in summer",
 * 落地灯除外. Null when it says anything else. A rule that is not named must be the one in focus.
 */
export function adjustIn(clause: Clause, situation: Situation): Adjustment | null {
  const talk = adjustTalk();
  const point = ({ value = [], by = [] }: Groups): PointSaid | null =>
    by.length > 0 ? lasting(by) : value.length > 0 ? pointIn(value) : null;
  const kinds: readonly (readonly [Patterns, (groups: Groups) => Adjusted | null])[] = [
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
        const targets = thingsIn(value, situation);
        return targets.length > 0 ? { kind: "without", targets } : null;
      },
    ],
  ];
  for (const [patterns, read] of kinds) {
    for (const pattern of patterns.in(clause.text)) {
      const groups = matches(clause, pattern);
      const to = groups && read(groups);
      const which = to && whichOf(groups.which, situation);
      if (to && which) return { op: "adjust", which, to };
    }
  }
  return null;
}

/** The rule that the words name; without words, the one in focus. */
function whichOf(items: readonly Item[] | undefined, situation: Situation): PlanDescription | null {
  if (items === undefined) return { ...ANY_PLAN, it: true };
  const meant = describedPlan(items, situation);
  return meant && (meant.of === "rule" || meant.it) ? meant : null;
}

function timesSaid(items: readonly Item[] | undefined): Adjusted | null {
  if (items === undefined) return { kind: "times", times: 1 };
  const tokens = tokenise(items.map(({ text }) => text).join(" "));
  const times = readNumber(tokens, 0, lexicon().numbers)?.value ?? 0;
  return Number.isInteger(times) && times >= 1 && times <= MOST_TIMES ? { kind: "times", times } : null;
}

const MOST_TIMES = 100;

function daysSaid(items: readonly Item[], not: boolean): Adjusted | null {
  const ranges = daysOfYearIn(items);
  return ranges && { kind: "days", ranges, not };
}

function lasting(items: readonly Item[]): PointSaid | null {
  const seconds = durationOf(items);
  return seconds === null || seconds < DAY_SECONDS ? null : { moment: null, seconds, end: null, next: false };
}

const DAY_SECONDS = 86_400;

/** A day of the calendar or week, the end of a period, or a time of day. */
function pointIn(items: readonly Item[]): PointSaid | null {
  const { grammar } = items[0] ?? {};
  const text = items.map((item) => item.text).join(grammar?.spaces ? " " : "");
  const end = adjustTalk().ends.get(text) ?? null;
  if (end !== null) return { moment: null, seconds: null, end, next: false };
  const found = momentIn(items, () => false);
  if (!found || found.moment.sun !== null) return null;
  const used = (item: Item): boolean =>
    found.words.has(item) || isAround(item) || isMark(item) || is(item, "next_week");
  if (!items.every(used)) return null;
  const { hour, day, date, weekdays } = found.moment;
  if (hour === null && day === null && date === null && weekdays.length !== 1) return null;
  return { moment: found.moment, seconds: null, end: null, next: daysIn(items)?.once === "next" };
}

/** Whether a day is said, and not only an hour: "until eight" may be about anything. */
function isDay({ moment, seconds, end }: PointSaid): boolean {
  if (seconds !== null || end !== null) return true;
  return moment !== null && (moment.day !== null || moment.date !== null || moment.weekdays.length === 1);
}

/** Devices that the words name; empty when they say anything else. */
function thingsIn(items: readonly Item[], situation: Situation): readonly Target[] {
  const named = items.some((item) => isNamed(item) || (item.lex?.kinds.length ?? 0) > 0);
  const only = items.every(
    (item) => isNamed(item) || isMark(item) || isAround(item) || is(item, "and") || (item.lex?.kinds.length ?? 0) > 0,
  );
  return named && only ? targetsOf(readFrame(items, situation.index, true), situation) : [];
}
