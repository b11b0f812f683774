import {
  askerOf,
  type Command,
  type Home,
  type HomeEvent,
  mergeCommands,
  type Origin,
  type Outcome,
  type Phrase,
  succeeded,
  undoOf,
  type Value,
} from "../../home/index.ts";
import { devicePhrase, devicesPhrase, message } from "../../language/index.ts";
import type { Scene } from "../definition/index.ts";
import type { LoopGuard } from "../engine/loop-guard.ts";
import type { TaskTracker } from "../engine/task-tracker.ts";
import type { Activation, PlannerEvent, Saved } from "../port.ts";
import { newRun } from "../runs/new-run.ts";
import { errorWords, type Run, type RunCause, SILENT, type StepTrace } from "../runs/run.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { RunStorage } from "../storage.ts";
import { commandsOfStage, stagesOf } from "./commands.ts";
import { Gliding } from "./gliding.ts";

export interface ActivationsOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly runs: RunStorage;
  readonly guard: LoopGuard;
  readonly work: TaskTracker;
  readonly emit: (event: PlannerEvent) => void;
}

export const NOT_ALL = message("traces.notAll");
const STOPPED = message("traces.stopped");

/** Thrown when an activation is ended early. */
class Stopped extends Error {}

/** A request to activate a scene. */
export interface ActivationRequest {
  readonly saved: Saved<Scene>;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly cause: RunCause;
  /** The origin of the request. */
  readonly by: Origin;
  /** Whether a person has said yes, for this activation, to what the policy asks about. */
  readonly approved: boolean;
  readonly signal: AbortSignal | undefined;
  /** Called with the result so far when only a long transition is left, so that nobody has to wait for it. */
  readonly underWay?: (soFar: Activation) => void;
}

/** A longer transition continues after the answer, in milliseconds. */
const LONG_MS = 5_000;

/** Activates and undoes scenes, each as a run with its trace. */
export class Activations {
  readonly #options: ActivationsOptions;
  readonly #gliding: Gliding;

  constructor(options: ActivationsOptions) {
    this.#options = options;
    this.#gliding = new Gliding(options);
  }

  /** Takes an event of the home, which may end transitions. */
  note(event: HomeEvent): void {
    this.#gliding.note(event);
  }

  /** Ends transitions because the process stops. */
  stop(): void {
    this.#gliding.stopAll();
  }

  perform(request: ActivationRequest): Promise<Activation> {
    const { saved, cause, by, approved, signal } = request;
    const scene = saved.definition;
    const origin: Origin = { kind: "scene", id: scene.id, approved: saved.approved || approved, ...askerOf(by) };
    return this.#run(scene, cause, by, async (trace, run) => {
      for (const [index, steps] of stagesOf(scene).entries()) {
        if (signal?.aborted) throw new Stopped();
        const soFar = (outcomes: readonly Outcome[]): void => {
          const before = trace.flatMap((step) => step.outcomes);
          request.underWay?.({ run, scene: scene.id, outcomes: [...before, ...outcomes] });
        };
        await this.#stage(request, steps, origin, `stages[${index}]`, trace, soFar);
      }
    });
  }

  /** Restores what a run of a scene changed. */
  async undo(last: Run, by: Origin): Promise<Activation> {
    const { commands, lost } = undoOf(last.steps.flatMap(({ outcomes }) => outcomes));
    const cause: RunCause = { type: "undo", trigger: null, dueAt: null, detail: SILENT, undoes: last.id, chain: [] };
    const activation = await this.#run({ id: last.of, name: last.name }, cause, by, async (trace) => {
      const at = this.#options.now();
      const origin: Origin = { kind: "scene", id: last.of, approved: false, ...askerOf(by) };
      const { outcomes } = await this.#options.home.execute(commands, origin);
      trace.push(stepTrace("undo", "undo", at, this.#options.now() - at, outcomes));
    });
    return { ...activation, lost };
  }

  /** Marks an activation that a restart interrupted; its steps show how far it came. */
  async markInterrupted(run: Run): Promise<void> {
    const reason = message("traces.restart");
    const ended: Run = { ...run, status: "stopped", reason, finishedAt: this.#options.now() };
    await this.#options.runs.save({ run: ended, checkpoint: null });
  }

  #run(
    scene: { readonly id: string; readonly name: string },
    cause: RunCause,
    by: Origin,
    work: (trace: StepTrace[], run: string) => Promise<void>,
  ): Promise<Activation> {
    const running = this.#traced(scene, cause, by, work);
    this.#options.work.track(running.catch(() => undefined));
    return running;
  }

  async #traced(
    { id, name }: { readonly id: string; readonly name: string },
    cause: RunCause,
    origin: Origin,
    work: (trace: StepTrace[], run: string) => Promise<void>,
  ): Promise<Activation> {
    const steps: StepTrace[] = [];
    const startedAt = this.#options.now();
    let run: Run = { ...newRun({ kind: "scene", of: id, name, cause, origin, startedAt }), steps };
    const begun = { position: [], begun: true, deadline: null };
    await this.#options.runs.save({ run: { ...run, steps: [] }, checkpoint: begun });
    this.#options.emit({ type: "run-started", run, at: run.startedAt });
    let failure: Phrase | null = null;
    try {
      await work(steps, run.id);
    } catch (error) {
      failure = error instanceof Stopped ? STOPPED : errorWords(error);
    }
    const outcomes = steps.flatMap((step) => step.outcomes);
    if (!outcomes.every(succeeded)) failure ??= NOT_ALL;
    const finishedAt = this.#options.now();
    run = { ...run, steps, status: failure === null ? "done" : "failed", reason: failure ?? SILENT, finishedAt };
    await this.#options.runs.save({ run, checkpoint: null });
    this.#options.emit({ type: "run-finished", run, at: finishedAt });
    return { run: run.id, scene: id, outcomes };
  }

  /** Runs the steps of one order at the same time. */
  async #stage(
    { saved, parameters, cause, signal }: ActivationRequest,
    steps: readonly Scene["steps"][number][],
    origin: Origin,
    path: string,
    trace: StepTrace[],
    soFar: (outcomes: readonly Outcome[]) => void,
  ): Promise<void> {
    const { home, now, guard, work } = this.#options;
    const at = now();
    const chain = [...cause.chain, `scene ${saved.definition.id}`];
    const send = async (commands: readonly Command[]): Promise<readonly Outcome[]> => {
      guard.note(commands, chain, now());
      return (await home.execute(commands, origin)).outcomes;
    };
    const commands = commandsOfStage(steps, parameters, home);
    const gradual = commands.flatMap(({ command, duration }) => (duration === null ? [] : [{ command, duration }]));
    const direct = mergeCommands(commands.flatMap(({ command, duration }) => (duration === null ? [command] : [])));
    const sent = direct.length > 0 ? send(direct) : Promise.resolve([]);
    work.track(
      sent.then(
        () => undefined,
        () => undefined,
      ),
    );
    const first = gradual.map(() => Promise.withResolvers<readonly Outcome[]>());
    const gliding = gradual.map(({ command, duration }, index) =>
      this.#gliding.go({
        command,
        duration,
        origin,
        send,
        signal,
        begun: (outcomes) => first[index]?.resolve(outcomes),
      }),
    );
    if (gradual.some(({ duration }) => duration > LONG_MS)) {
      const begun = Promise.all([sent, ...first.map(({ promise }) => promise)]);
      work.track(begun.then((each) => soFar(each.flat())));
    }
    const [atOnce, glided] = await work.waitFor(Promise.all([sent, Promise.all(gliding)]));
    const outcomes = [...atOnce, ...glided.flatMap((each) => each.outcomes)];
    const overtaken = gradual.flatMap(({ command }, index) =>
      glided[index]?.ended === "overtaken" ? (home.device(command.device) ?? []) : [],
    );
    const devices = devicesPhrase(overtaken.map(devicePhrase), "and");
    const detail = overtaken.length === 0 ? SILENT : message("traces.overtaken", { devices });
    trace.push({ ...stepTrace(path, "scene", at, now() - at, outcomes), detail });
    if (glided.some(({ ended }) => ended === "stopped")) throw new Stopped();
  }
}

function stepTrace(path: string, type: string, at: number, ms: number, outcomes: readonly Outcome[]): StepTrace {
  return { path, type, at, ms, result: outcomes.every(succeeded) ? "done" : "failed", detail: SILENT, outcomes };
}
