import { type Home, JiaError, type Origin, type Outcome, succeeded, type Value } from "../../home/index.ts";
import { checkScene } from "../check/scene.ts";
import { changesOf } from "../commands.ts";
import { type Scene, type SceneDraft, type Target, toMs } from "../definition/index.ts";
import { describeScene } from "../describe/index.ts";
import type { LoopGuard } from "../engine/loop-guard.ts";
import type { Work } from "../engine/work.ts";
import { matching } from "../names.ts";
import type {
  ActivateOptions,
  Activation,
  Check,
  PlannedChange,
  PlannerEvent,
  Saved,
  SaveOptions,
  Scenes,
} from "../port.ts";
import { definitionError } from "../problems.ts";
import { newId } from "../run-id.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { DefinitionStorage, RunStorage } from "../storage.ts";
import type { Cause, Run, StepTrace } from "../trace.ts";
import { commandsOfStep, merge, resolveParameters, stagesOf } from "./commands.ts";
import { snapshot } from "./snapshot.ts";
import { transitionOf } from "./transition.ts";
import { undoCommands } from "./undo.ts";

export interface SceneKeeperOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly storage: DefinitionStorage<Scene>;
  readonly runs: RunStorage;
  readonly guard: LoopGuard;
  readonly work: Work;
  readonly emit: (event: PlannerEvent) => void;
  /** Ids of the automations that use a scene. */
  readonly usersOf: (scene: string) => readonly string[];
  /** Told after a scene was activated, with the automations whose doing that was. */
  readonly activated: (scene: string, chain: readonly string[]) => void;
}

/** How many runs are looked through for the one to undo. */
const UNDO_DEPTH = 50;

/** Scenes: saved, previewed, activated, undone. */
export class SceneKeeper implements Scenes {
  readonly #options: SceneKeeperOptions;
  /** Keyed by id. */
  readonly #scenes = new Map<string, Saved<Scene>>();

  constructor(options: SceneKeeperOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    this.#scenes.clear();
    for (const saved of await this.#options.storage.all()) this.#scenes.set(saved.definition.id, saved);
  }

  list(): readonly Saved<Scene>[] {
    return [...this.#scenes.values()];
  }

  get(id: string): Saved<Scene> | undefined {
    return this.#scenes.get(id);
  }

  find(words: string): readonly Saved<Scene>[] {
    return matching(this.list(), words);
  }

  check(draft: unknown): Check<Scene> {
    return checkScene(draft, this.#options.home, (id) => this.#scenes.has(id));
  }

  async save(draft: SceneDraft, options: SaveOptions): Promise<Saved<Scene>> {
    const { definition, problems, approvals } = this.check(draft);
    if (!definition) throw definitionError("scene", draft.name, problems);
    const known = this.#scenes.get(definition.id);
    if (known && !options.replace)
      throw new JiaError("conflict", { detail: `There is a scene "${definition.id}" already.` });
    const now = this.#options.now();
    const approved = approvals.length > 0 && options.approved === true;
    const saved = { definition, approved, createdAt: known?.createdAt ?? now, updatedAt: now };
    await this.#options.storage.save(saved);
    this.#scenes.set(definition.id, saved);
    this.#options.emit({ type: "definitions-changed", at: now });
    return saved;
  }

  async remove(id: string): Promise<Saved<Scene>> {
    const saved = this.#known(id);
    const users = this.#options.usersOf(id);
    if (users.length > 0) {
      const detail = `The scene "${id}" is used by: ${users.join(", ")}. Change or delete these first.`;
      throw new JiaError("conflict", { detail });
    }
    await this.#options.storage.remove(id);
    this.#scenes.delete(id);
    this.#options.emit({ type: "definitions-changed", at: this.#options.now() });
    return saved;
  }

  snapshot(name: string, target: Target): SceneDraft {
    return snapshot(name, target, this.#options.home);
  }

  preview(id: string, parameters: Readonly<Record<string, Value>> = {}): readonly PlannedChange[] {
    const { definition } = this.#known(id);
    const resolved = resolveParameters(definition, parameters);
    const commands = stagesOf(definition).flatMap((steps) =>
      steps.flatMap((step) => commandsOfStep(step, resolved, this.#options.home)),
    );
    return changesOf(merge(commands), this.#options.home);
  }

  activate(id: string, options: ActivateOptions): Promise<Activation> {
    return this.activateFor(id, options, []);
  }

  /** Activates a scene on behalf of automations: `chain` names them, first to last. */
  async activateFor(id: string, options: ActivateOptions, chain: readonly string[]): Promise<Activation> {
    const saved = this.#known(id);
    const scene = saved.definition;
    const parameters = resolveParameters(scene, options.parameters ?? {});
    const given = Object.entries(options.parameters ?? {}).map(([name, value]) => `${name} = ${value}`);
    const by = chain.at(-1);
    const cause: Cause = {
      type: by === undefined ? "manual" : "automation",
      trigger: null,
      dueAt: null,
      detail: given.join(", "),
      chain,
    };
    const origin: Origin = { kind: "scene", id, approved: saved.approved || options.approved === true };
    const activation = await this.#run(scene, cause, options.origin, async (trace) => {
      const stages = stagesOf(scene);
      for (const [index, steps] of stages.entries()) {
        await this.#stage(scene, steps, parameters, origin, chain, options.signal, `stages[${index}]`, trace);
      }
    });
    this.#options.activated(id, chain);
    return activation;
  }

  async undo(id: string | null, origin: Origin): Promise<Activation> {
    const runs = (await this.#options.runs.list({ ...(id !== null && { of: id }), limit: UNDO_DEPTH * 4 })).filter(
      (run) => run.kind === "scene",
    );
    const undone = new Set(runs.filter(({ cause }) => cause.type === "undo").map(({ cause }) => cause.detail));
    const last = runs.find((run) => run.cause.type !== "undo" && !undone.has(run.id) && run.finishedAt !== null);
    if (!last)
      throw new JiaError("not-found", { what: id === null ? "scene to undo" : `activation of "${id}" to undo` });
    const commands = undoCommands(last.steps.flatMap(({ outcomes }) => outcomes));
    const cause: Cause = { type: "undo", trigger: null, dueAt: null, detail: last.id, chain: [] };
    const definition = { id: last.of, name: last.name };
    return await this.#run(definition, cause, origin, async (trace) => {
      const at = this.#options.now();
      const by: Origin = { kind: "scene", id: last.of, approved: false };
      const { outcomes } = await this.#options.home.execute(commands, by);
      trace.push(stepTrace("undo", "undo", at, this.#options.now() - at, outcomes));
    });
  }

  describe(draft: SceneDraft, language: Home["language"]): string {
    return describeScene(draft, language, this.#options.home);
  }

  /** Marks activations that a restart cut off: how far they came is in their steps. */
  async markInterrupted(run: Run): Promise<void> {
    const ended: Run = {
      ...run,
      status: "stopped",
      reason: "the restart came in between",
      finishedAt: this.#options.now(),
    };
    await this.#options.runs.save({ run: ended, checkpoint: null });
  }

  #run(
    scene: { readonly id: string; readonly name: string },
    cause: Cause,
    origin: Origin,
    work: (trace: StepTrace[]) => Promise<void>,
  ): Promise<Activation> {
    const running = this.#perform(scene, cause, origin, work);
    this.#options.work.track(running.catch(() => undefined));
    return running;
  }

  async #perform(
    { id, name }: { readonly id: string; readonly name: string },
    cause: Cause,
    origin: Origin,
    work: (trace: StepTrace[]) => Promise<void>,
  ): Promise<Activation> {
    const steps: StepTrace[] = [];
    let run: Run = {
      id: newId(),
      kind: "scene",
      of: id,
      name,
      status: "running",
      reason: "",
      cause,
      origin,
      startedAt: this.#options.now(),
      finishedAt: null,
      conditions: [],
      steps,
      missed: null,
    };
    const begun = { position: [], begun: true, deadline: null };
    await this.#options.runs.save({ run: { ...run, steps: [] }, checkpoint: begun });
    this.#options.emit({ type: "run-started", run, at: run.startedAt });
    let reason = "";
    try {
      await work(steps);
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    const outcomes = steps.flatMap((step) => step.outcomes);
    const good = reason === "" && outcomes.every(succeeded);
    if (!good && reason === "") reason = "not every device did it";
    const finishedAt = this.#options.now();
    run = { ...run, steps, status: good ? "done" : "failed", reason, finishedAt };
    await this.#options.runs.save({ run, checkpoint: null });
    this.#options.emit({ type: "run-finished", run, at: finishedAt });
    return { run: run.id, scene: id, outcomes };
  }

  /** Steps of one order, all at the same time. */
  async #stage(
    scene: Scene,
    steps: readonly Scene["steps"][number][],
    parameters: Readonly<Record<string, Value>>,
    origin: Origin,
    chain: readonly string[],
    signal: AbortSignal | undefined,
    path: string,
    trace: StepTrace[],
  ): Promise<void> {
    const { home, now, guard } = this.#options;
    const at = now();
    const work: Promise<readonly Outcome[]>[] = [];
    const send = async (commands: ReturnType<typeof commandsOfStep>): Promise<readonly Outcome[]> => {
      guard.note(commands, [...chain, `scene ${scene.id}`], now());
      return (await home.execute(commands, origin, signal ? { signal } : {})).outcomes;
    };
    const direct = merge(
      steps.flatMap((step) =>
        "set" in step && step.transition !== undefined ? [] : commandsOfStep(step, parameters, home),
      ),
    );
    if (direct.length > 0) work.push(send(direct));
    for (const step of steps) {
      if (!("set" in step) || step.transition === undefined) continue;
      for (const command of commandsOfStep(step, parameters, home)) {
        work.push(this.#gradually(command, toMs(step.transition), send, signal));
      }
    }
    const outcomes = (await Promise.all(work)).flat();
    trace.push(stepTrace(path, "scene", at, now() - at, outcomes));
  }

  async #gradually(
    command: Parameters<typeof transitionOf>[0],
    duration: number,
    send: (commands: Parameters<typeof transitionOf>[0][]) => Promise<readonly Outcome[]>,
    signal: AbortSignal | undefined,
  ): Promise<readonly Outcome[]> {
    const start = this.#options.now();
    const outcomes: Outcome[] = [];
    for (const stage of transitionOf(command, duration, this.#options.home)) {
      await this.#sleepUntil(start + stage.after);
      if (signal?.aborted) break;
      outcomes.push(...(await send([stage.command])));
    }
    return condensed(outcomes);
  }

  #sleepUntil(at: number): Promise<void> {
    if (at <= this.#options.now()) return Promise.resolve();
    const { agenda, work } = this.#options;
    work.paused();
    return new Promise((resolve) => {
      agenda.at(at, () => {
        work.resumed();
        resolve();
      });
    });
  }

  #known(id: string): Saved<Scene> {
    const saved = this.#scenes.get(id);
    if (!saved) throw new JiaError("not-found", { what: `scene "${id}"` });
    return saved;
  }
}

/** Of a transition's outcomes one a property: the last status, with the value before the first. */
function condensed(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    if (!("property" in outcome)) continue;
    const first = last.get(outcome.property);
    const before = first ? first.before : outcome.before;
    last.set(outcome.property, { ...outcome, ...(before !== undefined && { before }) });
  }
  return [...last.values()];
}

function stepTrace(path: string, type: string, at: number, ms: number, outcomes: readonly Outcome[]): StepTrace {
  return { path, type, at, ms, result: outcomes.every(succeeded) ? "done" : "failed", detail: "", outcomes };
}
