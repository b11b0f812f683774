/** Automations as other rooms see them. */
import type { DeviceId, Origin } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { DefinitionProblem } from "../check/problems.ts";
import type { Automation, AutomationDraft } from "../definition/index.ts";
import type { Run } from "../runs/run.ts";
import type { Check, HeldBack, Saved, SaveOptions } from "./definitions.ts";

export interface SavedAutomation extends Saved<Automation> {
  /** The next due time of its schedules; null when only events start it, or when it is off. */
  readonly nextRun: number | null;
}

export interface Automations {
  list(): readonly SavedAutomation[];
  get(id: string): SavedAutomation | undefined;
  /** Those whose id, name or alias is, or else contains, these words. */
  find(words: string): readonly SavedAutomation[];
  /** Automations that command one of these devices: "cancel the one for the curtains". */
  commanding(devices: readonly DeviceId[]): readonly SavedAutomation[];
  /**
   * The problems of a saved automation in the home as it is now: a device that has gone, an address that wants a yes.
   */
  problems(saved: Saved<Automation>): readonly DefinitionProblem[];
  /** Checks a draft without saving it: every problem, and what wants a yes. */
  check(draft: unknown): Check<Automation>;
  /** @throws JiaError `invalid-definition` that names every problem, `conflict` */
  save(draft: AutomationDraft, options: SaveOptions): Promise<SavedAutomation>;
  /** @throws JiaError `not-found` */
  remove(id: string, origin: Origin): Promise<SavedAutomation>;
  setEnabled(id: string, enabled: boolean, origin: Origin): Promise<SavedAutomation>;
  /**
   * Runs it now without a trigger. Conditions count unless `force` is set. Resolves when the run has ended or waits.
   */
  run(id: string, options: RunOptions): Promise<Run>;
  /** The trace of a run as it would be now. Nothing is sent. */
  dryRun(draft: unknown): Promise<Run>;
  /** The next due times, soonest first, in milliseconds since the epoch. */
  preview(draft: unknown, count: number): readonly number[];
  /** What it would be refused if it ran now; null when nothing. @throws JiaError `not-found` */
  heldBack(id: string): HeldBack | null;
  /**
   * Describes it in words, with the next run, for reading back. `promised`: as a promise to whoever asked for it
   * ("I'll …").
   */
  describe(draft: AutomationDraft, language: Language, as?: "described" | "promised"): string;
}

export interface RunOptions {
  readonly origin: Origin;
  readonly force?: boolean;
}
