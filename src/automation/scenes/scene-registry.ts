import { type HomeEvent, JiaError, mergeCommands, type Origin, type Queues, type Value } from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import { approvalsFor } from "../check/approvals.ts";
import type { DefinitionLookup } from "../check/definition-lookup.ts";
import { sceneHeldBack } from "../check/held-back.ts";
import { withNameCheck } from "../check/names.ts";
import { requireOwn, requirePermitted, withAuthor } from "../check/permission.ts";
import { type DefinitionProblem, definitionError, idTaken, nameTaken, notFound } from "../check/problems.ts";
import { reviewScene } from "../check/review.ts";
import { Reviews } from "../check/reviews.ts";
import { checkScene } from "../check/scene.ts";
import type { Scene, SceneDraft, Target } from "../definition/index.ts";
import { findByName } from "../definition/names.ts";
import { describeScene } from "../describe/index.ts";
import { expectedChanges } from "../device-commands/of-actions.ts";
import type { DefinitionCatalogue } from "../engine/catalogue.ts";
import { Listeners } from "../engine/listeners.ts";
import {
  type ActivateOptions,
  type Activation,
  type Approval,
  type Check,
  type HeldBack,
  type PlannedChange,
  type Saved,
  type SaveOptions,
  type Scenes,
  wantsApproval,
} from "../port.ts";
import type { TargetChange } from "../references/changes.ts";
import { sceneWithTargets } from "../references/targets-in.ts";
import type { Run, RunCause } from "../runs/run.ts";
import type { DefinitionStorage } from "../storage.ts";
import { Activations, type ActivationsOptions } from "./activations.ts";
import { commandsOfScene, resolveParameters, sceneCommands } from "./commands.ts";
import { snapshot } from "./snapshot.ts";

export interface SceneRegistryOptions extends ActivationsOptions {
  readonly storage: DefinitionStorage<Scene>;
  /** Runs changes of scenes and automations one after another. */
  readonly changes: Queues;
  readonly catalogue: DefinitionCatalogue;
}

/** The most runs that are searched for the one to undo. */
const UNDO_DEPTH = 50;

/** The saved scenes: checks, saves, previews, activates and undoes them. */
export class SceneRegistry implements Scenes {
  readonly #options: SceneRegistryOptions;
  /** Keyed by id. */
  readonly #scenes: Map<string, Saved<Scene>>;
  readonly #lookup: DefinitionLookup<Scene>;
  /** Listeners of activations. `chain`: ids of the automations that led to it, first to last. */
  readonly #activated = new Listeners<[scene: string, chain: readonly string[]]>();
  readonly #reviews: Reviews<Scene>;
  readonly #activations: Activations;

  constructor(options: SceneRegistryOptions) {
    this.#options = options;
    const { home, catalogue } = options;
    this.#scenes = catalogue.scenes;
    this.#lookup = catalogue.sceneLookup;
    this.#reviews = new Reviews(
      () => [home.revision, this.#lookup.revision].join(),
      (saved) => reviewScene(saved, home, this.#lookup.names),
    );
    this.#activations = new Activations(options);
  }

  async load(): Promise<void> {
    this.#scenes.clear();
    for (const saved of await this.#options.storage.all()) this.#scenes.set(saved.definition.id, saved);
    this.#lookup.changed();
  }

  list(): readonly Saved<Scene>[] {
    return [...this.#scenes.values()];
  }

  get(id: string): Saved<Scene> | undefined {
    return this.#scenes.get(id);
  }

  find(words: string): readonly Saved<Scene>[] {
    return findByName(this.list(), words);
  }

  problems(saved: Saved<Scene>): readonly DefinitionProblem[] {
    return this.#reviews.of(saved);
  }

  check(draft: unknown): Check<Scene> {
    return withNameCheck(this.checkAlone(draft), this.#lookup.names, (id) => this.#scenes.get(id)?.definition);
  }

  /** Checks a draft without comparing its name with others. */
  checkAlone(draft: unknown): Check<Scene> {
    return checkScene(draft, this.#options.home, (id) => this.#scenes.has(id));
  }

  save(draft: SceneDraft, options: SaveOptions): Promise<Saved<Scene>> {
    return this.#options.changes.run("definitions", async () => {
      const check = this.checkAlone(draft);
      const { definition, problems } = check;
      if (!definition) throw definitionError("scene", draft.name, problems);
      if (this.#scenes.has(definition.id) && !options.replace) throw idTaken("scene", definition.id);
      const clash = this.#lookup.names.clash(definition, this.#scenes.get(definition.id)?.definition);
      if (clash) throw nameTaken("scene", clash);
      const { home } = this.#options;
      requireOwn(this.#scenes.get(definition.id)?.definition, home, options.origin);
      this.permit(definition, options);
      return await this.#put(
        withAuthor(definition, home, options.origin),
        wantsApproval(check) && options.approved === true,
      );
    });
  }

  /**
   * Checks that `origin` may have this scene's commands run.
   * @throws JiaError `denied`, `pin-needed`
   */
  permit(definition: Scene, { origin, approved = false }: SaveOptions): void {
    const { home } = this.#options;
    requirePermitted(sceneCommands(definition, home), home, origin, approved);
  }

  requireAllowed(id: string, origin: Origin): void {
    this.permit(this.#known(id).definition, { origin });
  }

  async #put(definition: Scene, approved: boolean): Promise<Saved<Scene>> {
    const saved = this.prepare(definition, approved);
    await this.#options.storage.save(saved);
    this.adopt(saved);
    return saved;
  }

  /** The row of a checked definition. Changes nothing. */
  prepare(definition: Scene, approved: boolean): Saved<Scene> {
    const now = this.#options.now();
    return { definition, approved, createdAt: this.#scenes.get(definition.id)?.createdAt ?? now, updatedAt: now };
  }

  /** Takes over a saved scene. The caller holds the turn and has saved it. */
  adopt(saved: Saved<Scene>): void {
    this.#scenes.set(saved.definition.id, saved);
    this.#lookup.changed();
    this.#options.emit({ type: "definitions-changed", at: saved.updatedAt });
  }

  /** Drops a deleted scene. The caller holds the turn and has deleted it. */
  forget(id: string): void {
    this.#scenes.delete(id);
    this.#lookup.changed();
    this.#options.emit({ type: "definitions-changed", at: this.#options.now() });
  }

  remove(id: string, origin: Origin): Promise<Saved<Scene>> {
    return this.#options.changes.run("definitions", async () => {
      requireOwn(this.#known(id).definition, this.#options.home, origin);
      return await this.#drop(id);
    });
  }

  async #drop(id: string): Promise<Saved<Scene>> {
    const saved = this.#known(id);
    const users = this.#options.catalogue.usersOf(id);
    if (users.length > 0) throw new JiaError("conflict", { detail: message("problems.sceneUsed", { id, users }) });
    await this.#options.storage.remove(id);
    this.forget(id);
    return saved;
  }

  /** Rewrites targets without a change of meaning; an earlier yes still counts. */
  settle(change: TargetChange): void {
    const { storage, changes, work } = this.#options;
    for (const saved of this.list()) {
      const { id } = saved.definition;
      const definition = sceneWithTargets(saved.definition, change);
      if (definition === saved.definition) continue;
      const settled = { ...saved, definition };
      this.#scenes.set(id, settled);
      this.#lookup.changed();
      const write = async (): Promise<void> => {
        // A scene that was saved or deleted meanwhile is in the store already.
        if (this.#scenes.get(id) === settled) await storage.save(settled);
      };
      work.track(changes.run("definitions", write));
    }
  }

  approvals(id: string, parameters: Readonly<Record<string, Value>>): readonly Approval[] {
    const { definition } = this.#known(id);
    const { home } = this.#options;
    return approvalsFor(commandsOfScene(definition, resolveParameters(definition, parameters), home), home);
  }

  heldBack(id: string): HeldBack | null {
    return sceneHeldBack(this.#known(id), this.#options.home);
  }

  snapshot(name: string, target: Target): SceneDraft {
    return snapshot(name, target, this.#options.home);
  }

  preview(id: string, parameters: Readonly<Record<string, Value>> = {}): readonly PlannedChange[] {
    const { definition } = this.#known(id);
    const resolved = resolveParameters(definition, parameters);
    const { home } = this.#options;
    return expectedChanges(mergeCommands(commandsOfScene(definition, resolved, home)), home);
  }

  activate(id: string, options: ActivateOptions): Promise<Activation> {
    const { promise, resolve, reject } = Promise.withResolvers<Activation>();
    this.activateFor(id, options, options.chain ?? [], resolve).then(resolve, reject);
    return promise;
  }

  /**
   * Activates a scene on behalf of automations. Resolves when all of it is done.
   * @param underWay called with the result so far when only a long transition is left
   */
  async activateFor(
    id: string,
    options: ActivateOptions,
    chain: readonly string[],
    underWay?: (soFar: Activation) => void,
  ): Promise<Activation> {
    const { home } = this.#options;
    const saved = slowed(this.#known(id), options.transition);
    const parameters = resolveParameters(saved.definition, options.parameters ?? {});
    const given = Object.entries(options.parameters ?? {}).map(([name, value]) => `${name} = ${value}`);
    const cause: RunCause = {
      type: chain.length === 0 ? "manual" : "automation",
      trigger: null,
      dueAt: null,
      detail: given.join(", "),
      chain,
    };
    const { origin: by, approved = false, signal } = options;
    if (approved && !saved.approved)
      requirePermitted(sceneCommands(saved.definition, home, parameters), home, by, true);
    const activation = await this.#activations.perform({
      saved,
      parameters,
      cause,
      by,
      approved,
      signal,
      ...(underWay && { underWay }),
    });
    this.#activated.tell(id, chain);
    return activation;
  }

  async undo(id: string | null, origin: Origin): Promise<Activation> {
    const runs = (
      await this.#options.runs.list({ ...(id !== null && { of: id }), begun: true, limit: UNDO_DEPTH * 4 })
    ).filter((run) => run.kind === "scene");
    const undone = new Set(runs.filter(({ cause }) => cause.type === "undo").map(({ cause }) => cause.undoes));
    const last = runs.find((run) => run.cause.type !== "undo" && !undone.has(run.id) && run.finishedAt !== null);
    if (!last) {
      throw new JiaError("not-found", {
        what: id === null ? message("problems.activationToUndo") : message("problems.activationOfToUndo", { id }),
      });
    }
    return await this.#activations.undo(last, origin);
  }

  /** Calls `listener` after every activation of a scene, with the automations that led to it, first to last. */
  onActivated(listener: (scene: string, chain: readonly string[]) => void): () => void {
    return this.#activated.subscribe(listener);
  }

  /** Takes an event of the home, which may end transitions. */
  note(event: HomeEvent): void {
    this.#activations.note(event);
  }

  /** Ends transitions because the process stops. */
  stop(): void {
    this.#activations.stop();
  }

  describe(draft: SceneDraft, language: Language): string {
    return describeScene(draft, language, this.#options.home);
  }

  /** Marks an activation that a restart interrupted. */
  async markInterrupted(run: Run): Promise<void> {
    await this.#activations.markInterrupted(run);
  }

  #known(id: string): Saved<Scene> {
    const saved = this.#scenes.get(id);
    if (!saved) throw notFound("scene", id, [...this.#scenes.keys()]);
    return saved;
  }
}

/** The scene with this duration for all of its steps. */
function slowed(saved: Saved<Scene>, transition: number | undefined): Saved<Scene> {
  if (transition === undefined) return saved;
  const seconds = transition / 1000;
  const steps = saved.definition.steps.map((step) => ("set" in step ? { ...step, transition: seconds } : step));
  return { ...saved, definition: { ...saved.definition, steps } };
}
