import type { Condition } from "../../automation/index.ts";
import { notTaken, type SentenceDecision } from "../decision/decide.ts";
import { ANY_PLAN, type Cause, type PlanRequest } from "../existing/request.ts";
import { boundOf, conditionOf, type Rule, startOf } from "../ground/conditions.ts";
import type { HouseholdNames, Refusal, Situation } from "../ground/situation.ts";
import { type Item, segment } from "../parse/items.ts";
import { isRecurring } from "../parse/times.ts";
import { takeWindows, type Window } from "../parse/windows.ts";
import type { Step, Understanding } from "../plan.ts";
import { isTelling, whenever } from "../sentence/rule.ts";
import { Sentence } from "../sentence/sentence.ts";
import { tokenise } from "../text/tokens.ts";
import type { RulesAsked } from "../utterance/forms/household.ts";
import { type HouseholdClause, householdClauseIn, rulesAsked } from "./clause.ts";
import { isGone, type Meant, meaningOf, type Trigger } from "./meaning.ts";

/**
 * A rule that depends on who comes, goes or is at home, or on a mode of the home: "when Emma comes home, turn on the hall
 * light", 离家模式下门开了就告诉我; or what is asked of such rules. Null for any other sentence.
 *
 * @param on decides what the rest of the sentence means
 */
export function householdRuleIn(
  said: string,
  on: (part: string) => SentenceDecision,
  situation: Situation,
): SentenceDecision | null {
  const { household } = situation;
  if (!household || household.people.length + household.modes.length === 0) return null;
  const clause = householdClauseIn(said, household, situation.index);
  if (clause === null) return null;
  if (clause.said.kind === "presence" && household.people.length === 0) return null;
  const meant = meaningOf(clause, household, situation);
  if (meant === null) return null;
  if (clause.narrowed) return notTaken("not understood");
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
  const steps = ruleSteps(clause, given, on, situation);
  // Whose name it may be is asked only where a rule is meant.
  if (steps !== null) return "code" in meant ? refused(meant) : certain(steps);
  return onHouseholdNow(clause) ? notTaken("not understood") : null;
}

/** "If Emma is home, turn on the fan": it is looked at now. Null where it is about another time. */
function lookedAt(
  clause: HouseholdClause,
  meant: Meant,
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

/** What is read in the place of somebody whom nobody knows. */
const ANYBODY: Meant = {
  triggers: [{ type: "presence", person: "anyone", to: "home" }],
  condition: { type: "presence", person: "anyone", is: "home" },
  beside: [],
  moment: true,
  causes: [],
};

/** A clause that is about the household alone, beside which what is left is not to be done at once. */
function onHouseholdNow({ said }: HouseholdClause): boolean {
  return said.kind === "mode" || said.who.kind !== "named";
}

function certain(steps: readonly Step[]): SentenceDecision {
  const understanding: Understanding = { kind: "plan", steps, frames: [] };
  return { kind: "act", understanding, confidence: 1, reason: "certain", readings: [] };
}

function refused(refusal: Refusal): SentenceDecision {
  return certain([{ kind: "refuse", refusal }]);
}

/** What is wanted of rules, as the sentence without the clause says it; null where that is about something else. */
function requestIn({ kind, understanding }: SentenceDecision): Exclude<PlanRequest, { op: "another" }> | null {
  if (kind !== "act" || understanding.kind === "unknown") return null;
  const [step, ...others] = understanding.steps;
  if (step?.kind !== "existing" || others.length > 0) return null;
  const { request } = step;
  return request.op !== "another" && request.which.of === "rule" ? request : null;
}

function requestFor(asked: RulesAsked, by: readonly Cause[]): PlanRequest {
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

/** The rule as steps; null where the rest is not understood. */
function ruleSteps(
  clause: HouseholdClause,
  meant: Meant,
  on: (part: string) => SentenceDecision,
  situation: Situation,
): readonly Step[] | null {
  const items = segment(tokenise(clause.rest), clause.rest, situation.index);
  if (items.length > 0 && items.every(isTelling))
    return startedBy(clause, meant, [], (rule) => [
      { kind: "whenever", rule, steps: [], lasting: null, afterwards: null, notice: clause.text },
    ]);
  const beside = clause.lasting === null ? besideOthers(clause, meant, on) : null;
  return beside ?? commanded(clause, meant, situation);
}

/** The clause as what starts it, within windows. */
function startedBy(
  { lasting }: HouseholdClause,
  { triggers, condition, beside, moment }: Meant,
  windows: readonly Window[],
  make: (rule: Rule) => readonly Step[] | null,
): readonly Step[] | null {
  const held = lasting === null ? triggers : heldFor(triggers, lasting);
  if (held === null) return null;
  const bounds = [...windows.map(boundOf), ...(lasting === null ? beside : soFor(beside, lasting))];
  // "when nobody is home at night": also when the night begins, and nobody is.
  const starts = moment || condition === null || lasting !== null ? [] : windows.flatMap(startOf);
  if (starts.length === 0) return make({ triggers: held, conditions: bounds });
  const so = beside.length === 0 ? statesIn(condition) : [];
  return make({ triggers: [...held, ...starts], conditions: [...bounds, ...so] });
}

/** One by one, where all of several must be so. */
function statesIn(condition: Condition | null): readonly Condition[] {
  if (condition === null) return [];
  return condition.type === "all" ? condition.of : [condition];
}

/** That it has been so for that long. */
function soFor(states: readonly Condition[], seconds: number): readonly Condition[] {
  return states.map((state) => (state.type === "presence" ? { ...state, for: `${seconds}s` } : state));
}

function heldFor(triggers: readonly Trigger[], seconds: number): readonly Trigger[] | null {
  const held = triggers.flatMap((trigger): Trigger[] =>
    trigger.type === "presence" ? [{ ...trigger, for: `${seconds}s` }] : [],
  );
  return held.length === triggers.length ? held : null;
}

/** "… turn on the hall light", within windows that are said: what is done when it starts. */
function commanded(clause: HouseholdClause, meant: Meant, situation: Situation): readonly Step[] | null {
  const { forms, rest } = clause;
  if (clause.looks && !isEmptiness(clause, meant)) return null;
  const found = forms.dark.exec(rest.toLowerCase());
  const said = found ? forms.joined(rest.slice(0, found.index), rest.slice(found.index + found[0].length), "") : rest;
  const text = isGone(meant) && forms.lights.said.test(said.toLowerCase()) ? forms.lights.all : said;
  const bounds = takeWindows(segment(tokenise(text), text, situation.index));
  if (!bounds) return null;
  const dark: readonly Window[] = found ? [{ kind: "sun", up: false }] : [];
  const windows = [...dark, ...bounds.windows];
  const steps = stepsOf(bounds.rest, text, meant, situation);
  if (steps === null) return null;
  const telling = bounds.rest.length > 0 && bounds.rest.every(isTelling);
  if (telling) return null;
  const [first] = steps;
  // "turn it off after five minutes": once nobody has been there for so long.
  if (steps.length === 1 && first?.kind === "later" && first.when.kind === "delay" && first.lasting === null) {
    const { seconds } = first.when;
    if (clause.lasting !== null) return null;
    return startedBy({ ...clause, lasting: seconds }, meant, windows, (rule) => whenever(first.steps, rule));
  }
  const made = startedBy(clause, meant, windows, (rule) => whenever(steps, rule));
  return made !== null && made.length > 0 ? made : null;
}

/** What is done then. Whoever goes last means the home, and not the room that it is said in. */
function stepsOf(items: readonly Item[], text: string, meant: Meant, situation: Situation): readonly Step[] | null {
  const understood = (around: Situation): readonly Step[] | null => {
    const done = new Sentence(text, around, null, "later").understand(items);
    return done.kind === "plan" ? done.steps : null;
  };
  const wide = isGone(meant) ? understood({ ...situation, room: null }) : null;
  const settled = wide?.every((step) => step.kind === "do" && step.refusals.length === 0) ?? false;
  return settled ? wide : understood(situation);
}

/** "If nobody is home, turn off the lights" is about each time; "if Emma is home", or is not, looks at it now. */
function isEmptiness({ said }: HouseholdClause, { moment }: Meant): boolean {
  if (moment) return true;
  if (said.kind !== "presence" || said.who.kind === "named" || said.who.kind === "speaker") return false;
  return said.who.kind === "nobody" ? said.to === "home" : said.to === "away";
}

/** Beside a time or something else that happens it is what must hold: "every day at 7 if anyone is home". */
function besideOthers(
  clause: HouseholdClause,
  { condition, beside, moment, triggers }: Meant,
  on: (part: string) => SentenceDecision,
): readonly Step[] | null {
  const { understanding, kind } = on(clause.rest);
  if (kind !== "act" || understanding.kind === "unknown" || understanding.steps.length === 0) return null;
  const bound: Step[] = [];
  for (const step of understanding.steps) {
    if (step.kind === "whenever" && !moment && condition !== null) {
      const { rule } = step;
      bound.push({ ...step, rule: { ...rule, conditions: [...rule.conditions, ...statesIn(condition)] } });
    } else if (step.kind === "whenever" && moment) {
      // "when Emma comes home and the TV is off": how it is then.
      const states = stateOf(step.rule);
      if (states === null) return null;
      bound.push({ ...step, rule: { triggers, conditions: [...beside, ...step.rule.conditions, ...states] } });
    } else if (step.kind === "later" && !moment && condition !== null) {
      const timed = timedIn(step, clause);
      if (timed === null) return null;
      bound.push({ ...timed, conditions: statesIn(condition) });
    } else return null;
  }
  return bound;
}

/** How it is when a rule would start; null where it only happens. */
function stateOf({ triggers }: Rule): readonly Condition[] | null {
  const states = triggers.map((trigger) =>
    trigger.type === "property" || trigger.type === "numeric" || trigger.type === "availability"
      ? conditionOf(trigger)
      : null,
  );
  const known = states.filter((state) => state !== null);
  if (known.length < states.length) return null;
  const [only, ...others] = known;
  if (!only) return null;
  return others.length === 0 ? [only] : [{ type: "any", of: known }];
}

/** "if nobody is home at eleven": every day, where no day is said. */
function timedIn(
  step: Extract<Step, { kind: "later" }>,
  clause: HouseholdClause,
): Extract<Step, { kind: "later" }> | null {
  const { when } = step;
  if (isRecurring(when)) return step;
  if (when.kind !== "at") return null;
  const leading = clause.before.trim() === "" && when.day === null && when.date === null;
  if (!leading || clause.forms.oneDay.test(clause.rest.toLowerCase())) return step;
  return { ...step, when: { ...when, weekdays: EVERY_DAY, once: null } };
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
