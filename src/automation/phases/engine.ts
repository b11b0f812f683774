import { DeviceTriggers } from "../engine/device-triggers.ts";
import { MessageTriggers } from "../engine/message-triggers.ts";
import { PresenceTriggers } from "../engine/presence-triggers.ts";
import { RunCounter } from "../engine/run-counter.ts";
import { PlannerRunEnvironment } from "../engine/run-environment.ts";
import { RunManager } from "../engine/run-manager.ts";
import { ScheduleRunner } from "../engine/schedule-runner.ts";
import type { SceneRegistry } from "../scenes/scene-registry.ts";
import type { PlannerCore } from "./core.ts";
import type { PlannerOptions } from "./options.ts";

/** The third phase of the planner: the parts that start and run automations. */
export interface PlannerEngine {
  readonly environment: PlannerRunEnvironment;
  readonly counter: RunCounter;
  readonly runs: RunManager;
  readonly schedules: ScheduleRunner;
  readonly watchers: DeviceTriggers;
  readonly messages: MessageTriggers;
  readonly presence: PresenceTriggers;
}

/** Makes the third phase, which activates scenes through the second. */
export function plannerEngine(core: PlannerCore, options: PlannerOptions, scenes: SceneRegistry): PlannerEngine {
  const { home, clock, now, agenda, work, guard, emit, catalogue, changes } = core;
  const storage = core.storage.automations;
  const { household, residents, failed } = options;
  const shared = { home, now, agenda, work, guard, emit };
  const environment = new PlannerRunEnvironment({
    ...shared,
    runs: core.storage.runs,
    sinks: options.sinks,
    allowed: core.allowed,
    situation: core.situation,
    ...(household && { household }),
    activateFor: (scene, given, chain, underWay) =>
      scenes.activateFor(scene, { ...given, approved: catalogue.approves(scene, chain) }, chain, underWay),
  });
  const counter = new RunCounter({ catalogue, storage, changes });
  const runs = new RunManager({
    ...{ guard, emit, counter },
    storage: core.storage.runs,
    environment: environment,
    nameOf: (id) => catalogue.nameOf(id),
    language: () => home.language,
  });
  const start = runs.start.bind(runs);
  const schedules = new ScheduleRunner(
    {
      ...{ home, clock, storage, work, failed },
      start: (live, cause, claimed) => start(live, cause, { claimed }),
      missed: (run) => emit({ type: "run-finished", run, at: now() }),
    },
    agenda,
  );
  return {
    ...{ environment, counter, runs, schedules },
    watchers: new DeviceTriggers({ ...shared, storage, start }),
    messages: new MessageTriggers({
      source: options.messages,
      start: (live, cause) => work.track(start(live, cause)),
    }),
    presence: new PresenceTriggers({
      ...{ ...shared, storage, start },
      residents: () => residents?.list() ?? [],
      nameOf: (person) => home.personName(person),
    }),
  };
}
