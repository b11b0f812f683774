import { z } from "zod";
import type { Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import {
  Action,
  type Automation,
  AutomationDraft,
  Condition,
  type Scene,
  Trigger,
  type TriggerOf,
  toMs,
} from "../definition/index.ts";
import type { Check } from "../port.ts";
import { Problems } from "../problems.ts";
import {
  actionWithPeople,
  conditionWithPeople,
  type PersonChange,
  triggerWithPeople,
} from "../references/people-in.ts";
import { settledIn } from "../references/settle.ts";
import { automationWithTargets } from "../references/targets-in.ts";
import type { Resident } from "../residents.ts";
import { prepare, writeMoment } from "../schedule/next.ts";
import { zoneClock } from "../schedule/zone.ts";
import { approvalsFor } from "./approvals.ts";
import { AutomationChecks, type Parts } from "./automation-checks.ts";
import { freeId } from "./ids.ts";
import { personId } from "./people.ts";
import type { SceneTriggers } from "./scene-cycle.ts";
import { soundOf } from "./sound.ts";

/** What a check looks at besides the draft. */
export interface Surroundings {
  readonly home: Home;
  readonly now: number;
  readonly scene: (id: string) => Scene | undefined;
  /** The automations beside it that scenes trigger, to find those that would trigger each other for ever. */
  readonly triggers: SceneTriggers;
  /** The one that is saved under an id: a moment of it that has passed since is no mistake. */
  readonly saved: (id: string) => Automation | undefined;
  /** Origins that may be sent to unasked. */
  readonly allowed: readonly string[];
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: readonly string[] | null;
  /** null: the home has no people. */
  readonly residents: readonly Resident[] | null;
}

/** What a draft with problems comes to, besides them. */
const NOTHING: Check<never> = { definition: null, problems: [], warnings: [], approvals: [], outgoing: [] };
/** Deeper nesting than this is refused. */
const MAX_DEPTH = 12;

/** Looks at a draft: every problem with its field, and the complete definition when there is none. */
export function checkAutomation(input: unknown, around: Surroundings): Check<Automation> {
  const problems = new Problems();
  const warnings = new Problems();
  if (depthOf(input) > MAX_DEPTH * 3) {
    problems.add("", "", message("problems.tooDeep"), message("problems.splitUp"));
    return { ...NOTHING, problems: problems.list };
  }
  const parsed = AutomationDraft.safeParse(input);
  if (!parsed.success) {
    problems.addIssues(parsed.error, input);
    new AutomationChecks(around, problems, warnings, "draft").parts(soundParts(input));
    return { ...NOTHING, problems: problems.list };
  }
  const definition = complete(parsed.data, around);
  const checks = new AutomationChecks(around, problems, warnings, "draft");
  checks.all(definition);
  if (problems.list.length > 0) return { ...NOTHING, problems: problems.list, warnings: warnings.list };
  const { commands, outgoing } = checks;
  return {
    definition: automationWithTargets(definition, settledIn(around.home)),
    problems: [],
    warnings: warnings.list,
    approvals: approvalsFor(commands, around.home),
    outgoing,
  };
}

/** Fills in what saving settles: the id, when "in 40 minutes" is, and where an interval starts. */
function complete(draft: AutomationDraft, { home, now, saved, residents }: Surroundings): Automation {
  const byId: PersonChange = (person) => personId(person, residents);
  const triggers = draft.triggers.map((trigger): Trigger => {
    if (trigger.type === "presence") return triggerWithPeople(trigger, byId);
    if (trigger.type === "once" && trigger.in !== undefined) {
      const { in: delay, ...rest } = trigger;
      return { ...rest, at: writeMoment(now + toMs(delay), home.timezone) };
    }
    if (trigger.type === "interval" && trigger.from === undefined) {
      return { ...trigger, from: writeMoment(now, home.timezone) };
    }
    if (
      (trigger.type === "time" || trigger.type === "sun") &&
      trigger.every !== undefined &&
      trigger.from === undefined
    ) {
      return { ...trigger, from: firstDay(trigger, home, now) };
    }
    return trigger;
  });
  const conditions = draft.conditions?.map((each) => conditionWithPeople(each, byId));
  const actions = draft.actions.map((each) => actionWithPeople(each, byId));
  const id = draft.id ?? freeId(draft.name, "automation", (wanted) => saved(wanted) !== undefined);
  return { ...draft, ...(conditions && { conditions }), id, triggers, actions };
}

/** The day that a schedule comes for the first time: its cycle is counted from there. */
function firstDay(trigger: TriggerOf<"time" | "sun">, home: Home, now: number): string {
  const { every: _, ...daily } = trigger;
  const clock = zoneClock(("zone" in trigger && trigger.zone) || home.timezone);
  let first: number | null = null;
  try {
    first = prepare(daily, home)(now);
  } catch {
    // What is wrong with it is told by its check.
  }
  return new Date(clock.toLocal(first ?? now)).toISOString().slice(0, "2026-12-24".length);
}

/** The parts of a draft that have the right form: what else is wrong with them is told with what is wrong with the others. */
function soundParts(input: unknown): Parts {
  const { id, triggers, conditions, actions } = z.looseObject({}).catch({}).parse(input);
  const named = typeof id === "string" ? { id } : {};
  return {
    ...named,
    triggers: soundOf(triggers, Trigger),
    conditions: soundOf(conditions, Condition),
    actions: soundOf(actions, Action),
  };
}

function depthOf(value: unknown, limit = 100): number {
  if (typeof value !== "object" || value === null || limit === 0) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, each) => Math.max(deepest, depthOf(each, limit - 1)), 0);
}
