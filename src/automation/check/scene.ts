import type { Command, Home, Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Scene, SceneDraft, type SceneValue } from "../definition/index.ts";
import type { Check } from "../port.ts";
import { Problems } from "../problems.ts";
import { settledIn } from "../references/settle.ts";
import { sceneWithTargets } from "../references/targets-in.ts";
import { commandsOfScene, resolveParameters } from "../scenes/commands.ts";
import { approvalsFor } from "./approvals.ts";
import { DeviceChecks, type Looked } from "./devices.ts";
import { freeId } from "./ids.ts";

/** Looks at a scene's draft: every problem with its field, and the complete definition when there is none. */
export function checkScene(input: unknown, home: Home, taken: (id: string) => boolean): Check<Scene> {
  const problems = new Problems();
  const parsed = SceneDraft.safeParse(input);
  if (!parsed.success) {
    problems.addIssues(parsed.error, input);
    return { definition: null, problems: problems.list, warnings: [], approvals: [], outgoing: [] };
  }
  const draft = parsed.data;
  const scene: Scene = { ...draft, id: draft.id ?? freeId(draft.name, "scene", taken) };
  const commands = checkSteps(scene, home, problems, "draft");
  const sound = problems.list.length === 0;
  return {
    definition: sound ? sceneWithTargets(scene, settledIn(home)) : null,
    problems: problems.list,
    warnings: [],
    approvals: sound ? approvalsFor(commands, home) : [],
    outgoing: [],
  };
}

/** Looks at every step; returns what they command. */
export function checkSteps(scene: Scene, home: Home, problems: Problems, looked: Looked): Command[] {
  const devices = new DeviceChecks(home, problems, looked);
  const resolved = resolveParameters(scene, {});
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
  return commandsOfScene(scene, resolved, home);
}

/** Arguments with the values of parameters in their place. */
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
