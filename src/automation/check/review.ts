/** What has become wrong with what is saved: the home changes, and so do the rules. */
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

/** Everything in a saved automation that keeps it from doing what it says. */
export function reviewAutomation(
  { definition, approved }: Saved<Automation>,
  around: CheckContext,
  names: NameIndex,
): readonly DefinitionProblem[] {
  const issues = issuesOf(definition, Automation);
  if (issues.length > 0) return issues;
  const problems = new ProblemList();
  const checks = new AutomationChecks(around, problems, new ProblemList(), "saved");
  checks.all(definition);
  for (const { field, host } of approved ? [] : checks.outgoing) {
    problems.add(field, host, message("outgoing.unasked", { host }), message("problems.saveForYes"));
  }
  return [...problems.list, ...alike(definition, names)];
}

/** The same for a scene. */
export function reviewScene({ definition }: Saved<Scene>, home: Home, names: NameIndex): readonly DefinitionProblem[] {
  const issues = issuesOf(definition, Scene);
  const problems = new ProblemList();
  if (issues.length === 0) checkSteps(definition, home, problems, "saved");
  return [...issues, ...problems.list, ...alike(definition, names)];
}

/** What has become of the form of definitions, keyed by the definition: one that is changed is another object. */
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

/** Two that are called the same are there from before names were kept apart. */
function alike(definition: NamedDefinition, names: NameIndex): DefinitionProblem[] {
  const clash = names.clash(definition, undefined);
  return clash ? [{ ...nameProblem(clash), fix: message("problems.renameOne") }] : [];
}
