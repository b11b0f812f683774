/** What has become wrong with what is saved: the home changes, and so do the rules. */
import type { Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { Automation, Scene } from "../definition/index.ts";
import { clashOf } from "../names.ts";
import type { Problem, Saved } from "../port.ts";
import { nameProblem, Problems } from "../problems.ts";
import type { Surroundings } from "./automation.ts";
import { AutomationChecks } from "./automation-checks.ts";
import { checkSteps } from "./scene.ts";

/** Everything in a saved automation that keeps it from doing what it says. */
export function reviewAutomation(
  { definition, approved }: Saved<Automation>,
  around: Surroundings,
): readonly Problem[] {
  const problems = new Problems();
  const parsed = Automation.safeParse(definition);
  if (!parsed.success) {
    problems.addIssues(parsed.error, definition);
    return problems.list;
  }
  const checks = new AutomationChecks(around, problems, new Problems(), "saved");
  checks.all(definition);
  for (const { field, host } of approved ? [] : checks.outgoing) {
    problems.add(field, host, message("outgoing.unasked", { host }), message("problems.saveForYes"));
  }
  return [...problems.list, ...alike(definition, around.automations)];
}

/** The same for a scene. */
export function reviewScene({ definition }: Saved<Scene>, home: Home, scenes: Iterable<Scene>): readonly Problem[] {
  const problems = new Problems();
  const parsed = Scene.safeParse(definition);
  if (parsed.success) checkSteps(definition, home, problems, "saved");
  else problems.addIssues(parsed.error, definition);
  return [...problems.list, ...alike(definition, scenes)];
}

/** Two that are called the same are there from before names were kept apart. */
function alike<Named extends { readonly id: string; readonly name: string }>(
  definition: Named,
  all: Iterable<Named>,
): Problem[] {
  const others = [...all].filter(({ id }) => id !== definition.id);
  const clash = clashOf(definition, others);
  return clash ? [{ ...nameProblem(clash), fix: message("problems.renameOne") }] : [];
}
