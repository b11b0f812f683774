import type { Phrase } from "../../home/index.ts";
import { durationPhrase, type Language, message, textOf } from "../../language/index.ts";
import { evaluateConditions } from "../conditions/index.ts";
import { DEFAULT_LIMIT, isSchedule, toMs } from "../definition/index.ts";
import type { PlannerEvent } from "../port.ts";
import type { Run } from "../runs/run.ts";
import { runsWhenLate } from "../schedule/passed-due-times.ts";
import type { Checkpoint, RunRecord, RunStorage } from "../storage.ts";
import { scheduleOf } from "../triggers/index.ts";
import { ActiveRun, type RunEnvironment } from "./active-run.ts";
import { Listeners } from "./listeners.ts";
import { automationRun, idleWords, isEnabled, type LiveAutomation, START } from "./live.ts";
import type { LoopGuard } from "./loop-guard.ts";
import type { RunCounter } from "./run-counter.ts";
import { missedReason } from "./schedule-runner.ts";

export interface RunManagerOptions {
  readonly storage: RunStorage;
  readonly environment: RunEnvironment;
  readonly guard: LoopGuard;
  readonly emit: (event: PlannerEvent) => void;
  /** The name of an automation, or of `scene <id>`. */
  readonly nameOf: (id: string) => Phrase;
  readonly counter: RunCounter;
  /** The language of announcements. */
  readonly language: () => Language;
}

export interface StartOptions {
  /** The run of a claimed due time, which is in the store already. */
  readonly claimed?: Run;
  /** Whether to ignore conditions, cooldown and mode. */
  readonly force?: boolean;
}

/**
 * Starts runs as conditions, cooldown and mode allow, keeps track of those that are under way, and resumes them after
 * a restart.
 */
export class RunManager {
  readonly #options: RunManagerOptions;
  /** Keyed by run id. */
  readonly #active = new Map<string, ActiveRun>();
  readonly #ranOut = new Listeners<[LiveAutomation]>();
  #closing = false;

  constructor(options: RunManagerOptions) {
    this.#options = options;
  }

  /** Calls `listener` when the last run of an automation with a limited number of runs has ended. */
  onRanOut(listener: (live: LiveAutomation) => void): () => void {
    return this.#ranOut.subscribe(listener);
  }

  /** Starts a run, or notes why not. Resolves with the run as soon as that is decided and stored. */
  async start(live: LiveAutomation, cause: Run["cause"], options: StartOptions = {}): Promise<Run> {
    const situation = this.#options.environment.situation();
    const { now } = situation;
    const run = options.claimed ?? automationRun(live, cause, now);
    if (this.#closing) return run;
    const loop = this.#options.guard.loop(run.of, cause.chain);
    if (loop !== null) return await this.#end(run, "stopped", this.#loopWords(loop), true);
    if (live.ended !== null) return await this.#end(run, "stopped", live.ended);
    if (!isEnabled(live) && !options.force) return await this.#end(run, "skipped", message("traces.switchedOff"));
    if (options.force) return await this.#begin(live, run, null);
    const idle = idleWords(live.saved.definition, run, situation);
    if (idle !== null) {
      // Devices may trigger it all day, so skipped runs of a paused automation are not stored.
      if (options.claimed || cause.type === "manual") return await this.#end(run, "skipped", idle);
      return { ...run, status: "skipped", reason: idle, finishedAt: now };
    }
    const { cooldown } = live.saved.definition;
    if (cooldown !== undefined && live.lastStart === undefined) {
      const known = await this.#options.storage.lastStart(run.of);
      // Another trigger may have started it during the query.
      if (live.lastStart === undefined) live.lastStart = known;
      if (live.ended !== null) return await this.#end(run, "stopped", live.ended);
    }

    // Nothing may be awaited from here to the start, so that two triggers at once see each other.
    const { holds, trace } = evaluateConditions(live.saved.definition.conditions ?? [], situation);
    const checked: Run = { ...run, conditions: trace };
    if (!holds) return await this.#end(checked, "skipped", CONDITION);
    const rest = cooldown === undefined || !live.lastStart ? 0 : live.lastStart + toMs(cooldown) - now;
    if (rest > 0) {
      const duration = durationPhrase(Math.max(rest, 1_000));
      return await this.#end(checked, "skipped", message("traces.rests", { duration }));
    }
    return await this.#admit(live, checked);
  }

  /** Continues a run of the previous process. A run whose definition has changed ends, and its trace says so. */
  async resume(live: LiveAutomation | undefined, { run, checkpoint }: RunRecord): Promise<void> {
    if (!live || !isEnabled(live) || live.saved.updatedAt > run.startedAt) {
      await this.#end(run, "stopped", message("traces.definitionGone"));
      return;
    }
    if (checkpoint?.position.length === 0) {
      await this.#startLate(live, run);
      return;
    }
    if (live.saved.definition.mode === "queued" && live.active.size > 0) {
      live.queue.push({ run, resume: checkpoint, kept: Promise.resolve() });
      return;
    }
    await this.#begin(live, run, checkpoint);
  }

  /** Starts a run whose due time was claimed just before the process ended, if its missed policy still allows it. */
  async #startLate(live: LiveAutomation, run: Run): Promise<void> {
    const trigger = run.cause.trigger === null ? undefined : live.saved.definition.triggers[run.cause.trigger];
    if (trigger && isSchedule(trigger) && run.cause.dueAt !== null) {
      const policy = trigger.missed ?? scheduleOf(trigger).missed;
      if (!runsWhenLate(policy, run.cause.dueAt, this.#options.environment.situation().now)) {
        await this.#end(run, "missed", missedReason(policy));
        return;
      }
    }
    await this.start(live, run.cause, { claimed: run });
  }

  /** Ends all runs of an automation, also those that wait for their turn. */
  stopAll(live: LiveAutomation, reason: Phrase): void {
    live.ended = reason;
    for (const { run } of live.queue.splice(0)) this.#track(this.#end(run, "stopped", reason));
    for (const active of live.active) active.stop(reason);
  }

  /** Ends one run. Returns false when it is not under way. */
  stop(id: string, reason: Phrase): boolean {
    const active = this.#active.get(id);
    active?.stop(reason);
    return active !== undefined;
  }

  /** The present state of a run that is under way; undefined otherwise. */
  running(id: string): Run | undefined {
    return this.#active.get(id)?.run;
  }

  /** Accepts runs again after a close. */
  open(): void {
    this.#closing = false;
  }

  /** Suspends all runs until the next start. Steps that are under way are finished. */
  close(): void {
    this.#closing = true;
    for (const active of this.#active.values()) active.suspend();
  }

  /** Applies the mode to a new run beside those that are under way. */
  async #admit(live: LiveAutomation, run: Run): Promise<Run> {
    const { mode = "single", limit = DEFAULT_LIMIT } = live.saved.definition;
    const busy = live.active.size + live.queue.length;
    if (busy === 0) return await this.#begin(live, run, null, this.#count(live, run));
    switch (mode) {
      case "single":
        return await this.#end(run, "skipped", message("traces.stillRuns"));
      case "restart":
        for (const active of live.active) active.stop(message("traces.triggeredAgain"));
        return await this.#begin(live, run, null, this.#count(live, run));
      case "queued":
        if (busy >= limit) return await this.#end(run, "skipped", message("traces.tooMany", { limit }));
        return await this.#queue(live, run);
      case "parallel":
        if (busy >= limit) return await this.#end(run, "skipped", message("traces.tooMany", { limit }));
        return await this.#begin(live, run, null, this.#count(live, run));
      default:
        return mode satisfies never;
    }
  }

  /**
   * Queues a run at once. It begins only when it is counted and stored, because storing it later would overwrite the
   * note of its beginning.
   */
  async #queue(live: LiveAutomation, run: Run): Promise<Run> {
    const kept = this.#count(live, run).then(() => this.#options.storage.save({ run, checkpoint: START }));
    live.queue.push({ run, resume: null, kept });
    await kept;
    return run;
  }

  /** Counts a run; runs by hand are not counted. */
  #count(live: LiveAutomation, run: Run): Promise<void> {
    return run.cause.type === "manual" ? Promise.resolve() : this.#options.counter.count(live, run);
  }

  /** @param counted resolves when the run is counted; it has no effect before that, and none where that fails */
  async #begin(
    live: LiveAutomation,
    run: Run,
    resume: Checkpoint | null,
    counted: Promise<void> = Promise.resolve(),
  ): Promise<Run> {
    live.lastStart = run.startedAt;
    const active = new ActiveRun(run, live.saved.definition.actions, this.#options.environment, resume);
    live.active.add(active);
    this.#active.set(run.id, active);
    this.#options.emit({ type: "run-started", run, at: run.startedAt });
    this.#track(
      counted
        .then(() => active.perform())
        .then((ended) => {
          if (ended.finishedAt !== null) this.#options.emit({ type: "run-finished", run: ended, at: ended.finishedAt });
        })
        .finally(() => {
          live.active.delete(active);
          this.#active.delete(run.id);
          const next = this.#closing || live.active.size > 0 ? undefined : live.queue.shift();
          if (next) this.#track(this.#begin(live, next.run, next.resume, next.kept));
          else if (!this.#closing && live.active.size === 0 && live.ended === null && live.saved.definition.times === 0)
            this.#ranOut.tell(live);
        }),
    );
    await Promise.all([counted, active.underWay]);
    return active.run;
  }

  async #end(run: Run, status: Run["status"], reason: Phrase, tell = false): Promise<Run> {
    const ended: Run = { ...run, status, reason, finishedAt: this.#options.environment.situation().now };
    await this.#options.storage.save({ run: ended, checkpoint: null });
    this.#options.emit({ type: "run-finished", run: ended, at: ended.finishedAt ?? 0 });
    const notice = textOf(reason, this.#options.language());
    const told = { message: notice, level: "warning", by: "planner", to: null, run: ended } as const;
    if (tell) this.#options.emit({ type: "notice", ...told, at: ended.finishedAt ?? 0 });
    return ended;
  }

  #loopWords(loop: readonly string[]): Phrase {
    return message("traces.loop", { names: loop.map((id) => this.#options.nameOf(id)) });
  }

  #track(work: Promise<unknown>): void {
    this.#options.environment.work.track(work);
  }
}

export const CONDITION = message("traces.conditionFails");
