import type { Condition } from "../../automation/index.ts";
import { handOnDecision, type SentenceDecision } from "../decision/decide.ts";
import { boundOf, conditionOfTrigger, type RuleDraft, startOf } from "../ground/conditions.ts";
import type { DialogueContext, HouseholdNames, Refusal } from "../ground/context.ts";
import type { Item } from "../parse/items.ts";
import { segment } from "../parse/segment.ts";
import { isRecurring } from "../parse/time/time-expression.ts";
import { extractWindows, type TimeWindow } from "../parse/time/time-windows.ts";
import type { SentenceStep, Understanding } from "../plan.ts";
import { ANY_PLAN, type PlanRequest, type RuleDependency } from "../plans/request.ts";
import { isTelling, wheneverSteps } from "../sentence/rule.ts";
import { Sentence } from "../sentence/sentence.ts";
import { tokenise } from "../text/tokens.ts";
import type { RulesAsked } from "../utterance/forms/household.ts";
import { type HouseholdClause, householdClauseIn, rulesAsked } from "./clause.ts";
import { type HouseholdMeaning, type HouseholdTrigger, leavesHomeEmpty, meaningOf } from "./meaning.ts";

/**
 * A rule that depends on people or modes: "when Emma comes home, turn on the hall light", 离家模式下门开了就告诉我; or a request about
 * such rules. Null for other sentences.
 * @param on decides what the rest of the sentence means
 */
export function householdRuleIn(
  said: string,
  on: (part: string) => SentenceDecision,
  context: DialogueContext,
): SentenceDecision | null {
  const { household } = context;
  if (!household || household.people.length + household.modes.length === 0) return null;
  const clause = householdClauseIn(said, household, context.index);
  if (clause === null) return null;
  if (clause.said.kind === "presence" && household.people.length === 0) return null;
  const meant = meaningOf(clause, household, context);
  if (meant === null) return null;
  if (clause.narrowed) return handOnDecision("not understood");
  const asked = rulesAsked(clause.forms, clause.rest);
  if (asked)
    return "code" in meant ? refused(meant) : certain([{ kind: "existing", request: requestFor(asked, meant.causes) }]);
  if (clause.forms.rule.test(clause.rest.toLowerCase())) {
    const request = requestIn(on(clause.rest));
    if (request === null) return null;
    return "code" in meant
      ? refused(meant)
      : certain([{ kind: "existing", request: { ...request, which: { ...request.which, by: meant.causes } } }]);
  }
  const now = "code" in meant ? null : lookedAt(clause, meant, on, household);
  if (now) return now;
  const given = "code" in meant ? ANYBODY : meant;
  const steps = ruleSteps(clause, given, on, context);
  // An unknown name is refused only where a rule is meant.
  if (steps !== null) return "code" in meant ? refused(meant) : certain(steps);
  return onHouseholdNow(clause) ? handOnDecision("not understood") : null;
}

/** Checks the condition now: "if Emma is home, turn on the fan". Null when it is about another time. */
function lookedAt(
  clause: HouseholdClause,
  meant: HouseholdMeaning,
  on: (part: string) => SentenceDecision,
  { isSo, people }: HouseholdNames,
): SentenceDecision | null {
  const { condition } = meant;
  if (!clause.looks || isEmptiness(clause, meant) || condition?.type !== "presence") return null;
  const decision = on(clause.rest);
  const { understanding, kind } = decision;
  if (kind !== "act" || understanding.kind === "unknown") return null;
  if (!understanding.steps.every(({ kind: each }) => each === "do" || each === "scene")) return null;
  const so = isSo(condition.person, condition.is);
  if (so === true) return decision;
  const person = people.find(({ id }) => id === condition.person)?.names[0] ?? null;
  if (person !== null) {
    const home = so === null ? null : condition.is === "away";
    return refused({ code: "not-there", who: person, home });
  }
  return so === false && condition.person === "anyone" && condition.is === "home"
    ? refused({ code: "not-there", who: null, home: true })
    : null;
}

/** Stands for a person who is not known, to see whether the rest is a rule. */
const ANYBODY: HouseholdMeaning = {
  triggers: [{ type: "presence", person: "anyone", to: "home" }],
  condition: { type: "presence", person: "anyone", is: "home" },
  extraConditions: [],
  moment: true,
  causes: [],
};

/** Whether the clause is clearly about the household, so that the rest must not be done at once. */
function onHouseholdNow({ said }: HouseholdClause): boolean {
  return said.kind === "mode" || said.who.kind !== "named";
}

function certain(steps: readonly SentenceStep[]): SentenceDecision {
  const understanding: Understanding = { kind: "plan", steps, frames: [] };
  return { kind: "act", understanding, confidence: 1, reason: "certain", readings: [] };
}

function refused(refusal: Refusal): SentenceDecision {
  return certain([{ kind: "refuse", refusal }]);
}

/** The request about rules in the rest of the sentence; null when it is about something else. */
function requestIn({ kind, understanding }: SentenceDecision): Exclude<PlanRequest, { op: "another" }> | null {
  if (kind !== "act" || understanding.kind === "unknown") return null;
  const [step, ...others] = understanding.steps;
  if (step?.kind !== "existing" || others.length > 0) return null;
  const { request } = step;
  return request.op !== "another" && request.which.of === "rule" ? request : null;
}

function requestFor(asked: RulesAsked, by: readonly RuleDependency[]): PlanRequest {
  const which = { ...ANY_PLAN, of: "rule", by } as const;
  switch (asked) {
    case "tell":
      return { op: "tell", which, left: false };
    case "cancel":
      return { op: "cancel", which, here: false };
    case "pause":
      return { op: "adjust", which, to: { kind: "pause", point: null } };
    case "resume":
      return { op: "adjust", which, to: { kind: "resume" } };
    default:
      return asked satisfies never;
  }
}

/** The steps of the rule; null when the rest is not understood. */
function ruleSteps(
  clause: HouseholdClause,
  meant: HouseholdMeaning,
  on: (part: string) => SentenceDecision,
  context: DialogueContext,
): readonly SentenceStep[] | null {
  const items = segment(tokenise(clause.rest), clause.rest, context.index);
  if (items.length > 0 && items.every(isTelling))
    return startedBy(clause, meant, [], (rule) => [
      { kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice: clause.text },
    ]);
  const beside = clause.lasting === null ? besideOthers(clause, meant, on) : null;
  return beside ?? commanded(clause, meant, context);
}

/** Builds the rule from the clause and time windows; null when it cannot last as long as said. */
function startedBy(
  { lasting }: HouseholdClause,
  { triggers, condition, extraConditions, moment }: HouseholdMeaning,
  windows: readonly TimeWindow[],
  make: (rule: RuleDraft) => readonly SentenceStep[] | null,
): readonly SentenceStep[] | null {
  const held = lasting === null ? triggers : heldFor(triggers, lasting);
  if (held === null) return null;
  const bounds = [...windows.map(boundOf), ...(lasting === null ? extraConditions : soFor(extraConditions, lasting))];
  // "When nobody is home at night" also starts when the night begins and nobody is.
  const starts = moment || condition === null || lasting !== null ? [] : windows.flatMap(startOf);
  if (starts.length === 0) return make({ triggers: held, conditions: bounds });
  const so = extraConditions.length === 0 ? statesIn(condition) : [];
  return make({ triggers: [...held, ...starts], conditions: [...bounds, ...so] });
}

/** The single conditions of a combined one. */
function statesIn(condition: Condition | null): readonly Condition[] {
  if (condition === null) return [];
  return condition.type === "all" ? condition.of : [condition];
}

/** The conditions with a duration. */
function soFor(states: readonly Condition[], seconds: number): readonly Condition[] {
  return states.map((state) => (state.type === "presence" ? { ...state, for: `${seconds}s` } : state));
}

/** The triggers with a duration; null when one of them cannot have any. */
function heldFor(triggers: readonly HouseholdTrigger[], seconds: number): readonly HouseholdTrigger[] | null {
  const held = triggers.flatMap((trigger): HouseholdTrigger[] =>
    trigger.type === "presence" ? [{ ...trigger, for: `${seconds}s` }] : [],
  );
  return held.length === triggers.length ? held : null;
}

/** The rule with its command, within time windows: "… turn on the hall light". Null when it is not understood. */
function commanded(
  clause: HouseholdClause,
  meant: HouseholdMeaning,
  context: DialogueContext,
): readonly SentenceStep[] | null {
  const { forms, rest } = clause;
  if (clause.looks && !isEmptiness(clause, meant)) return null;
  const found = forms.dark.exec(rest.toLowerCase());
  const said = found ? forms.joined(rest.slice(0, found.index), rest.slice(found.index + found[0].length), "") : rest;
  const text = leavesHomeEmpty(meant) && forms.lights.said.test(said.toLowerCase()) ? forms.lights.all : said;
  const bounds = extractWindows(segment(tokenise(text), text, context.index));
  if (!bounds) return null;
  const dark: readonly TimeWindow[] = found ? [{ kind: "sun", up: false }] : [];
  const windows = [...dark, ...bounds.windows];
  const steps = stepsOf(bounds.rest, text, meant, context);
  if (steps === null) return null;
  const telling = bounds.rest.length > 0 && bounds.rest.every(isTelling);
  if (telling) return null;
  const [first] = steps;
  // "Turn it off after five minutes" means after an absence of that length.
  if (steps.length === 1 && first?.kind === "later" && first.when.kind === "delay" && first.lasting === null) {
    const { seconds } = first.when;
    if (clause.lasting !== null) return null;
    return startedBy({ ...clause, lasting: seconds }, meant, windows, (rule) => wheneverSteps(first.steps, rule));
  }
  const made = startedBy(clause, meant, windows, (rule) => wheneverSteps(steps, rule));
  return made !== null && made.length > 0 ? made : null;
}

/** The steps of the command. After the last person has left it concerns the whole home, not the speaker's room. */
function stepsOf(
  items: readonly Item[],
  text: string,
  meant: HouseholdMeaning,
  context: DialogueContext,
): readonly SentenceStep[] | null {
  const understood = (around: DialogueContext): readonly SentenceStep[] | null => {
    const done = new Sentence(text, around, null, "later").understand(items);
    return done.kind === "plan" ? done.steps : null;
  };
  const wide = leavesHomeEmpty(meant) ? understood({ ...context, room: null }) : null;
  const settled = wide?.every((step) => step.kind === "do" && step.refusals.length === 0) ?? false;
  return settled ? wide : understood(context);
}

/** Whether an "if" is about each time: "if nobody is home, turn off the lights". "If Emma is home" is checked now. */
function isEmptiness({ said }: HouseholdClause, { moment }: HouseholdMeaning): boolean {
  if (moment) return true;
  if (said.kind !== "presence" || said.who.kind === "named" || said.who.kind === "speaker") return false;
  return said.who.kind === "nobody" ? said.to === "home" : said.to === "away";
}

/**
 * Adds the clause as a condition to a command with its own time or event: "every day at 7 if anyone is home". Null when it
 * has neither.
 */
function besideOthers(
  clause: HouseholdClause,
  { condition, extraConditions, moment, triggers }: HouseholdMeaning,
  on: (part: string) => SentenceDecision,
): readonly SentenceStep[] | null {
  const { understanding, kind } = on(clause.rest);
  if (kind !== "act" || understanding.kind === "unknown" || understanding.steps.length === 0) return null;
  const bound: SentenceStep[] = [];
  for (const step of understanding.steps) {
    if (step.kind === "whenever" && !moment && condition !== null) {
      const { rule } = step;
      bound.push({ ...step, rule: { ...rule, conditions: [...rule.conditions, ...statesIn(condition)] } });
    } else if (step.kind === "whenever" && moment) {
      // "When Emma comes home and the TV is off": the event of the other rule becomes a condition.
      const states = stateOf(step.rule);
      if (states === null) return null;
      bound.push({ ...step, rule: { triggers, conditions: [...extraConditions, ...step.rule.conditions, ...states] } });
    } else if (step.kind === "later" && !moment && condition !== null) {
      const timed = timedIn(step, clause);
      if (timed === null) return null;
      bound.push({ ...timed, conditions: statesIn(condition) });
    } else return null;
  }
  return bound;
}

/** The condition that a rule's triggers amount to; null when they are only events. */
function stateOf({ triggers }: RuleDraft): readonly Condition[] | null {
  const states = triggers.map((trigger) =>
    trigger.type === "property" || trigger.type === "numeric" || trigger.type === "availability"
      ? conditionOfTrigger(trigger)
      : null,
  );
  const known = states.filter((state) => state !== null);
  if (known.length < states.length) return null;
  const [only, ...others] = known;
  if (!only) return null;
  return others.length === 0 ? [only] : [{ type: "any", of: known }];
}

/** Makes it recur every day where no day is said: "if nobody is home at eleven". Null for other timings. */
function timedIn(
  step: Extract<SentenceStep, { kind: "later" }>,
  clause: HouseholdClause,
): Extract<SentenceStep, { kind: "later" }> | null {
  const { when } = step;
  if (isRecurring(when)) return step;
  if (when.kind !== "at") return null;
  const leading = clause.before.trim() === "" && when.day === null && when.date === null;
  if (!leading || clause.forms.oneDay.test(clause.rest.toLowerCase())) return step;
  return { ...step, when: { ...when, weekdays: EVERY_DAY, once: null } };
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
