/**
 * The storage that the planner needs. The store implements it over SQLite or PostgreSQL; every call that writes
 * resolves when the write is committed.
 */
import type { AuditEntry, DeviceId } from "../home/index.ts";
import type { Automation, Scene, Timer } from "./definition/index.ts";
import type { RunFilter, Saved } from "./port.ts";
import type { Run } from "./runs/run.ts";

export interface PlannerStorage {
  readonly scenes: DefinitionStorage<Scene>;
  readonly automations: AutomationStorage;
  readonly definitions: DefinitionChangeStorage;
  readonly timers: TimerStorage;
  readonly runs: RunStorage;
  readonly audit: AuditReader;
}

export interface DefinitionStorage<Definition> {
  all(): Promise<readonly Saved<Definition>[]>;
  /** Inserts or replaces. */
  save(saved: Saved<Definition>): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The changes of one import: all are saved, or none. */
export interface DefinitionChanges {
  /** Inserted or replaced. */
  readonly scenes: readonly Saved<Scene>[];
  /** Inserted or replaced, as `AutomationStorage.save` does. */
  readonly automations: readonly SavedWithCursors[];
  /** Ids of scenes that are deleted. */
  readonly withoutScenes: readonly string[];
  /** Ids of automations that are deleted. */
  readonly withoutAutomations: readonly string[];
}

export interface SavedWithCursors {
  readonly saved: Saved<Automation>;
  readonly cursors: readonly TriggerCursor[];
}

export interface DefinitionChangeStorage {
  /**
   * Applies the changes in one transaction: when it rejects, or the process ends before it resolves, none or all of
   * them are stored.
   */
  apply(changes: DefinitionChanges): Promise<void>;
}

/** The moment up to which the due times of one trigger are settled: run, or noted as missed. */
export interface TriggerCursor {
  readonly automation: string;
  /** Index among the triggers. */
  readonly trigger: number;
  readonly settledTo: number;
}

export interface AutomationStorage extends DefinitionStorage<Automation> {
  /** Inserts or replaces an automation with new cursors for its schedules; earlier cursors and holds are deleted. */
  save(saved: Saved<Automation>, cursors?: readonly TriggerCursor[]): Promise<void>;
  /** Replaces a definition by one with the same meaning; cursors and holds stay. */
  rewrite(definition: Automation): Promise<void>;
  /** Switches it on or off, with the cursors to continue from. */
  setEnabled(id: string, enabled: boolean, at: number, cursors: readonly TriggerCursor[]): Promise<void>;
  cursors(): Promise<readonly TriggerCursor[]>;
  /**
   * Moves cursors, also back, after the machine's clock was corrected. Runs that were noted as missed after them are
   * deleted, so that they can run.
   */
  resetCursors(cursors: readonly TriggerCursor[]): Promise<void>;
  /**
   * Settles due times before they run: moves each cursor forward and inserts the rows, in one transaction.
   * @returns the claims that were won (another instance was first for the others), with the rows that are new
   */
  claim(claims: readonly DueClaim[]): Promise<readonly DueClaim[]>;
  holds(): Promise<readonly Hold[]>;
  saveHold(hold: Hold): Promise<void>;
  removeHold(hold: Omit<Hold, "since">): Promise<void>;
}

export interface DueClaim {
  readonly automation: string;
  readonly trigger: number;
  /** The new position of the cursor; the claim is lost when the cursor is there already. */
  readonly settledTo: number;
  /** The run that will start, and the missed runs before it. */
  readonly runs: readonly RunRecord[];
}

/** A trigger with `for` that waits for its time. */
export interface Hold {
  readonly automation: string;
  readonly trigger: number;
  readonly device: DeviceId;
  /** Since when its state holds. */
  readonly since: number;
}

export interface TimerStorage {
  all(): Promise<readonly Timer[]>;
  save(timer: Timer): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes a timer that has ended: deletes it and inserts its run. Returns false when it was not there any more. */
  finish(id: string, run: RunRecord): Promise<boolean>;
}

/** The position of a run, from which it continues after a restart. */
export interface Checkpoint {
  /** The current step; empty for a run whose due time is claimed and that has not begun. */
  readonly position: readonly StepPosition[];
  /** Whether a step with an effect was begun; it is not begun again. */
  readonly begun: boolean;
  /** When a wait ends, null when the step is no wait. */
  readonly deadline: number | null;
}

/** A place in nested actions. */
export interface StepPosition {
  /** Index in its list. */
  readonly index: number;
  /** The list of the step that it is in: `do`, `else`, `options[1].do`, `actions`; null at the step itself. */
  readonly branch: string | null;
  /** Rounds of a repeat that were begun, counted from 1; 0 for other steps. */
  readonly round: number;
}

export interface RunRecord {
  readonly run: Run;
  /** null once the run has ended. */
  readonly checkpoint: Checkpoint | null;
}

export interface RunStorage {
  /** Inserts a run, or replaces the columns that change while it runs. */
  save(record: RunRecord): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  list(filter: RunFilter): Promise<readonly Run[]>;
  /** Runs that had not ended when the process ended. */
  unfinished(): Promise<readonly RunRecord[]>;
  /**
   * When a run of this automation last began, in milliseconds since the epoch; skipped, missed and merely claimed
   * runs do not count. null when none is known.
   */
  lastStart(automation: string): Promise<number | null>;
  /**
   * Deletes ended runs from before `before`, and all but the newest `keep` of each definition. Skipped runs are
   * counted apart, so that they do not displace others.
   */
  prune(before: number, keep: number): Promise<void>;
}

/** The audit, from which changes are explained. */
export interface AuditReader {
  /** The newest entries with a command to this device, newest first. */
  forDevice(device: DeviceId, before: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Deletes entries from before `before`. */
  prune(before: number): Promise<void>;
}
