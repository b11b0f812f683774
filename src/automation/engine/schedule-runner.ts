import type { Clock, Home, Phrase } from "../../home/index.ts";
import { durationPhrase, message } from "../../language/index.ts";
import { isSchedule, type Missed, type Schedule, toMs } from "../definition/index.ts";
import { type Run, type RunCause, SILENT } from "../runs/run.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { NextRun } from "../schedule/next.ts";
import { ON_TIME_MS, passedDueTimes, runsWhenLate } from "../schedule/passed-due-times.ts";
import { prepareWithin } from "../schedule/within.ts";
import type { AutomationStorage, DueClaim, TriggerCursor } from "../storage.ts";
import { scheduleOf } from "../triggers/index.ts";
import { automationRun, CLAIMED, isEnabled, type LiveAutomation, type LiveSchedule } from "./live.ts";
import type { TaskTracker } from "./task-tracker.ts";

/** The wait before a claim is tried again when the store did not answer, in milliseconds. */
const RETRY_MS = 1_000;

export interface ScheduleRunnerOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly storage: AutomationStorage;
  readonly work: TaskTracker;
  readonly failed: (error: unknown) => void;
  /** Starts a run whose due time is claimed. */
  readonly start: (live: LiveAutomation, cause: RunCause, claimed: Run) => Promise<unknown>;
  /** Called with a run that is already over: due times that were missed. */
  readonly missed: (run: Run) => void;
}

interface DueTrigger {
  readonly live: LiveAutomation;
  readonly schedule: LiveSchedule;
}

/** Waits for due times, claims them in the store, and starts their runs. */
export class ScheduleRunner {
  readonly #options: ScheduleRunnerOptions;
  readonly #agenda: Agenda;
  readonly #lives = new Set<LiveAutomation>();
  /** Triggers that are due in this wake-up, which are claimed together. */
  #due: DueTrigger[] = [];

  constructor(options: ScheduleRunnerOptions, agenda: Agenda) {
    this.#options = options;
    this.#agenda = agenda;
  }

  /** Cursors for a definition that is saved at `now`: no earlier moment is due. */
  cursorsFrom(live: LiveAutomation, now: number): TriggerCursor[] {
    if (!isEnabled(live)) return [];
    const { id, triggers } = live.saved.definition;
    return triggers.flatMap((trigger, index) =>
      isSchedule(trigger) ? [{ automation: id, trigger: index, settledTo: now }] : [],
    );
  }

  /**
   * Waits for the schedules of an automation, from its cursors on.
   * @param settledTo the cursor of a trigger by index, in milliseconds since the epoch; undefined: none
   */
  add(live: LiveAutomation, settledTo: (trigger: number) => number | undefined): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    const now = this.#options.clock.now();
    this.#lives.add(live);
    live.saved.definition.triggers.forEach((trigger, index) => {
      if (!isSchedule(trigger)) return;
      const settled = settledTo(index) ?? now;
      // A cursor lies in the past, unless the clock was wrong when it was set.
      const corrected = settled > now + ON_TIME_MS;
      if (corrected) this.#reset([{ automation: live.saved.definition.id, trigger: index, settledTo: now }]);
      const next = this.#prepare(live, trigger);
      if (!next) return;
      const schedule: LiveSchedule = {
        trigger: index,
        next,
        settledTo: corrected ? now : settled,
        due: null,
        entry: null,
      };
      live.schedules.push(schedule);
      this.#arm(live, schedule);
    });
  }

  /**
   * The due times of a trigger; null for one that became invalid after it was saved: sunrise in a home whose location
   * was removed.
   */
  #prepare(live: LiveAutomation, trigger: Schedule): NextRun | null {
    try {
      return prepareWithin(trigger, live.saved.definition, this.#options.home);
    } catch (error) {
      const { id } = live.saved.definition;
      this.#options.failed(
        new Error(`The automation "${id}" waits in vain for its ${trigger.type}.`, { cause: error }),
      );
      return null;
    }
  }

  remove(live: LiveAutomation): void {
    for (const { entry } of live.schedules) this.#agenda.cancel(entry);
    live.schedules = [];
    this.#lives.delete(live);
  }

  /** Computes due times again from `now` after the clock was set back. What has run already does not run again. */
  countFrom(now: number): void {
    const cursors: TriggerCursor[] = [];
    for (const live of this.#lives) {
      if (live.lastStart !== null && live.lastStart !== undefined && live.lastStart > now) live.lastStart = now;
      for (const schedule of live.schedules) {
        if (schedule.settledTo <= now) continue;
        schedule.settledTo = now;
        cursors.push({ automation: live.saved.definition.id, trigger: schedule.trigger, settledTo: now });
        this.#arm(live, schedule);
      }
    }
    this.#reset(cursors);
  }

  #reset(cursors: readonly TriggerCursor[]): void {
    this.#options.work.track(this.#options.storage.resetCursors(cursors));
  }

  #arm(live: LiveAutomation, schedule: LiveSchedule, notBefore = 0): void {
    this.#agenda.cancel(schedule.entry);
    schedule.due = schedule.next(schedule.settledTo);
    schedule.entry =
      schedule.due === null
        ? null
        : this.#agenda.at(Math.max(schedule.due, notBefore), () => this.#comesDue(live, schedule));
  }

  #comesDue(live: LiveAutomation, schedule: LiveSchedule): void {
    this.#due.push({ live, schedule });
    if (this.#due.length === 1) this.#options.work.track(Promise.resolve().then(() => this.#settle()));
  }

  /** Claims all triggers that are due, then starts the runs of the claims that were won. */
  async #settle(): Promise<void> {
    const due = this.#due;
    this.#due = [];
    const now = this.#options.clock.now();
    /** Claims, keyed by automation and trigger. */
    const claims = new Map<string, DueTrigger & { readonly claim: DueClaim }>();
    for (const each of due) {
      const claim = claimFor(each, now);
      if (claim) claims.set(keyOf(claim), { ...each, claim });
    }
    let won: readonly DueClaim[];
    try {
      won = await this.#options.storage.claim([...claims.values()].map(({ claim }) => claim));
    } catch (error) {
      for (const { live, schedule } of due) this.#armIfCurrent(live, schedule, now + RETRY_MS);
      throw error;
    }
    for (const { claim, live, schedule } of claims.values()) {
      schedule.settledTo = claim.settledTo;
      this.#armIfCurrent(live, schedule);
    }
    for (const claim of won) {
      const live = claims.get(keyOf(claim))?.live;
      for (const { run } of claim.runs) {
        if (run.status === "missed") this.#options.missed(run);
        else if (live) this.#options.work.track(this.#options.start(live, run.cause, run));
      }
    }
  }

  /** Waits for the next due time, unless the automation was changed while the claim was written. */
  #armIfCurrent(live: LiveAutomation, schedule: LiveSchedule, notBefore?: number): void {
    if (live.schedules.includes(schedule)) this.#arm(live, schedule, notBefore);
  }
}

function keyOf({ automation, trigger }: DueClaim): string {
  return `${trigger} ${automation}`;
}

/** The claim of a trigger: the run of its last due time, when that still runs, and what was missed. */
function claimFor({ live, schedule }: DueTrigger, now: number): DueClaim | null {
  const trigger = live.saved.definition.triggers[schedule.trigger];
  if (schedule.due === null || schedule.due > now || !trigger || !isSchedule(trigger)) return null;
  const { first, last, previous, count } = passedDueTimes(schedule.next, schedule.due, now);
  const policy = trigger.missed ?? scheduleOf(trigger).missed;
  const runs = runsWhenLate(policy, last, now);
  const missedCount = runs ? count - 1 : count;
  const records: DueClaim["runs"][number][] = [];
  if (missedCount > 0) {
    const run = automationRun(live, causeOf(trigger, schedule.trigger, first), now);
    const missed = { count: missedCount, lastDueAt: runs ? (previous ?? first) : last };
    const reason = missedReason(policy);
    records.push({ run: { ...run, status: "missed", reason, finishedAt: now, missed }, checkpoint: null });
  }
  if (runs) {
    records.push({ run: automationRun(live, causeOf(trigger, schedule.trigger, last), now), checkpoint: CLAIMED });
  }
  return { automation: live.saved.definition.id, trigger: schedule.trigger, settledTo: last, runs: records };
}

/** The reason in the trace of a due time that passed while Jia did not run. */
export function missedReason(policy: Missed): Phrase {
  if (policy === "skip") return message("traces.missed");
  if (policy === "run_once") return message("traces.missedButLast");
  return message("traces.missedWithin", { duration: durationPhrase(toMs(policy.within)) });
}

function causeOf(trigger: Schedule, index: number, dueAt: number): RunCause {
  return { type: trigger.type, trigger: index, dueAt, detail: SILENT, chain: [] };
}
