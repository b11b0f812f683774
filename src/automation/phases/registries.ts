import { AutomationRegistry } from "../engine/automation-registry.ts";
import { SceneRegistry } from "../scenes/scene-registry.ts";
import type { PlannerCore } from "./core.ts";
import type { PlannerEngine } from "./engine.ts";
import type { PlannerOptions } from "./options.ts";

/** The second phase of the planner: scenes, which do nothing by themselves. */
export function sceneRegistry(core: PlannerCore): SceneRegistry {
  const { storage } = core;
  return new SceneRegistry({ ...core, storage: storage.scenes, runs: storage.runs });
}

/** The fourth phase of the planner: automations, which the engine watches and runs. */
export function automationRegistry(
  core: PlannerCore,
  { household, residents }: PlannerOptions,
  scenes: SceneRegistry,
  engine: PlannerEngine,
): AutomationRegistry {
  return new AutomationRegistry({
    ...core,
    ...engine,
    storage: core.storage.automations,
    scenePreview: (id, parameters) => scenes.preview(id, parameters),
    modes: () => household?.modes() ?? null,
    sceneOfMode: (mode) => household?.sceneOf(mode) ?? null,
    residents: () => residents?.list() ?? null,
  });
}
