import { type Command, type Home, JiaError, toldOnce, type Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { definitionError } from "../check/problems.ts";
import { toMs } from "../definition/durations.ts";
import type { Scene, SceneStep, SceneValue } from "../definition/scene.ts";
import { invokeCommands, setCommands } from "../device-commands/of-actions.ts";

/** The value of every parameter: the given one, or its default. */
export function resolveParameters(scene: Scene, given: Readonly<Record<string, Value>>): Record<string, Value> {
  const parameters = scene.parameters ?? {};
  const unknown = Object.keys(given).find((name) => !parameters[name]);
  if (unknown !== undefined) {
    throw definitionError("scene", scene.name, [
      {
        field: `parameters.${unknown}`,
        value: String(given[unknown]),
        message: message("problems.noParameter"),
        fix: message("problems.has", { known: Object.keys(parameters) }),
      },
    ]);
  }
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, given[name] ?? parameter.default]),
  );
}

/** The scene with its parameters replaced by their values. */
export function withParameters(scene: Scene, given: Readonly<Record<string, Value>>): Scene {
  const values = resolveParameters(scene, given);
  const value = (each: SceneValue): SceneValue => (typeof each === "object" ? (values[each.parameter] ?? each) : each);
  const steps = scene.steps.map((step): SceneStep => {
    if ("invoke" in step) return { ...step, ...(step.in && { in: step.in.map(value) }) };
    return { ...step, set: Object.fromEntries(Object.entries(step.set).map(([at, each]) => [at, value(each)])) };
  });
  return { ...scene, parameters: {}, steps };
}

/** The commands of one step now. */
function commandsOfStep(step: SceneStep, parameters: Readonly<Record<string, Value>>, home: Home): Command[] {
  const value = (given: SceneValue): Value => {
    if (typeof given !== "object") return given;
    const known = parameters[given.parameter];
    if (known === undefined)
      throw new JiaError("not-found", { what: message("problems.parameter", { name: given.parameter }) });
    return known;
  };
  if ("invoke" in step) return invokeCommands(step.target, step.invoke, (step.in ?? []).map(value), home);
  const values = Object.fromEntries(Object.entries(step.set).map(([address, given]) => [address, value(given)]));
  return setCommands(step.target, values, home);
}

/** The steps of a scene, grouped by those that run at the same time, first to last. */
export function stagesOf(scene: Pick<Scene, "steps">): SceneStep[][] {
  const stages = Map.groupBy(scene.steps, (step) => step.order ?? 0);
  return [...stages].sort(([a], [b]) => a - b).map(([, steps]) => steps);
}

/** One command of a scene, with the duration of its transition in milliseconds; null: at once. */
export interface TimedCommand {
  readonly command: Command;
  readonly duration: number | null;
}

/** The commands of steps that run at the same time, with one value for each property of a device. */
export function commandsOfStage(
  steps: readonly SceneStep[],
  parameters: Readonly<Record<string, Value>>,
  home: Home,
): readonly TimedCommand[] {
  const timed = steps.flatMap((step) => {
    const duration = "set" in step && step.transition !== undefined ? toMs(step.transition) : null;
    return commandsOfStep(step, parameters, home).map((command) => ({ command, duration }));
  });
  return toldOnce(timed, (id) => home.device(id));
}

/** All commands of a scene, first to last. */
export function commandsOfScene(
  scene: Pick<Scene, "steps">,
  parameters: Readonly<Record<string, Value>>,
  home: Home,
): Command[] {
  return stagesOf(scene).flatMap((steps) => commandsOfStage(steps, parameters, home).map(({ command }) => command));
}

/** All commands of a scene. Unknown parameters are ignored. */
export function sceneCommands(scene: Scene, home: Home, given: Readonly<Record<string, Value>> = {}): Command[] {
  const known = Object.entries(given).filter(([name]) => scene.parameters?.[name]);
  return commandsOfScene(scene, resolveParameters(scene, Object.fromEntries(known)), home);
}
