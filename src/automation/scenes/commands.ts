import { type Command, type Home, JiaError, type Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { invokeCommands, setCommands } from "../commands.ts";
import type { Scene, SceneStep, SceneValue } from "../definition/index.ts";
import { definitionError } from "../problems.ts";

/** The value of every parameter: what was given, else its default. */
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

/** A scene as it is when it is activated with these parameters: every value stands in it. */
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
export function commandsOfStep(step: SceneStep, parameters: Readonly<Record<string, Value>>, home: Home): Command[] {
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

/** Steps that run at the same time, first to last. */
export function stagesOf(scene: Pick<Scene, "steps">): SceneStep[][] {
  const stages = Map.groupBy(scene.steps, (step) => step.order ?? 0);
  return [...stages].sort(([a], [b]) => a - b).map(([, steps]) => steps);
}

/** Two steps may command one device: its writes become one command, the later value winning. */
export function merge(commands: readonly Command[]): Command[] {
  const merged: Command[] = [];
  /** Place in `merged`, keyed by device. */
  const sets = new Map<string, number>();
  for (const command of commands) {
    const place = command.kind === "set" ? sets.get(command.device) : undefined;
    const known = place === undefined ? undefined : merged[place];
    if (command.kind === "set" && place !== undefined && known?.kind === "set") {
      const given = new Set(command.properties.map(({ address }) => address));
      const properties = [...known.properties.filter(({ address }) => !given.has(address)), ...command.properties];
      merged[place] = { ...known, properties };
      continue;
    }
    if (command.kind === "set") sets.set(command.device, merged.length);
    merged.push(command);
  }
  return merged;
}
