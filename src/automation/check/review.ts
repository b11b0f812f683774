/** Checks of saved definitions: the home and the rules may have changed since. */
import type { z } from "zod";
import type { Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { Automation, Scene } from "../definition/index.ts";
import type { NamedDefinition, NameIndex } from "../definition/names.ts";
import type { Saved } from "../port.ts";
import { AutomationChecks } from "./automation-checks.ts";
import type { CheckContext } from "./context.ts";
import { type DefinitionProblem, nameProblem, ProblemList } from "./problems.ts";
import { checkSteps } from "./scene.ts";

/** The problems of a saved automation in the home as it is now. */
export function reviewAutomation(
  { definition, approved }: Saved<Automation>,
  context: CheckContext,
  names: NameIndex,
): readonly DefinitionProblem[] {
  const issues = issuesOf(definition, Automation);
  if (issues.length > 0) return issues;
  const problems = new ProblemList();
  const checks = new AutomationChecks(context, problems, new ProblemList(), "saved");
  checks.all(definition);
  for (const { field, host } of approved ? [] : checks.outgoing) {
    problems.add(field, host, message("outgoing.unasked", { host }), message("problems.saveForYes"));
  }
  return [...problems.list, ...alike(definition, names)];
}

/** The problems of a saved scene in the home as it is now. */
export function reviewScene({ definition }: Saved<Scene>, home: Home, names: NameIndex): readonly DefinitionProblem[] {
  const issues = issuesOf(definition, Scene);
  const problems = new ProblemList();
  if (issues.length === 0) checkSteps(definition, home, problems, "saved");
  return [...issues, ...problems.list, ...alike(definition, names)];
}

/** Problems of form, keyed by the definition: a changed definition is another object. */
const FORMS = new WeakMap<object, readonly DefinitionProblem[]>();

function issuesOf(definition: object, schema: z.ZodType): readonly DefinitionProblem[] {
  const known = FORMS.get(definition);
  if (known) return known;
  const problems = new ProblemList();
  const parsed = schema.safeParse(definition);
  if (!parsed.success) problems.addIssues(parsed.error, definition);
  FORMS.set(definition, problems.list);
  return problems.list;
}

/** A problem for a name that two definitions share, from before names had to be unique. */
function alike(definition: NamedDefinition, names: NameIndex): DefinitionProblem[] {
  const clash = names.clash(definition, undefined);
  return clash ? [{ ...nameProblem(clash), fix: message("problems.renameOne") }] : [];
}
