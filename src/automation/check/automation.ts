import { z } from "zod";
import { message } from "../../language/index.ts";
import { actionsWithPeople } from "../actions/index.ts";
import { conditionWithPeople } from "../conditions/index.ts";
import { type Automation, AutomationAction, AutomationDraft, Condition, Trigger } from "../definition/index.ts";
import type { Check } from "../port.ts";
import { settledIn } from "../references/settle.ts";
import { automationWithTargets } from "../references/targets-in.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { approvalsFor } from "./approvals.ts";
import { AutomationChecks, type AutomationParts } from "./automation-checks.ts";
import type { CheckContext } from "./context.ts";
import { personId } from "./household.ts";
import { freeDefinitionId } from "./names.ts";
import { ProblemList } from "./problems.ts";
import { validItems } from "./valid-items.ts";

/** The result for a draft with problems, without them. */
const NOTHING: Check<never> = { definition: null, problems: [], warnings: [], approvals: [], outgoing: [] };
/** Deeper nesting than this is refused. */
const MAX_DEPTH = 12;

/** Checks a draft: every problem with its field, and the complete definition when there is none. */
export function checkAutomation(input: unknown, context: CheckContext): Check<Automation> {
  const problems = new ProblemList();
  const warnings = new ProblemList();
  if (depthOf(input) > MAX_DEPTH * 3) {
    problems.add("", "", message("problems.tooDeep"), message("problems.splitUp"));
    return { ...NOTHING, problems: problems.list };
  }
  const parsed = AutomationDraft.safeParse(input);
  if (!parsed.success) {
    problems.addIssues(parsed.error, input);
    new AutomationChecks(context, problems, warnings, "draft").parts(soundParts(input));
    return { ...NOTHING, problems: problems.list };
  }
  const definition = complete(parsed.data, context);
  const checks = new AutomationChecks(context, problems, warnings, "draft");
  checks.all(definition);
  if (problems.list.length > 0) return { ...NOTHING, problems: problems.list, warnings: warnings.list };
  const { commands, outgoing } = checks;
  return {
    definition: automationWithTargets(definition, settledIn(context.home)),
    problems: [],
    warnings: warnings.list,
    approvals: approvalsFor(commands, context.home),
    outgoing,
  };
}

/** Completes a draft as it is saved: the id, the moment of "in 40 minutes", the start of an interval. */
function complete(draft: AutomationDraft, { home, now, saved, residents }: CheckContext): Automation {
  const byId = (person: string) => personId(person, residents);
  const triggers = draft.triggers.map((trigger): Trigger => {
    const kind = triggerKindOf(trigger);
    return kind.completed(kind.references.withPeople(trigger, byId), home, now);
  });
  const conditions = draft.conditions?.map((each) => conditionWithPeople(each, byId));
  const actions = actionsWithPeople(draft.actions, byId);
  const id = draft.id ?? freeDefinitionId(draft.name, "automation", (wanted) => saved(wanted) !== undefined);
  return { ...draft, ...(conditions && { conditions }), id, triggers, actions };
}

/** The parts of a draft with the right form, so that their other problems are reported together with those of form. */
function soundParts(input: unknown): AutomationParts {
  const { id, triggers, conditions, actions } = z.looseObject({}).catch({}).parse(input);
  const named = typeof id === "string" ? { id } : {};
  return {
    ...named,
    triggers: validItems(triggers, Trigger),
    conditions: validItems(conditions, Condition),
    actions: validItems(actions, AutomationAction),
  };
}

function depthOf(value: unknown, limit = 100): number {
  if (typeof value !== "object" || value === null || limit === 0) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, each) => Math.max(deepest, depthOf(each, limit - 1)), 0);
}
