/**
 * What the planner needs kept. The store implements this over SQLite or PostgreSQL; every call that writes resolves when the
 * write is committed.
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

/** What one file changes: all of it is saved, or nothing. */
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
  /** One transaction: when it rejects, or the process ends before it resolves, either all or nothing of it is there. */
  apply(changes: DefinitionChanges): Promise<void>;
}

/** Up to which moment the due times of one trigger are settled: run, or noted as missed. */
export interface TriggerCursor {
  readonly automation: string;
  /** Place among the triggers. */
  readonly trigger: number;
  readonly settledTo: number;
}

export interface AutomationStorage extends DefinitionStorage<Automation> {
  /** Inserts or replaces, with new cursors for its schedules; holds and cursors of before are gone. */
  save(saved: Saved<Automation>, cursors?: readonly TriggerCursor[]): Promise<void>;
  /** Writes a definition anew that means the same: cursors and holds stay. */
  rewrite(definition: Automation): Promise<void>;
  /** Changes only whether it is on, with the cursors to go on from. */
  setEnabled(id: string, enabled: boolean, at: number, cursors: readonly TriggerCursor[]): Promise<void>;
  cursors(): Promise<readonly TriggerCursor[]>;
  /**
   * Moves cursors, also back: after the machine's clock was put right. What was noted as missed after them was not: that is
   * forgotten, so that it can run.
   */
  resetCursors(cursors: readonly TriggerCursor[]): Promise<void>;
  /**
   * Settles due times before they run: moves each cursor forward and inserts the rows, in one transaction.
   * @returns the claims that were won (another instance was first for the others) with the rows that are new
   */
  claim(claims: readonly DueClaim[]): Promise<readonly DueClaim[]>;
  holds(): Promise<readonly Hold[]>;
  saveHold(hold: Hold): Promise<void>;
  removeHold(hold: Omit<Hold, "since">): Promise<void>;
}

export interface DueClaim {
  readonly automation: string;
  readonly trigger: number;
  /** The cursor moves here; the claim is lost when it is there already. */
  readonly settledTo: number;
  /** The run that will start, and what was missed before it. */
  readonly runs: readonly RunRecord[];
}

/** A trigger with `for` that waits for its time. */
export interface Hold {
  readonly automation: string;
  readonly trigger: number;
  readonly device: DeviceId;
  /** When it began to be so. */
  readonly since: number;
}

export interface TimerStorage {
  all(): Promise<readonly Timer[]>;
  save(timer: Timer): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes a timer that has ended: removes it and inserts its run. false when it was not there any more. */
  finish(id: string, run: RunRecord): Promise<boolean>;
}

/** Where a run stands, to go on from after a restart. */
export interface Checkpoint {
  /** The step that is being done; empty for a run whose due time is claimed and that has not begun. */
  readonly position: readonly StepPosition[];
  /** The step has an effect and was begun: it is not begun again. */
  readonly begun: boolean;
  /** When a wait ends, null when the step is no wait. */
  readonly deadline: number | null;
}

/** A place in nested actions. */
export interface StepPosition {
  /** Index in its list. */
  readonly index: number;
  /** Which list of the step: `do`, `else`, `options[1].do`, `actions`; null at the step itself. */
  readonly branch: string | null;
  /** Rounds of a repeat that were begun, from 1; 0 for other steps. */
  readonly round: number;
}

export interface RunRecord {
  readonly run: Run;
  /** null once it has ended. */
  readonly checkpoint: Checkpoint | null;
}

export interface RunStorage {
  /** Inserts, or replaces what changes while it runs. */
  save(record: RunRecord): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  list(filter: RunFilter): Promise<readonly Run[]>;
  /** Runs that had not ended when the process did. */
  unfinished(): Promise<readonly RunRecord[]>;
  /**
   * When a run of this automation last began (skipped, missed and merely claimed ones do not count), null when none is
   * known.
   */
  lastStart(automation: string): Promise<number | null>;
  /**
   * Forgets ended runs from before `before`, and all but the newest `keep` of each definition. What was skipped is counted
   * apart, so that it does not drive out what was done.
   */
  prune(before: number, keep: number): Promise<void>;
}

/** The audit, which answers why something happened. */
export interface AuditReader {
  /** The newest entries that commanded this device, newest first. */
  forDevice(device: DeviceId, before: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Forgets entries from before `before`. */
  prune(before: number): Promise<void>;
}
