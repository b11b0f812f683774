import { Consents } from "../check/consents.ts";
import { requireOwn } from "../check/permission.ts";
import type { AutomationRegistry } from "../engine/automation-registry.ts";
import { RunRetentionTask } from "../engine/retention.ts";
import { RunQueries } from "../engine/run-queries.ts";
import { TimerService } from "../engine/timer-service.ts";
import { DefinitionFileService } from "../files/definition-file-service.ts";
import { HandleResolver } from "../references/handle-resolver.ts";
import type { SceneRegistry } from "../scenes/scene-registry.ts";
import type { PlannerCore } from "./core.ts";
import type { PlannerEngine } from "./engine.ts";
import type { PlannerOptions } from "./options.ts";

/** The last phase of the planner: services for other rooms, besides scenes and automations. */
export interface PlannerServices {
  readonly files: DefinitionFileService;
  readonly timers: TimerService;
  readonly runs: RunQueries;
  readonly consents: Consents;
  readonly handles: HandleResolver;
  readonly retention: RunRetentionTask;
}

/** Makes the last phase from all earlier ones. */
export function plannerServices(
  core: PlannerCore,
  options: PlannerOptions,
  scenes: SceneRegistry,
  automations: AutomationRegistry,
  engine: PlannerEngine,
): PlannerServices {
  const { home, now, agenda, work, changes, storage, wording } = core;
  const timers = new TimerService({ ...core, storage: storage.timers, runs: storage.runs });
  return {
    timers,
    files: new DefinitionFileService(scenes, automations, changes, storage.definitions),
    runs: new RunQueries({
      storage: storage.runs,
      manager: engine.runs,
      automation: (id) => automations.get(id),
      wording,
      requireOwn: (owned, origin) => requireOwn(owned, home, origin),
    }),
    consents: new Consents({ scenes, automations, timers, wording }),
    handles: new HandleResolver({ home, now, agenda, definitions: [scenes, automations] }),
    retention: new RunRetentionTask({ ...options, agenda, work }),
  };
}
