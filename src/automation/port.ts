/**
 * What other rooms see of automation: the assistant, the API and the command line plan, look up and explain through this
 * and through nothing else. Times are milliseconds since the epoch.
 */
import type { Origin } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { Automations } from "./port/automations.ts";
import type { PlannerEvent } from "./port/events.ts";
import type { Explanation, WhyQuestion } from "./port/explanations.ts";
import type { DefinitionFiles } from "./port/files.ts";
import type { Consent, Proposal } from "./port/proposals.ts";
import type { Runs, UpcomingRun } from "./port/runs.ts";
import type { Scenes } from "./port/scenes.ts";
import type { Timers } from "./port/timers.ts";

export type { Automations, RunOptions, SavedAutomation } from "./port/automations.ts";
export type { Approval, Check, HeldBack, Outgoing, Saved, SaveOptions } from "./port/definitions.ts";
export { wantsApproval } from "./port/definitions.ts";
export type { PlannerEvent } from "./port/events.ts";
export type { Explanation, PastChange, WhyDeed, WhyQuestion } from "./port/explanations.ts";
export type { DefinitionFiles, Difference, FileCheck, ImportOptions } from "./port/files.ts";
export type { Consent, DelayedCommands, Proposal } from "./port/proposals.ts";
export type { RunFilter, Runs, UpcomingRun } from "./port/runs.ts";
export type { ActivateOptions, Activation, PlannedChange, Scenes } from "./port/scenes.ts";
export type { TimerRequest, Timers } from "./port/timers.ts";

/** Scenes, automations, timers and runs as other rooms see them. */
export interface Planner {
  readonly files: DefinitionFiles;
  readonly timers: Timers;
  readonly automations: Automations;
  readonly scenes: Scenes;
  readonly runs: Runs;
  /**
   * Whether another instance runs the schedules. What is planned is not known here then, and nothing can be changed.
   */
  readonly standsBy: boolean;
  /**
   * What is due between two moments, soonest first: timers, and automations with a schedule. At most `limit` entries
   * (200 when left out).
   */
  planned(from: number, to: number, limit?: number, signal?: AbortSignal): Promise<readonly UpcomingRun[]>;
  /** Explains the last change of a device, from the audit and the runs. */
  explain(question: WhyQuestion, language: Language): Promise<Explanation>;
  /**
   * The question that asks a person for a yes.
   * @throws JiaError `not-found`, `invalid-definition`
   */
  consent(proposal: Proposal, language: Language): Consent;
  /**
   * Starts the automations with this webhook key, with the rights of `by` where somebody is known. Returns false when
   * there is none.
   */
  webhook(key: string, by?: Origin): boolean;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: PlannerEvent) => void): () => void;
}
