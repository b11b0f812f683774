import { askerOf, type Origin, type Outcome, type Phrase, succeeded } from "../../home/index.ts";
import { durationPhrase, message } from "../../language/index.ts";
import type { Timer } from "../definition/index.ts";
import { newRun } from "../runs/new-run.ts";
import { type Run, SILENT, type StepTrace } from "../runs/run.ts";
import { NOT_ALL } from "../scenes/activations.ts";
import { ON_TIME_MS } from "../schedule/passed-due-times.ts";
import { DAY_MS } from "../schedule/zone.ts";
import type { RunRecord } from "../storage.ts";

/**
 * A timer that ended longer ago than this, while Jia did not run, is only recorded, because nobody expects it any
 * more. Milliseconds.
 */
const TOO_LATE_MS = DAY_MS;
const TOO_LATE = message("traces.tooLate");
const INTERRUPTED = message("traces.endedAtRestart");

/** The origin of the commands of a timer. */
export function timerOrigin({ id, approved, origin }: Timer): Origin {
  return { kind: "schedule", id, approved, ...askerOf(origin) };
}

/** The run of a timer's end, as it is claimed. A timer that ended too long ago is missed. */
export function timerEnd(timer: Timer, dueAt: number, now: number): { record: RunRecord; tooLate: boolean } {
  const { id: of, name, origin } = timer;
  const late = now - dueAt;
  const detail: Phrase = late > ON_TIME_MS ? message("traces.late", { duration: durationPhrase(late) }) : SILENT;
  const cause = { type: "timer", trigger: null, dueAt, detail, chain: [] };
  const run = newRun({ kind: "timer", of, name, cause, origin, startedAt: now });
  if (late <= TOO_LATE_MS) {
    return { record: { run, checkpoint: { position: [], begun: true, deadline: null } }, tooLate: false };
  }
  const missed: Run = { ...run, status: "missed", reason: TOO_LATE, finishedAt: now };
  return { record: { run: missed, checkpoint: null }, tooLate: true };
}

/** The run after its commands were answered. */
export function afterCommands(run: Run, outcomes: readonly Outcome[], at: number): Run {
  const good = outcomes.every(succeeded);
  const result = good ? "done" : "failed";
  const ms = at - run.startedAt;
  const step: StepTrace = { path: "commands", type: "set", at: run.startedAt, ms, result, detail: SILENT, outcomes };
  return {
    ...run,
    status: result,
    reason: good ? SILENT : NOT_ALL,
    finishedAt: at,
    steps: outcomes.length > 0 ? [step] : [],
  };
}

/** The run after a restart interrupted it: whether its commands were sent is not known. */
export function interrupted(run: Run, at: number): Run {
  return { ...run, status: "failed", reason: INTERRUPTED, finishedAt: at };
}
