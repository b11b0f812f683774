import { errorMessage, JiaError, type Origin, type Outcome, type Phrase } from "../../home/index.ts";

/** An empty phrase. */
export const SILENT: Phrase = "";

/** The words of an error. */
export function errorWords(error: unknown): Phrase {
  if (error instanceof JiaError) return errorMessage(error);
  return error instanceof Error ? error.message : String(error);
}

/** The cause of a run. */
export interface RunCause {
  /**
   * The type of the trigger; `manual` for a run by hand, `dry-run`, `undo` for an undone scene, `timer` for a delayed
   * command.
   */
  readonly type: string;
  /** Index among the triggers of the definition; null when no trigger started it. */
  readonly trigger: number | null;
  /** The due time that was claimed, for schedules. */
  readonly dueAt: number | null;
  /** The event in words: "the temperature of the bedroom Thermometer is 27 °C". Empty where the type says it all. */
  readonly detail: Phrase;
  /** The person or program that ran it by hand, or called its webhook. */
  readonly by?: Origin;
  /** Id of the run that an undo reverts. */
  readonly undoes?: string;
  /** Ids of the automations that led to it, first to last. */
  readonly chain: readonly string[];
}

export interface ConditionTrace {
  /** `conditions[0].of[1]` */
  readonly path: string;
  readonly holds: boolean;
  /** The finding: "the bedroom Lamp is off". */
  readonly detail: Phrase;
}

export interface StepTrace {
  /** `actions[1].do[0]`; rounds of a repeat as `actions[1].actions#3[0]`. */
  readonly path: string;
  readonly type: string;
  readonly at: number;
  readonly ms: number;
  /** `interrupted`: begun before a restart; whether it took effect is not known, and it is not repeated. */
  readonly result: "done" | "failed" | "timeout" | "stopped" | "interrupted" | "would-do";
  readonly detail: Phrase;
  readonly outcomes: readonly Outcome[];
}

/**
 * running · waiting: in a wait step · done · failed: a step did not succeed · skipped: a condition, the mode or the cooldown
 * said no · stopped: by a person, a stop step or the loop guard · missed: its time passed while nothing ran.
 */
export const RUN_STATUSES = ["running", "waiting", "done", "failed", "skipped", "stopped", "missed"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One run of an automation, a scene or a timer. The newest ones are kept, for a limited time. */
export interface Run {
  readonly id: string;
  readonly kind: "automation" | "scene" | "timer";
  /** Id of the definition; `name` is its name at that time. */
  readonly of: string;
  readonly name: string;
  readonly status: RunStatus;
  /** Why it was skipped, stopped, missed or failed; empty otherwise. */
  readonly reason: Phrase;
  readonly cause: RunCause;
  readonly origin: Origin;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly conditions: readonly ConditionTrace[];
  readonly steps: readonly StepTrace[];
  /** For `missed`: how many due times it stands for (dueAt of the cause is the first, `lastDueAt` the last). */
  readonly missed: { readonly count: number; readonly lastDueAt: number } | null;
}
