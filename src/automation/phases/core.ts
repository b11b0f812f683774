import { type Clock, type Home, Queues } from "../../home/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { RunWording } from "../describe/run.ts";
import { activeOnly } from "../engine/active-only.ts";
import { DefinitionCatalogue } from "../engine/catalogue.ts";
import { LoopGuard } from "../engine/loop-guard.ts";
import { TaskTracker } from "../engine/task-tracker.ts";
import type { PlannerEvent } from "../port.ts";
import { Agenda } from "../schedule/agenda.ts";
import type { PlannerStorage } from "../storage.ts";
import { MotionLog } from "../surroundings/motion.ts";
import { ClockJumps, PlannerEvents } from "./events.ts";
import type { PlannerOptions } from "./options.ts";

/** The first phase of the planner: the store, the catalogue of its definitions, and what all later parts share. */
export interface PlannerCore {
  readonly home: Home;
  readonly clock: Clock;
  readonly now: () => number;
  /** Origins (scheme, host, port) that definitions may send to without a yes. */
  readonly allowed: readonly string[];
  /** The store. Definitions and timers can be changed in it only while this instance runs the schedules. */
  readonly storage: PlannerStorage;
  readonly catalogue: DefinitionCatalogue;
  readonly agenda: Agenda;
  readonly jumps: ClockJumps;
  readonly work: TaskTracker;
  readonly guard: LoopGuard;
  readonly motion: MotionLog;
  /** Runs changes of scenes and automations one after another, under the key `definitions`. */
  readonly changes: Queues;
  readonly events: PlannerEvents;
  readonly emit: (event: PlannerEvent) => void;
  /** The context of conditions now. */
  readonly situation: () => ConditionContext;
  /** The context of sentences about definitions now. */
  readonly wording: () => RunWording;
}

/**
 * Makes the first phase.
 * @param active whether this instance runs the schedules
 */
export function plannerCore(options: PlannerOptions, active: () => boolean): PlannerCore {
  const { home, clock, scheduler, household, residents, failed, allowed = [] } = options;
  const now = (): number => clock.now();
  const catalogue = new DefinitionCatalogue();
  const motion = new MotionLog(home, now());
  const events = new PlannerEvents(failed);
  const jumps = new ClockJumps(clock);
  return {
    ...{ home, clock, now, allowed, catalogue, motion, events, jumps },
    storage: guardedStorage(options.storage, active),
    agenda: new Agenda(clock, scheduler, (at) => jumps.look(at)),
    work: new TaskTracker(failed),
    guard: new LoopGuard(),
    changes: new Queues(),
    emit: (event) => events.emit(event),
    situation: () => ({
      ...{ home, motion, now: now() },
      mode: household?.mode() ?? null,
      residents: residents?.list() ?? null,
    }),
    wording: () => ({
      ...{ home, now: now() },
      scene: (id) => catalogue.scene(id),
      automation: (id) => catalogue.automation(id),
    }),
  };
}

function guardedStorage(storage: PlannerStorage, active: () => boolean): PlannerStorage {
  const guarded = activeOnly(active);
  return {
    scenes: guarded(storage.scenes, ["save", "remove"]),
    automations: guarded(storage.automations, ["save", "remove", "setEnabled", "rewrite"]),
    definitions: guarded(storage.definitions, ["apply"]),
    timers: guarded(storage.timers, ["save", "remove"]),
    runs: storage.runs,
    audit: storage.audit,
  };
}
