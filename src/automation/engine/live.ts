import { askerOf, type Origin, type Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Automation } from "../definition/index.ts";
import type { Saved } from "../port.ts";
import { newRun } from "../runs/new-run.ts";
import type { Run } from "../runs/run.ts";
import type { AgendaEntry } from "../schedule/agenda.ts";
import type { NextRun } from "../schedule/next.ts";
import { activeSpan } from "../schedule/within.ts";
import { zoneClock } from "../schedule/zone.ts";
import type { Checkpoint } from "../storage.ts";
import type { ActiveRun } from "./active-run.ts";

/** One schedule trigger of a live automation. */
export interface LiveSchedule {
  /** Place among the triggers. */
  readonly trigger: number;
  readonly next: NextRun;
  /** Due times up to here are settled. */
  settledTo: number;
  /** The next due time and its place in the agenda; null when it is never due again. */
  due: number | null;
  entry: AgendaEntry | null;
}

/** An automation in the engine. */
export interface LiveAutomation {
  saved: Saved<Automation>;
  schedules: LiveSchedule[];
  /** Runs that are under way. */
  readonly active: Set<ActiveRun>;
  /** Runs of mode `queued` that wait for their turn; `kept`: until then it is not in the store that they wait. */
  readonly queue: { readonly run: Run; readonly resume: Checkpoint | null; readonly kept: Promise<void> }[];
  /** When it last started; undefined until it was looked up. */
  lastStart: number | null | undefined;
  /** Why it runs no more: it was changed, switched off or deleted. */
  ended: Phrase | null;
}

export function liveAutomation(saved: Saved<Automation>): LiveAutomation {
  return { saved, schedules: [], active: new Set(), queue: [], lastStart: undefined, ended: null };
}

export function isEnabled(live: LiveAutomation): boolean {
  return live.saved.definition.enabled !== false;
}

/** Who commands devices when an automation runs. */
export function automationOrigin({ saved }: LiveAutomation): Origin {
  return { kind: "schedule", id: saved.definition.id, approved: saved.approved };
}

/** A run of an automation before its first step. */
export function automationRun(live: LiveAutomation, cause: Run["cause"], startedAt: number): Run {
  const { id: of, name } = live.saved.definition;
  // Run by hand, it may do what they may who run it.
  const origin = { ...automationOrigin(live), ...(cause.by && askerOf(cause.by)) };
  return newRun({ kind: "automation", of, name, cause, origin, startedAt });
}

/** A run whose due time is claimed, and that has not been admitted yet: it still asks conditions, cooldown and mode. */
export const CLAIMED: Checkpoint = { position: [], begun: false, deadline: null };

/** Where every run begins. */
export const START: Checkpoint = {
  position: [{ index: 0, branch: null, round: 0 }],
  begun: false,
  deadline: null,
};

/** Why nothing starts an automation now that is not switched off: it is paused, or over. Null when something may. */
export function idleWords(
  automation: Automation,
  { id }: Pick<Run, "id">,
  { home, now }: Pick<ConditionContext, "home" | "now">,
): Phrase | null {
  const { until, pausedUntil, times } = automation;
  if (until === undefined && pausedUntil === undefined && times === undefined) return null;
  const { from, end } = activeSpan(automation, zoneClock(home.timezone));
  // The last run is counted already when a restart begins it.
  if (now >= end || (automation.times === 0 && automation.counted !== id)) return message("traces.isOver");
  return now < from ? message("traces.isPaused") : null;
}
