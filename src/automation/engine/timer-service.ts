import {
  type Command,
  type DeviceId,
  type Home,
  JiaError,
  type Origin,
  type Outcome,
  Queues,
} from "../../home/index.ts";
import { type Language, message, textOf } from "../../language/index.ts";
import { approvalsFor } from "../check/approvals.ts";
import { requireOwn, requirePermitted } from "../check/permission.ts";
import { notFound } from "../check/problems.ts";
import { checkTimer } from "../check/timer.ts";
import type { Timer } from "../definition/index.ts";
import { normalizedName } from "../definition/names.ts";
import { describeCommands } from "../describe/index.ts";
import type { Approval, PlannerEvent, TimerRequest, Timers } from "../port.ts";
import { newRunId } from "../runs/new-run.ts";
import type { Run } from "../runs/run.ts";
import type { Agenda, AgendaEntry } from "../schedule/agenda.ts";
import type { RunRecord, RunStorage, TimerStorage } from "../storage.ts";
import type { LoopGuard } from "./loop-guard.ts";
import type { TaskTracker } from "./task-tracker.ts";
import { afterCommands, interrupted, timerEnd, timerOrigin } from "./timer-run.ts";

export interface TimerServiceOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly storage: TimerStorage;
  readonly runs: RunStorage;
  readonly guard: LoopGuard;
  readonly work: TaskTracker;
  readonly emit: (event: PlannerEvent) => void;
}

const RETRY_MS = 1_000;

/** Starts, changes and ends timers and delayed commands. */
export class TimerService implements Timers {
  readonly #options: TimerServiceOptions;
  /** Runs the changes and the end of one timer one after another. Keyed by timer id. */
  readonly #changes = new Queues();
  /** Keyed by id. */
  readonly #timers = new Map<string, { timer: Timer; entry: AgendaEntry | null }>();
  /** Ids of timers that this process has set. For those from before a restart the clock of that time is not known. */
  readonly #own = new Set<string>();

  constructor(options: TimerServiceOptions) {
    this.#options = options;
  }

  /** Loads the timers of the store; those that have ended ring at once. */
  async load(): Promise<void> {
    const all = await this.#options.storage.all();
    this.#timers.clear();
    for (const timer of all) this.#arm(timer);
  }

  list(): readonly Timer[] {
    return [...this.#timers.values()].map(({ timer }) => timer);
  }

  describe(commands: readonly Command[], language: Language): string {
    return describeCommands(commands, language, this.#options.home);
  }

  find(words: string): readonly Timer[] {
    const wanted = normalizedName(words);
    const named = this.list().filter(({ name }) => name !== "" && normalizedName(name) === wanted);
    if (named.length > 0 || wanted === "") return named;
    return this.list().filter(({ name, commands }) => {
      const devices = commands.flatMap(({ device }) => this.#options.home.device(device) ?? []);
      const names = [name, ...devices.flatMap((device) => [device.name, ...device.aliases])].map(normalizedName);
      return names.some((each) => each !== "" && (each.includes(wanted) || wanted.includes(each)));
    });
  }

  commanding(devices: readonly DeviceId[]): readonly Timer[] {
    return this.list().filter(({ commands }) => commands.some(({ device }) => devices.includes(device)));
  }

  approvals(commands: readonly Command[]): readonly Approval[] {
    return approvalsFor(commands, this.#options.home);
  }

  async start(request: TimerRequest): Promise<Timer> {
    const { durationMs, commands = [] } = request;
    const name = nameOf(request.name ?? "");
    const { home } = this.#options;
    checkTimer(name, durationMs, commands, home);
    requirePermitted(commands, home, request.origin, request.approved === true);
    const now = this.#options.now();
    const timer: Timer = {
      id: newRunId(),
      name,
      state: { kind: "running", dueAt: now + Math.round(durationMs) },
      durationMs: Math.round(durationMs),
      commands,
      rings: request.rings ?? null,
      approved: request.approved === true,
      origin: request.origin,
      room: request.room ?? null,
      createdAt: now,
    };
    return await this.#save(timer);
  }

  cancel(id: string, origin: Origin | null): Promise<Timer> {
    return this.#changes.run(id, async () => {
      const { timer, entry } = this.#known(id);
      if (origin) this.#requireOwn(timer, origin);
      await this.#options.storage.remove(id);
      this.#options.agenda.cancel(entry);
      this.#timers.delete(id);
      this.#changed();
      return timer;
    });
  }

  pause(id: string, origin: Origin): Promise<Timer> {
    return this.#change(id, origin, ({ state }) => {
      if (state.kind === "paused") {
        throw new JiaError("conflict", { detail: message("problems.timerPaused") });
      }
      return { state: { kind: "paused", remainingMs: Math.max(0, state.dueAt - this.#options.now()) } };
    });
  }

  resume(id: string, origin: Origin): Promise<Timer> {
    return this.#change(id, origin, ({ state }) => {
      if (state.kind === "running") {
        throw new JiaError("conflict", { detail: message("problems.timerRuns") });
      }
      return { state: { kind: "running", dueAt: this.#options.now() + state.remainingMs } };
    });
  }

  add(id: string, milliseconds: number, origin: Origin): Promise<Timer> {
    return this.#change(id, origin, ({ state, durationMs }) => ({
      state:
        state.kind === "paused"
          ? { kind: "paused", remainingMs: Math.max(0, state.remainingMs + milliseconds) }
          : { kind: "running", dueAt: Math.max(this.#options.now(), state.dueAt + milliseconds) },
      durationMs: Math.max(0, durationMs + milliseconds),
    }));
  }

  rename(id: string, name: string, origin: Origin): Promise<Timer> {
    return this.#change(id, origin, () => ({ name: nameOf(name) }));
  }

  /** Marks the run of a timer that the restart interrupted: whether its commands were sent is not known. */
  async markInterrupted(run: Run): Promise<void> {
    const at = this.#options.now();
    const ended = interrupted(run, at);
    await this.#options.runs.save({ run: ended, checkpoint: null });
    const reason = textOf(ended.reason, this.#options.home.language);
    const told = { message: `${run.name}: ${reason}`, level: "warning", by: "planner", to: null, run: ended } as const;
    this.#options.emit({ type: "notice", ...told, at });
  }

  #change(id: string, origin: Origin, change: (timer: Timer) => Partial<Timer>): Promise<Timer> {
    return this.#changes.run(id, async () => {
      const { timer } = this.#known(id);
      this.#requireOwn(timer, origin);
      return await this.#save({ ...timer, ...change(timer) });
    });
  }

  /**
   * Checks that `origin` may change a timer: adults all, others those that they set.
   * @throws JiaError `forbidden`
   */
  #requireOwn({ origin: { person, stranger } }: Timer, origin: Origin): void {
    requireOwn({ by: stranger ? undefined : person }, this.#options.home, origin);
  }

  /** Moves all timers by `jump` milliseconds after the clock was set, so that eight minutes stay eight minutes. */
  shift(jump: number): void {
    for (const { timer } of [...this.#timers.values()]) {
      if (timer.state.kind !== "running" || !this.#own.has(timer.id)) continue;
      const moved: Timer = { ...timer, state: { kind: "running", dueAt: timer.state.dueAt + jump } };
      this.#arm(moved);
      this.#options.work.track(
        this.#changes.run(timer.id, async () => {
          // A person may have changed it meanwhile.
          if (this.#timers.get(timer.id)?.timer === moved) await this.#options.storage.save(moved);
        }),
      );
    }
  }

  async #save(timer: Timer): Promise<Timer> {
    await this.#options.storage.save(timer);
    this.#own.add(timer.id);
    this.#arm(timer);
    this.#changed();
    return timer;
  }

  #arm(timer: Timer, notBefore = 0): void {
    this.#options.agenda.cancel(this.#timers.get(timer.id)?.entry ?? null);
    const entry =
      timer.state.kind === "paused"
        ? null
        : this.#options.agenda.at(Math.max(timer.state.dueAt, notBefore), () =>
            this.#options.work.track(this.#end(timer)),
          );
    this.#timers.set(timer.id, { timer, entry });
  }

  async #end(timer: Timer): Promise<void> {
    if (this.#timers.get(timer.id)?.timer !== timer || timer.state.kind === "paused") return;
    const { record, tooLate } = timerEnd(timer, timer.state.dueAt, this.#options.now());
    const taken = await this.#changes.run(timer.id, () => this.#take(timer, record));
    if (!taken || tooLate) return;
    const outcomes = await this.#execute(timer);
    const at = this.#options.now();
    const run = afterCommands(record.run, outcomes, at);
    await this.#options.runs.save({ run, checkpoint: null });
    this.#options.emit({ type: "timer-finished", timer, outcomes, at });
    this.#options.emit({ type: "run-finished", run, at });
  }

  /** Claims the end of a timer. Returns false when it was changed before its end, or another instance was first. */
  async #take(timer: Timer, record: RunRecord): Promise<boolean> {
    if (this.#timers.get(timer.id)?.timer !== timer) return false;
    let taken: boolean;
    try {
      taken = await this.#options.storage.finish(timer.id, record);
    } catch (error) {
      this.#arm(timer, this.#options.now() + RETRY_MS);
      throw error;
    }
    this.#timers.delete(timer.id);
    this.#own.delete(timer.id);
    this.#changed();
    return taken;
  }

  async #execute(timer: Timer): Promise<readonly Outcome[]> {
    if (timer.commands.length === 0) return [];
    this.#options.guard.note(timer.commands, [], this.#options.now());
    return (await this.#options.home.execute(timer.commands, timerOrigin(timer))).outcomes;
  }

  #changed(): void {
    this.#options.emit({ type: "timers-changed", at: this.#options.now() });
  }

  #known(id: string): { timer: Timer; entry: AgendaEntry | null } {
    const found = this.#timers.get(id);
    if (!found) throw notFound("timer", id);
    return found;
  }
}

function nameOf(given: string): string {
  return given.trim().slice(0, 120);
}
