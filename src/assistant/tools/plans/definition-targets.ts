import {
  type AutomationAction,
  everyAction,
  resolveTarget,
  type Scene,
  type Target,
  type Trigger,
} from "../../../automation/index.ts";
import type { Device, HomeView } from "../../../home/index.ts";

/** What an automation or a scene commands. */
export interface DefinitionTargets {
  readonly devices: readonly Device[];
  /** Ids of the scenes that it activates. */
  readonly scenes: readonly string[];
}

export type PlanDefinition =
  | { readonly actions: readonly AutomationAction[]; readonly triggers: readonly Trigger[] }
  | Pick<Scene, "steps">;

/** The targets of a definition, speakers included. Devices of activated scenes are not included. */
export function definitionTargets(definition: PlanDefinition, home: HomeView): DefinitionTargets {
  if ("steps" in definition) {
    const targets = definition.steps.map(({ target }) => target);
    return { devices: resolved(targets, home), scenes: [] };
  }
  const actions = everyAction(definition.actions);
  const targets = actions.flatMap((action): Target[] =>
    "target" in action && action.target !== undefined ? [action.target] : [],
  );
  const scenes = actions.flatMap((action) => (action.type === "scene" ? [action.scene] : []));
  return { devices: resolved(targets, home), scenes: [...new Set(scenes)] };
}

function resolved(targets: readonly Target[], home: HomeView): Device[] {
  return [...new Set(targets.flatMap((target) => resolveTarget(target, home)))];
}
