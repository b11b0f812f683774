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
  /** Index among the triggers. */
  readonly trigger: number;
  readonly next: NextRun;
  /** The moment up to which due times are settled. */
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
  /** Runs of mode `queued` that wait for their turn; `kept` resolves when that is in the store. */
  readonly queue: { readonly run: Run; readonly resume: Checkpoint | null; readonly kept: Promise<void> }[];
  /** Its last start, in milliseconds since the epoch; null: none is known; undefined: not looked up yet. */
  lastStart: number | null | undefined;
  /** Why its runs end: it was changed, switched off or deleted; null while it is in use. */
  ended: Phrase | null;
}

/** A saved automation without schedules and runs. */
export function liveAutomation(saved: Saved<Automation>): LiveAutomation {
  return { saved, schedules: [], active: new Set(), queue: [], lastStart: undefined, ended: null };
}

/** Whether an automation is switched on. */
export function isEnabled(live: LiveAutomation): boolean {
  return live.saved.definition.enabled !== false;
}

/** The origin of commands of an automation. */
export function automationOrigin({ saved }: LiveAutomation): Origin {
  return { kind: "schedule", id: saved.definition.id, approved: saved.approved };
}

/** A run of an automation before its first step. */
export function automationRun(live: LiveAutomation, cause: Run["cause"], startedAt: number): Run {
  const { id: of, name } = live.saved.definition;
  // A run by hand has the rights of whoever runs it.
  const origin = { ...automationOrigin(live), ...(cause.by && askerOf(cause.by)) };
  return newRun({ kind: "automation", of, name, cause, origin, startedAt });
}

/**
 * The checkpoint of a run whose due time is claimed and that is not admitted yet: conditions, cooldown and mode are
 * still to be asked.
 */
export const CLAIMED: Checkpoint = { position: [], begun: false, deadline: null };

/** The checkpoint at the beginning of a run. */
export const START: Checkpoint = {
  position: [{ index: 0, branch: null, round: 0 }],
  begun: false,
  deadline: null,
};

/** Why nothing starts an enabled automation now: it is paused, or over; null when it may start. */
export function idleWords(
  automation: Automation,
  { id }: Pick<Run, "id">,
  { home, now }: Pick<ConditionContext, "home" | "now">,
): Phrase | null {
  const { until, pausedUntil, times } = automation;
  if (until === undefined && pausedUntil === undefined && times === undefined) return null;
  const { from, end } = activeSpan(automation, zoneClock(home.timezone));
  // A restart may begin the last run, which is counted already.
  if (now >= end || (automation.times === 0 && automation.counted !== id)) return message("traces.isOver");
  return now < from ? message("traces.isPaused") : null;
}
