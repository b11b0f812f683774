import type { DialogueContext } from "../ground/context.ts";
import type { WordRole } from "../lexicon/types.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { isPlaceName } from "../parse/senses.ts";
import type { Patterns } from "../text/patterns.ts";
import { durationOf, planChangeIn } from "./change.ts";
import { type ClauseGroups, type ClauseText, clauseOf, matchClause } from "./clause-text.ts";
import { planForms } from "./compiled-forms.ts";
import { planDescriptionIn, planNounOf } from "./description.ts";
import { isTimeParticle, partialMomentIn } from "./moments.ts";
import {
  ANY_PLAN,
  isAnyPlan,
  type PartialMoment,
  type PlanDescription,
  type PlanRequest,
  type RequestedChange,
} from "./request.ts";
import { ruleBoundRequestIn } from "./rule-bounds.ts";

/** In items: longer clauses are about something else too. */
const LONGEST = 24;
/** The same in characters. */
const LONGEST_TEXT = 100;

/**
 * Reads a question about existing plans, or a request to cancel or change them. Null when the clause is about something
 * else, or has an unused word. Without a word for a plan, an existing plan must fit all of it.
 */
export function readPlanRequest(items: readonly Item[], context: DialogueContext): PlanRequest | null {
  if (items.length > LONGEST) return null;
  if (!context.plans && !anyHasRole(items, ASKING) && !items.some((item) => planNounOf(item) !== null)) return null;
  const ends = items.findLastIndex((item) => !isMark(item));
  if (items.slice(0, ends).some((item) => isMark(item) && SEPARATING.has(item.text))) return null;
  const clause = clauseOf(items);
  if (clause.items.length === 0 || clause.text.length > LONGEST_TEXT) return null;
  return (
    questionIn(clause, context) ?? adjustedIn(clause, context) ?? cancelIn(clause, context) ?? changeIn(clause, context)
  );
}

/** Marks that another clause follows. */
const SEPARATING: ReadonlySet<string> = new Set([",", ";", ".", "?", "!", ":"]);

/** Roles of question words; questions about reminders or waking may lack a word for a plan. */
const ASKING = roleSet("what", "when", "since", "yesNo", "which");

/** A bound on a rule that is named, if one fits. */
function adjustedIn(clause: ClauseText, context: DialogueContext): PlanRequest | null {
  if (!context.plans || !clause.items.some((item) => planNounOf(item) === "rule")) return null;
  const request = ruleBoundRequestIn(clause, context);
  return request && request.which.of === "rule" && context.plans.fits(request) ? request : null;
}

function questionIn(clause: ClauseText, context: DialogueContext): PlanRequest | null {
  const talk = planForms();
  const left = firstOf(clause, talk.asksLeft, ({ which = [] }) => {
    const meant = which.length === 0 ? { ...ANY_PLAN, it: true } : planDescriptionIn(which, context);
    // "How long's left on the pasta" names a timer.
    if (meant?.of === null && meant.words.length > 0) {
      const named: PlanRequest = { op: "tell", which: { ...meant, of: "timer", it: false }, left: true };
      return context.plans?.fits(named) ? named : null;
    }
    if (!meant || (meant.of === null && !(meant.it && isAnyPlan(meant)))) return null;
    return meant.of === "plan" || meant.of === "rule" ? null : { op: "tell", which: meant, left: true };
  });
  if (left) return left;
  for (const [patterns, of] of [
    [talk.asksReminders, "reminder"],
    [talk.asksWaking, "alarm"],
  ] as const) {
    const asked = firstOf(clause, patterns, ({ which = [] }) => {
      const meant = which.length === 0 ? ANY_PLAN : planDescriptionIn(which, context);
      return meant && (meant.of === null || meant.of === of) && saysWhen(meant)
        ? { op: "tell", which: { ...meant, of }, left: false }
        : null;
    });
    if (asked) return asked;
  }
  return firstOf(clause, talk.asks, ({ which = [], more = [] }) => {
    const said = [...which, ...more];
    if (!said.some((item) => planNounOf(item) !== null)) return null;
    const meant = planDescriptionIn(said, context);
    const told = meant?.of === "alarm" || meant?.of === "timer" || meant?.of === "reminder";
    return meant && told && meant.targets.length === 0 ? { op: "tell", which: meant, left: false } : null;
  });
}

/** Whether only its time is described; more belongs to another sentence. */
function saysWhen({ targets, acts, words }: PlanDescription): boolean {
  return targets.length + acts.length + words.length === 0;
}

function cancelIn(clause: ClauseText, context: DialogueContext): PlanRequest | null {
  const { cancels, declines } = planForms();
  const cancelled =
    (declined: boolean) =>
    ({ which = [], more = [] }: ClauseGroups): PlanRequest | null => {
      const meant = planDescriptionIn([...which, ...more], context);
      if (meant === null) return null;
      // 关掉厨房全部 switches devices off.
      const ofHome = meant.targets.length > 0 || (meant.moment === null && [...which, ...more].some(isPlaceName));
      if (meant.of === null && ofHome && !takesPlan(clause, which, more)) return null;
      // "Turn everything off" is about devices, even right after plans were listed.
      if (
        meant.of === null &&
        meant.all &&
        which.some((item) => playsRole(item, "everything")) &&
        !takesPlan(clause, which, more)
      )
        return null;
      // 不要电视 may be about the television, unless it has a time or a word for a plan.
      const timed = meant.moment !== null || meant.durations.length > 0;
      const here = declined && !timed && (meant.of === null || meant.of === "plan");
      return sure({ op: "cancel", which: meant, here }, meant, context);
    };
  return firstOf(clause, cancels, cancelled(false)) ?? firstOf(clause, declines, cancelled(true));
}

/** Whether the words around a device cancel its plan: "turn off the lamp" is about the lamp. */
function takesPlan(clause: ClauseText, ...described: readonly (readonly Item[])[]): boolean {
  const around = clause.items.filter((item) => !described.some((part) => part.includes(item)));
  return around.some((item) => playsAnyRole(item, TAKING)) && !around.some(isDone);
}

const TAKING = ["cancel", "delete", "not"] as const satisfies readonly WordRole[];

/** Whether it is an act on a device or a state of one. */
function isDone({ lex }: Item): boolean {
  return lex !== null && (lex.acts.length > 0 || lex.roles.includes("off") || lex.roles.includes("on"));
}

function changeIn(clause: ClauseText, context: DialogueContext): PlanRequest | null {
  const { another, changes, earlier, later } = planForms();
  const moved = (sign: 1 | -1, { which = [], by = [] }: ClauseGroups): PlanRequest | null => {
    const seconds = durationOf(by);
    if (seconds === null) return null;
    return changeOf(which, { kind: "by", seconds: sign * seconds }, context);
  };
  const changed = ({ which = [], value, rest = [] }: ClauseGroups): PlanRequest | null => {
    if (value) {
      const to = planChangeIn(value);
      return to && changeOf(which, to, context);
    }
    for (let at = 1; at < rest.length; at += 1) {
      const to = planChangeIn(rest.slice(at));
      const request = to && changeOf(rest.slice(0, at), to, context);
      if (request) return request;
    }
    return null;
  };
  const more = ({ value = [], name = [] }: ClauseGroups): PlanRequest | null => {
    const to = planChangeIn(value);
    if (to === null || to.kind === "by" || !context.plans) return null;
    const request: PlanRequest = { op: "another", to, ...(name.length > 0 && { name: textOf(name) }) };
    return context.plans.fits(request) ? request : null;
  };
  return (
    firstOf(clause, later, (groups) => moved(1, groups)) ??
    firstOf(clause, earlier, (groups) => moved(-1, groups)) ??
    firstOf(clause, another, more) ??
    firstOf(clause, changes, changed)
  );
}

/** What words say, as they were said. */
function textOf(items: readonly Item[]): string {
  return items.map(({ said }) => said).join(items.some(({ grammar }) => grammar.spaces) ? " " : "");
}

function changeOf(which: readonly Item[], to: RequestedChange, context: DialogueContext): PlanRequest | null {
  const days = to.kind === "moment" || to.kind === "number" ? daysAlone(which) : [];
  const there = momentOf(to);
  if (days.length > 0 && there !== null && there.weekdays.length === 0) {
    // 周末改成十一点 changes a plan on some of its days.
    const moment = { ...there, weekdays: days, recurring: true };
    const request = { op: "change", which: { ...ANY_PLAN, it: true }, to: { kind: "moment", moment } } as const;
    if (context.plans?.fits(request)) return request;
  }
  const meant = which.length === 0 ? { ...ANY_PLAN, it: true } : planDescriptionIn(which, context);
  return meant && sure({ op: "change", which: meant, to }, meant, context);
}

/** The recurring days, if the words say nothing else. */
function daysAlone(items: readonly Item[]): readonly number[] {
  const found = partialMomentIn(items, () => false);
  if (!found?.moment.recurring || found.moment.hour !== null || found.moment.part !== null) return [];
  return items.every((item) => isMark(item) || found.words.has(item) || isTimeParticle(item))
    ? found.moment.weekdays
    : [];
}

function momentOf(to: RequestedChange): PartialMoment | null {
  if (to.kind === "moment") return to.moment;
  if (to.kind !== "number" || to.value > 24) return null;
  return {
    hour: to.value,
    minute: 0,
    exact: to.value > 12,
    part: null,
    day: null,
    date: null,
    weekdays: [],
    recurring: false,
    sun: null,
  };
}

/** The request, if it names a plan or an existing plan fits it. */
function sure(request: PlanRequest, { of, targets }: PlanDescription, context: DialogueContext): PlanRequest | null {
  // A plan that is described by its device must exist.
  const named = of !== null && of !== "plan" && of !== "rule" && targets.length === 0;
  return named || context.plans?.fits(request) ? request : null;
}

function firstOf(
  clause: ClauseText,
  patterns: Patterns,
  make: (groups: ClauseGroups) => PlanRequest | null,
): PlanRequest | null {
  for (const pattern of patterns.in(clause.text)) {
    const groups = matchClause(clause, pattern);
    const request = groups && make(groups);
    if (request) return request;
  }
  return null;
}
