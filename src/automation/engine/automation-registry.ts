import type { DeviceId, Home, Origin, Phrase, Queues, Value } from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import { actionKindOf, commandsOfActions, scenesOf } from "../actions/index.ts";
import { checkAutomation } from "../check/automation.ts";
import type { CheckContext } from "../check/context.ts";
import type { AutomationLookup } from "../check/definition-lookup.ts";
import { automationHeldBack } from "../check/held-back.ts";
import { withNameCheck } from "../check/names.ts";
import { requireOwn, requireOwnPresence, requirePermitted, withAuthor } from "../check/permission.ts";
import { type DefinitionProblem, definitionError, idTaken, nameTaken, notFound } from "../check/problems.ts";
import { reviewAutomation } from "../check/review.ts";
import { Reviews } from "../check/reviews.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import { type Automation, type AutomationDraft, everyAction, type Scene, type Target } from "../definition/index.ts";
import { findByName } from "../definition/names.ts";
import { describeAutomation, type Wording } from "../describe/index.ts";
import type { ExpectedChange } from "../device-commands/of-actions.ts";
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
import { dueTimes } from "../schedule/within.ts";
import type { AutomationStorage, SavedWithCursors } from "../storage.ts";
import type { Resident } from "../surroundings/residents.ts";
import type { DefinitionCatalogue } from "./catalogue.ts";
import type { DeviceTriggers } from "./device-triggers.ts";
import { dryRun } from "./dry-run.ts";
import { isEnabled, type LiveAutomation, liveAutomation } from "./live.ts";
import type { MessageTriggers } from "./message-triggers.ts";
import type { PresenceTriggers } from "./presence-triggers.ts";
import type { RunCounter } from "./run-counter.ts";
import type { RunManager } from "./run-manager.ts";
import type { ScheduleRunner } from "./schedule-runner.ts";
import type { TaskTracker } from "./task-tracker.ts";

export interface AutomationRegistryOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly situation: () => ConditionContext;
  readonly storage: AutomationStorage;
  readonly schedules: ScheduleRunner;
  readonly watchers: DeviceTriggers;
  readonly messages: MessageTriggers;
  readonly presence: PresenceTriggers;
  readonly runs: RunManager;
  readonly work: TaskTracker;
  readonly catalogue: DefinitionCatalogue;
  readonly counter: RunCounter;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: () => readonly string[] | null;
  /** The people of the home; null: it has none. */
  readonly residents: () => readonly Resident[] | null;
  readonly scenePreview: (id: string, parameters: Readonly<Record<string, Value>>) => readonly ExpectedChange[];
  readonly emit: (event: PlannerEvent) => void;
  readonly wording: () => Wording;
  /** Runs changes of scenes and automations one after another, under the key `definitions`. */
  readonly changes: Queues;
  /** Origins (scheme, host, port) that definitions may send to without a yes. */
  readonly allowed: readonly string[];
}

/** Problems that depend on the time (whether a schedule is ever due) are looked for again after this. Milliseconds. */
const DAY_MS = 86_400_000;

/** The saved automations: checks, saves, switches, deletes and lists them, and starts and stops their watching. */
export class AutomationRegistry implements Automations {
  readonly #options: AutomationRegistryOptions;
  readonly #catalogue: DefinitionCatalogue;
  readonly #reviews: Reviews<Automation>;

  constructor(options: AutomationRegistryOptions) {
    this.#options = options;
    const { home, now, catalogue } = options;
    this.#catalogue = catalogue;
    this.#reviews = new Reviews(
      () => [home.revision, this.#lookup.revision, catalogue.sceneLookup.revision, Math.floor(now() / DAY_MS)].join(),
      (saved) => reviewAutomation(saved, this.#around(this.#saved()), this.#lookup.names),
    );
  }

  /** Keyed by id. */
  get #lives(): Map<string, LiveAutomation> {
    return this.#catalogue.automations;
  }

  get #lookup(): AutomationLookup {
    return this.#catalogue.automationLookup;
  }

  readonly #scene = (id: string): Scene | undefined => this.#catalogue.scene(id);

  /** Loads the automations of the store; schedules continue from their cursors. */
  async load(): Promise<void> {
    const { storage, schedules, watchers, messages, presence } = this.#options;
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
      schedules.add(live, (trigger) => settled.get(saved.definition.id)?.get(trigger));
      watchers.add(live);
      messages.add(live);
      presence.add(live);
    }
    for (const hold of holds) {
      const live = this.#lives.get(hold.automation);
      if (!live) continue;
      watchers.restoreHold(live, hold);
      presence.restoreHold(live, hold);
    }
  }

  /** Stops watching. The store is not changed. */
  unload(): void {
    for (const live of this.#lives.values()) {
      this.#options.schedules.remove(live);
      this.#options.watchers.remove(live);
      this.#options.messages.remove(live);
      this.#options.presence.remove(live);
    }
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
    return this.#reviews.of(saved);
  }

  check(draft: unknown): Check<Automation> {
    return withNameCheck(this.#checkAlone(draft), this.#lookup.names, (id) => this.#lives.get(id)?.saved.definition);
  }

  #checkAlone(draft: unknown): Check<Automation> {
    return this.checkBeside(draft, this.#saved());
  }

  /** The saved scenes and automations. */
  #saved(): Pick<CheckContext, "scene" | "triggers"> {
    return { scene: this.#scene, triggers: this.#lookup.triggers };
  }

  /** Checks a draft beside other definitions than the saved ones: those that a file is about to bring. */
  checkBeside(draft: unknown, beside: Pick<CheckContext, "scene" | "triggers">): Check<Automation> {
    return checkAutomation(draft, this.#around(beside));
  }

  #around(beside: Pick<CheckContext, "scene" | "triggers">): CheckContext {
    const { home, now, allowed, modes, residents } = this.#options;
    const saved = (id: string) => this.#lives.get(id)?.saved.definition;
    return { home, now: now(), ...beside, saved, allowed, modes: modes(), residents: residents() };
  }

  save(draft: AutomationDraft, options: SaveOptions): Promise<SavedAutomation> {
    return this.#options.changes.run("definitions", async () => {
      const check = this.#checkAlone(draft);
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
  permit(definition: Automation, { origin, approved = false }: SaveOptions, scene = this.#scene): void {
    const { home } = this.#options;
    const { sceneOfMode } = this.#options;
    requireOwnPresence(definition, home, origin);
    requirePermitted(commandsOfActions(definition.actions, home, { scene, sceneOfMode }), home, origin, approved);
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
    const { watchers, work, changes, counter } = this.#options;
    for (const live of this.#lives.values()) {
      const definition = automationWithTargets(live.saved.definition, change);
      if (definition === live.saved.definition) continue;
      live.saved = { ...live.saved, definition };
      this.#lookup.changed();
      watchers.follow(live);
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
    const { definition, problems } = this.check(draft);
    if (!definition) {
      return Promise.reject(definitionError("automation", nameOf(draft), problems));
    }
    const now = this.#options.now();
    const live = liveAutomation({ definition, approved: false, createdAt: now, updatedAt: now });
    return Promise.resolve(dryRun(live, this.#options.situation(), this.#options.scenePreview));
  }

  preview(draft: unknown, count: number): readonly number[] {
    const { definition, problems } = this.check(draft);
    if (!definition) throw definitionError("automation", nameOf(draft), problems);
    return this.due(definition, count);
  }

  /** The next due times of a checked definition, in milliseconds since the epoch. */
  due(definition: Automation, count: number): readonly number[] {
    return dueTimes(definition, this.#options.home, this.#options.now(), count);
  }

  describe(draft: AutomationDraft, language: Language, as?: "described" | "promised"): string {
    return describeAutomation(draft, language, this.#options.wording(), as);
  }

  heldBack(id: string): HeldBack | null {
    const { home, allowed, sceneOfMode, catalogue } = this.#options;
    const scene = (scene: string) => catalogue.scenes.get(scene);
    return automationHeldBack(this.#known(id).saved, { home, allowed, scene, sceneOfMode });
  }

  #take(live: LiveAutomation, now: number): void {
    this.#options.schedules.add(live, () => now);
    this.#options.watchers.add(live);
    this.#options.messages.add(live);
    this.#options.presence.add(live);
    this.#options.emit({ type: "definitions-changed", at: now });
  }

  #release(live: LiveAutomation, reason: Phrase): void {
    this.#options.schedules.remove(live);
    this.#options.watchers.remove(live);
    this.#options.messages.remove(live);
    this.#options.presence.remove(live);
    this.#options.runs.stopAll(live, reason);
  }

  /** The targets that an automation commands, also through scenes. */
  #targetsOf({ actions }: Automation): Target[] {
    const scenes = scenesOf(actions).flatMap((id) => this.#scene(id)?.steps ?? []);
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

function nameOf(draft: unknown): string {
  return typeof draft === "object" && draft !== null && "name" in draft ? String(draft.name) : "";
}
