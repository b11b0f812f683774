import { z } from "zod";
import type { Home, Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Scene, SceneDraft, SceneStep, type SceneValue } from "../definition/index.ts";
import type { Check } from "../port.ts";
import { settledIn } from "../references/settle.ts";
import { sceneWithTargets } from "../references/targets-in.ts";
import { commandsOfScene, resolveParameters } from "../scenes/commands.ts";
import { approvalsFor } from "./approvals.ts";
import { type CheckSubject, DeviceChecks } from "./devices.ts";
import { freeDefinitionId } from "./names.ts";
import { ProblemList } from "./problems.ts";
import { validItems } from "./valid-items.ts";

/** Checks a scene's draft: every problem with its field, and the complete definition when there is none. */
export function checkScene(input: unknown, home: Home, taken: (id: string) => boolean): Check<Scene> {
  const problems = new ProblemList();
  const parsed = SceneDraft.safeParse(input);
  if (!parsed.success) {
    problems.addIssues(parsed.error, input);
    checkSteps(soundParts(input), home, problems, "draft");
    return { definition: null, problems: problems.list, warnings: [], approvals: [], outgoing: [] };
  }
  const draft = parsed.data;
  const scene: Scene = { ...draft, id: draft.id ?? freeDefinitionId(draft.name, "scene", taken) };
  checkSteps(scene, home, problems, "draft");
  const resolved = resolveParameters(scene, {});
  const sound = problems.list.length === 0;
  return {
    definition: sound ? sceneWithTargets(scene, settledIn(home)) : null,
    problems: problems.list,
    warnings: [],
    approvals: sound ? approvalsFor(commandsOfScene(scene, resolved, home), home) : [],
    outgoing: [],
  };
}

/** The fields of a scene that can be checked part by part. */
type Parts = Pick<Scene, "parameters" | "steps">;

/** The parts of a draft with the right form. */
function soundParts(input: unknown): Parts {
  const { parameters, steps } = z.looseObject({}).catch({}).parse(input);
  const parsed = SceneDraft.shape.parameters.safeParse(parameters);
  return { ...(parsed.data && { parameters: parsed.data }), steps: validItems(steps, SceneStep) };
}

/** Checks every step. */
export function checkSteps(scene: Parts, home: Home, problems: ProblemList, looked: CheckSubject): void {
  const devices = new DeviceChecks(home, problems, looked);
  const resolved = Object.fromEntries(
    Object.entries(scene.parameters ?? {}).map(([name, parameter]) => [name, parameter.default]),
  );
  scene.steps.forEach((step, index) => {
    const field = `steps[${index}]`;
    const given = "set" in step ? Object.values(step.set) : (step.in ?? []);
    for (const value of given) {
      if (typeof value !== "object" || scene.parameters?.[value.parameter]) continue;
      problems.add(field, value.parameter, message("problems.noParameter"), message("problems.addParameter"));
    }
    if ("set" in step) devices.values(step.target, plain(step.set, resolved), field);
    else devices.action(step.target, step.invoke, argumentsOf(step.in ?? [], resolved), field, "invoke");
  });
}

/** Arguments with parameters replaced by their values. */
function argumentsOf(given: readonly SceneValue[], parameters: Readonly<Record<string, Value>>): SceneValue[] {
  return given.map((each) => (typeof each === "object" ? (parameters[each.parameter] ?? each) : each));
}

function plain(
  set: Readonly<Record<string, Value | { readonly parameter: string }>>,
  parameters: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [address, value] of Object.entries(set)) {
    const known = typeof value === "object" ? parameters[value.parameter] : value;
    if (known !== undefined) values[address] = known;
  }
  return values;
}
