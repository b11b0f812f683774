import type { DeviceId, Origin, Phrase, Queues } from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import { actionKindOf, scenesOf } from "../actions/index.ts";
import type { CheckContext } from "../check/context.ts";
import type { AutomationLookup } from "../check/definition-lookup.ts";
import { automationHeldBack } from "../check/held-back.ts";
import { requireOwn, withAuthor } from "../check/permission.ts";
import { type DefinitionProblem, definitionError, idTaken, nameTaken, notFound } from "../check/problems.ts";
import { type Automation, type AutomationDraft, everyAction, type Scene, type Target } from "../definition/index.ts";
import { findByName } from "../definition/names.ts";
import {
  type Automations,
  type Check,
  type HeldBack,
  type PlannerEvent,
  type RunOptions,
  type Saved,
  type SavedAutomation,
  type SaveOptions,
  wantsApproval,
} from "../port.ts";
import type { TargetChange } from "../references/changes.ts";
import { isInTarget } from "../references/targets.ts";
import { automationWithTargets } from "../references/targets-in.ts";
import { type Run, type RunCause, SILENT } from "../runs/run.ts";
import type { AutomationStorage, SavedWithCursors } from "../storage.ts";
import { AutomationDrafts, type AutomationDraftsOptions, nameOf } from "./automation-drafts.ts";
import type { DefinitionCatalogue } from "./catalogue.ts";
import { isEnabled, type LiveAutomation, liveAutomation } from "./live.ts";
import { type LiveTriggerParts, LiveTriggers } from "./live-triggers.ts";
import type { RunCounter } from "./run-counter.ts";
import type { RunManager } from "./run-manager.ts";
import type { TaskTracker } from "./task-tracker.ts";

export interface AutomationRegistryOptions extends AutomationDraftsOptions, LiveTriggerParts {
  readonly storage: AutomationStorage;
  readonly runs: RunManager;
  readonly work: TaskTracker;
  readonly counter: RunCounter;
  readonly emit: (event: PlannerEvent) => void;
  /** Runs changes of scenes and automations one after another, under the key `definitions`. */
  readonly changes: Queues;
}

/** The saved automations: saves, switches, deletes and lists them, and starts and stops the watching of their triggers. */
export class AutomationRegistry implements Automations {
  readonly #options: AutomationRegistryOptions;
  readonly #catalogue: DefinitionCatalogue;
  readonly #drafts: AutomationDrafts;
  readonly #triggers: LiveTriggers;

  constructor(options: AutomationRegistryOptions) {
    this.#options = options;
    this.#catalogue = options.catalogue;
    this.#drafts = new AutomationDrafts(options);
    this.#triggers = new LiveTriggers(options);
  }

  /** Keyed by id. */
  get #lives(): Map<string, LiveAutomation> {
    return this.#catalogue.automations;
  }

  get #lookup(): AutomationLookup {
    return this.#catalogue.automationLookup;
  }

  /** Loads the automations of the store; schedules continue from their cursors. */
  async load(): Promise<void> {
    const { storage } = this.#options;
    const [all, cursors, holds] = await Promise.all([storage.all(), storage.cursors(), storage.holds()]);
    this.unload();
    /** Moments up to which schedules are settled, keyed by automation id, then by index of the trigger. */
    const settled = new Map<string, Map<number, number>>();
    for (const { automation, trigger, settledTo } of cursors) {
      const known = settled.get(automation) ?? new Map<number, number>();
      settled.set(automation, known.set(trigger, settledTo));
    }
    this.#lives.clear();
    this.#lookup.changed();
    for (const saved of all) {
      const live = liveAutomation(saved);
      this.#lives.set(saved.definition.id, live);
      this.#triggers.add(live, (trigger) => settled.get(saved.definition.id)?.get(trigger));
    }
    for (const hold of holds) {
      const live = this.#lives.get(hold.automation);
      if (live) this.#triggers.restoreHold(live, hold);
    }
  }

  /** Stops watching. The store is not changed. */
  unload(): void {
    for (const live of this.#lives.values()) this.#triggers.remove(live);
  }

  live(id: string): LiveAutomation | undefined {
    return this.#lives.get(id);
  }

  get lives(): Iterable<LiveAutomation> {
    return this.#lives.values();
  }

  list(): readonly SavedAutomation[] {
    return [...this.#lives.values()].map(withNextRun);
  }

  get(id: string): SavedAutomation | undefined {
    const live = this.#lives.get(id);
    return live && withNextRun(live);
  }

  find(words: string): readonly SavedAutomation[] {
    return findByName(this.list(), words);
  }

  commanding(devices: readonly DeviceId[]): readonly SavedAutomation[] {
    const wanted = devices.flatMap((id) => this.#options.home.device(id) ?? []);
    return this.list().filter(({ definition }) =>
      this.#targetsOf(definition).some((target) =>
        wanted.some((device) => isInTarget(target, device, this.#options.home)),
      ),
    );
  }

  problems(saved: Saved<Automation>): readonly DefinitionProblem[] {
    return this.#drafts.problems(saved);
  }

  check(draft: unknown): Check<Automation> {
    return this.#drafts.check(draft);
  }

  /** Checks a draft beside other definitions than the saved ones: those that a file is about to bring. */
  checkWith(draft: unknown, overrides: Pick<CheckContext, "scene" | "triggers">): Check<Automation> {
    return this.#drafts.checkWith(draft, overrides);
  }

  save(draft: AutomationDraft, options: SaveOptions): Promise<SavedAutomation> {
    return this.#options.changes.run("definitions", async () => {
      const check = this.#drafts.checkAlone(draft);
      const { definition, problems } = check;
      if (!definition) throw definitionError("automation", nameOf(draft), problems);
      if (this.#lives.has(definition.id) && !options.replace) throw idTaken("automation", definition.id);
      const clash = this.#lookup.names.clash(definition, this.#lives.get(definition.id)?.saved.definition);
      if (clash) throw nameTaken("automation", clash);
      const { home } = this.#options;
      requireOwn(this.#lives.get(definition.id)?.saved.definition, home, options.origin);
      this.permit(definition, options);
      const owned = withAuthor(definition, home, options.origin);
      return await this.#put(owned, wantsApproval(check) && options.approved === true);
    });
  }

  /**
   * Checks that `origin` may have this automation's commands run.
   * @param scene finds the scenes that it uses
   * @throws JiaError `denied`, `pin-needed`
   */
  permit(definition: Automation, options: SaveOptions, scene?: (id: string) => Scene | undefined): void {
    this.#drafts.permit(definition, options, scene);
  }

  async #put(definition: Automation, approved: boolean): Promise<SavedAutomation> {
    const { saved, cursors } = this.prepare(definition, approved);
    await this.#options.storage.save(saved, cursors);
    return withNextRun(this.adopt(saved));
  }

  /** The row of a checked definition, with the cursors of its schedules. Changes nothing. */
  prepare(definition: Automation, approved: boolean): SavedWithCursors {
    const now = this.#options.now();
    const createdAt = this.#lives.get(definition.id)?.saved.createdAt ?? now;
    const saved: Saved<Automation> = { definition, approved, createdAt, updatedAt: now };
    return { saved, cursors: this.#options.schedules.cursorsFrom(liveAutomation(saved), now) };
  }

  /**
   * Takes over a saved automation: watches it in place of an earlier version. The caller holds the turn and has saved
   * it.
   */
  adopt(saved: Saved<Automation>): LiveAutomation {
    const { id } = saved.definition;
    const known = this.#lives.get(id);
    if (known) this.#release(known, message("traces.changed"));
    const live = liveAutomation(saved);
    this.#lives.set(id, live);
    this.#lookup.changed();
    this.#take(live, saved.updatedAt);
    return live;
  }

  /** Stops watching a deleted automation. The caller holds the turn and has deleted it. */
  forget(id: string): void {
    this.#release(this.#known(id), message("traces.deleted"));
    this.#lives.delete(id);
    this.#lookup.changed();
    this.#options.emit({ type: "definitions-changed", at: this.#options.now() });
  }

  remove(id: string, origin: Origin): Promise<SavedAutomation> {
    return this.#options.changes.run("definitions", async () => {
      requireOwn(this.#known(id).saved.definition, this.#options.home, origin);
      return await this.#drop(id);
    });
  }

  async #drop(id: string): Promise<SavedAutomation> {
    const removed = withNextRun(this.#known(id));
    await this.#options.storage.remove(id);
    this.forget(id);
    return removed;
  }

  setEnabled(id: string, enabled: boolean, origin: Origin): Promise<SavedAutomation> {
    return this.#options.changes.run("definitions", async () => {
      requireOwn(this.#known(id).saved.definition, this.#options.home, origin);
      if (enabled) this.permit(this.#known(id).saved.definition, { origin });
      return await this.#switch(id, enabled);
    });
  }

  async #switch(id: string, enabled: boolean): Promise<SavedAutomation> {
    const live = this.#known(id);
    const { enabled: _before, pausedUntil, ...rest } = live.saved.definition;
    if (isEnabled(live) === enabled && (!enabled || pausedUntil === undefined)) return withNextRun(live);
    const now = this.#options.now();
    // Switching on ends a pause.
    const paused = enabled || pausedUntil === undefined ? {} : { pausedUntil };
    const definition: Automation = enabled ? rest : { ...rest, ...paused, enabled: false };
    if (enabled && pausedUntil !== undefined) await this.#options.storage.rewrite(definition);
    const changed = liveAutomation({ ...live.saved, definition, updatedAt: now });
    await this.#options.storage.setEnabled(id, enabled, now, this.#options.schedules.cursorsFrom(changed, now));
    this.#release(live, enabled ? message("traces.enabled") : message("traces.disabled"));
    this.#lives.set(id, changed);
    this.#lookup.changed();
    this.#take(changed, now);
    return withNextRun(changed);
  }

  /** Rewrites targets without a change of meaning: runs, waits and cursors stay. */
  settle(change: TargetChange): void {
    const { work, changes, counter } = this.#options;
    for (const live of this.#lives.values()) {
      const definition = automationWithTargets(live.saved.definition, change);
      if (definition === live.saved.definition) continue;
      live.saved = { ...live.saved, definition };
      this.#lookup.changed();
      this.#triggers.follow(live);
      work.track(changes.run("definitions", () => counter.rewrite(definition)));
    }
  }

  /** Deletes an automation whose runs (`times`) are used up. */
  async removeRunOut(live: LiveAutomation): Promise<void> {
    const { definition } = live.saved;
    await this.#options.changes.run("definitions", async () => {
      if (this.#lives.get(definition.id) === live && definition.times === 0) await this.#drop(definition.id);
    });
  }

  async run(id: string, options: RunOptions): Promise<Run> {
    const live = this.#known(id);
    const cause: RunCause = {
      type: "manual",
      by: options.origin,
      trigger: null,
      dueAt: null,
      detail: SILENT,
      chain: [],
    };
    return await this.#options.runs.start(live, cause, { force: options.force === true });
  }

  dryRun(draft: unknown): Promise<Run> {
    return this.#drafts.dryRun(draft);
  }

  preview(draft: unknown, count: number): readonly number[] {
    return this.#drafts.preview(draft, count);
  }

  /** The next due times of a checked definition, in milliseconds since the epoch. */
  due(definition: Automation, count: number): readonly number[] {
    return this.#drafts.due(definition, count);
  }

  describe(draft: AutomationDraft, language: Language, as?: "described" | "promised"): string {
    return this.#drafts.describe(draft, language, as);
  }

  heldBack(id: string): HeldBack | null {
    const { home, allowed, sceneOfMode, catalogue } = this.#options;
    const scene = (scene: string) => catalogue.scenes.get(scene);
    return automationHeldBack(this.#known(id).saved, { home, allowed, scene, sceneOfMode });
  }

  #take(live: LiveAutomation, now: number): void {
    this.#triggers.add(live, () => now);
    this.#options.emit({ type: "definitions-changed", at: now });
  }

  #release(live: LiveAutomation, reason: Phrase): void {
    this.#triggers.remove(live);
    this.#options.runs.stopAll(live, reason);
  }

  /** The targets that an automation commands, also through scenes. */
  #targetsOf({ actions }: Automation): Target[] {
    const scenes = scenesOf(actions).flatMap((id) => this.#catalogue.scene(id)?.steps ?? []);
    const targets = everyAction(actions).flatMap((action) => actionKindOf(action).targets(action));
    return [...targets, ...scenes.map(({ target }) => target)];
  }

  #known(id: string): LiveAutomation {
    const live = this.#lives.get(id);
    if (!live) throw notFound("automation", id, [...this.#lives.keys()]);
    return live;
  }
}

function withNextRun({ saved, schedules }: LiveAutomation): SavedAutomation {
  const due = schedules.flatMap((schedule) => schedule.due ?? []);
  return { ...saved, nextRun: due.length > 0 ? Math.min(...due) : null };
}
