import {
  atMost,
  type Clock,
  ClockWatch,
  type Home,
  type HomeEvent,
  type Origin,
  type Phrase,
  Queues,
} from "../home/index.ts";
import { type Language, namedPhrase } from "../language/index.ts";
import { Consents } from "./check/consents.ts";
import { approves } from "./check/held-back.ts";
import { requireOwn } from "./check/permission.ts";
import { usesScene } from "./check/scene-cycle.ts";
import type { ConditionContext } from "./conditions/kind.ts";
import type { RunWording } from "./describe/run.ts";
import { activeOnly } from "./engine/active-only.ts";
import { AutomationRegistry } from "./engine/automation-registry.ts";
import { DeviceTriggers } from "./engine/device-triggers.ts";
import { Lease, type LeaseStorage } from "./engine/lease.ts";
import { LoopGuard } from "./engine/loop-guard.ts";
import { type MessageSource, MessageTriggers } from "./engine/message-triggers.ts";
import { plannedBetween } from "./engine/planned.ts";
import { PresenceTriggers } from "./engine/presence-triggers.ts";
import { type RunRetention, RunRetentionTask } from "./engine/retention.ts";
import { type NotificationSinks, PlannerRunEnvironment } from "./engine/run-environment.ts";
import { RunManager } from "./engine/run-manager.ts";
import { RunQueries } from "./engine/run-queries.ts";
import { ScheduleRunner } from "./engine/schedule-runner.ts";
import { TaskTracker } from "./engine/task-tracker.ts";
import { TimerService } from "./engine/timer-service.ts";
import { DefinitionFileService } from "./files/definition-file-service.ts";
import type { Consent, Explanation, Planner, PlannerEvent, Proposal, Runs, UpcomingRun, WhyQuestion } from "./port.ts";
import { HandleResolver } from "./references/handle-resolver.ts";
import { explain } from "./runs/explain.ts";
import { SceneRegistry } from "./scenes/scene-registry.ts";
import { Agenda, type Scheduler } from "./schedule/agenda.ts";
import { ON_TIME_MS } from "./schedule/passed-due-times.ts";
import type { PlannerStorage } from "./storage.ts";
import type { Household } from "./surroundings/household.ts";
import { MotionLog } from "./surroundings/motion.ts";
import type { Residents } from "./surroundings/residents.ts";

export interface PlannerOptions extends RunRetention {
  readonly home: Home;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly storage: PlannerStorage;
  /** null: MQTT triggers never fire. */
  readonly messages: MessageSource | null;
  readonly outlets: NotificationSinks;
  /** The modes of the home; without it no trigger and no condition knows any. */
  readonly household?: Household;
  /** The people of the home; without them no trigger and no condition knows any. */
  readonly residents?: Residents;
  /** Origins that definitions may send to unasked, and wherever they are; none when left out. */
  readonly allowed?: readonly string[];
  /** Where several instances share the store: only the holder runs anything. Without it this one always does. */
  readonly lease?: LeaseStorage;
  /** Called before this instance begins to run anything, and after it has ended. */
  readonly beforeActive?: () => Promise<void>;
  readonly afterActive?: () => Promise<void>;
  /** Called once this instance runs the schedules. */
  readonly onceActive?: () => void;
  /** Called every few seconds while another instance runs the schedules: what it changed is read again. */
  readonly whileStandingBy?: () => Promise<void>;
  /** Told of errors that nobody waits for: the log. */
  readonly failed: (error: unknown) => void;
  /** Told by how many milliseconds the clock was set, when that is noticed: the log. */
  readonly clockSet?: (jump: number) => void;
}

const NEVER = new AbortController().signal;
/** `planned` stops here. */
const MAX_PLANNED = 200;
/** How long `stop` waits for steps that are under way, in milliseconds. */
const STOP_MS = 5_000;

/** Scenes, schedules and automations at work: one heap of moments, one timer, one listener to the home. */
export class HomePlanner implements Planner {
  readonly files: DefinitionFileService;
  readonly timers: TimerService;
  readonly scenes: SceneRegistry;
  readonly automations: AutomationRegistry;
  readonly runs: Runs;
  readonly #options: PlannerOptions;
  readonly #agenda: Agenda;
  readonly #work: TaskTracker;
  readonly #motion: MotionLog;
  readonly #keeper: RunManager;
  readonly #schedules: ScheduleRunner;
  readonly #watchers: DeviceTriggers;
  readonly #messages: MessageTriggers;
  readonly #presence: PresenceTriggers;
  readonly #guard = new LoopGuard();
  readonly #listeners = new Set<(event: PlannerEvent) => void>();
  readonly #ports: PlannerRunEnvironment;
  readonly #consents: Consents;
  readonly #clearing: RunRetentionTask;
  readonly #handles: HandleResolver;
  readonly #clockWatch: ClockWatch;
  readonly #subscriptions: (() => void)[] = [];
  #active = false;
  #lease: Lease | null = null;

  constructor(options: PlannerOptions) {
    this.#options = options;
    const { home, clock, scheduler, storage } = options;
    const now = (): number => clock.now();
    const allowed = options.allowed ?? [];
    const emit = (event: PlannerEvent): void => this.#emit(event);
    this.#work = new TaskTracker(options.failed);
    this.#clockWatch = new ClockWatch(clock);
    this.#motion = new MotionLog(home, clock.now());
    this.#agenda = new Agenda(clock, scheduler, (at) => this.#noticeTime(at));
    this.#ports = new PlannerRunEnvironment({
      home,
      now,
      agenda: this.#agenda,
      work: this.#work,
      guard: this.#guard,
      runs: storage.runs,
      outlets: options.outlets,
      allowed,
      emit,
      situation: () => this.#situation(),
      ...(options.household && { household: options.household }),
      activateFor: (scene, options, chain, underWay) =>
        this.scenes.activateFor(scene, { ...options, approved: this.#approves(scene, chain) }, chain, underWay),
    });
    const changes = new Queues();
    const shared = { home, now, agenda: this.#agenda, guard: this.#guard, work: this.#work, emit };
    this.#keeper = new RunManager({
      storage: storage.runs,
      ports: this.#ports,
      guard: this.#guard,
      emit,
      nameOf: (id) => this.#nameOf(id),
      count: (live, run) => this.automations.count(live, run),
      ranOut: (live) => this.#work.track(this.automations.removeRunOut(live)),
      language: home.language,
    });
    const start = this.#keeper.start.bind(this.#keeper);
    this.#schedules = new ScheduleRunner(
      {
        home,
        clock,
        storage: storage.automations,
        work: this.#work,
        failed: options.failed,
        start: (live, cause, claimed) => start(live, cause, { claimed }),
        missed: (run) => emit({ type: "run-finished", run, at: now() }),
      },
      this.#agenda,
    );
    this.#watchers = new DeviceTriggers({ ...shared, storage: storage.automations, start });
    this.#messages = new MessageTriggers({
      source: options.messages,
      start: (live, cause) => this.#work.track(start(live, cause)),
    });
    this.#presence = new PresenceTriggers({
      ...shared,
      storage: storage.automations,
      residents: () => options.residents?.list() ?? [],
      nameOf: (person) => home.personName(person),
      start,
    });
    const whenActive = activeOnly(() => this.#active);
    this.scenes = new SceneRegistry({
      ...shared,
      changes,
      storage: whenActive(storage.scenes, ["save", "remove"]),
      runs: storage.runs,
      usersOf: (scene) =>
        [...this.automations.lives].flatMap(({ saved: { definition } }) =>
          usesScene(definition, scene) ? [definition.id] : [],
        ),
      activated: (scene, chain) => this.#messages.signal({ kind: "scene", scene }, chain),
    });
    this.automations = new AutomationRegistry({
      home,
      now,
      emit,
      changes,
      situation: () => this.#situation(),
      storage: whenActive(storage.automations, ["save", "remove", "setEnabled", "rewrite"]),
      schedules: this.#schedules,
      watchers: this.#watchers,
      messages: this.#messages,
      runs: this.#keeper,
      work: this.#work,
      scene: (id) => this.scenes.get(id)?.definition,
      modes: () => options.household?.modes() ?? null,
      sceneOfMode: (mode) => options.household?.sceneOf(mode) ?? null,
      residents: () => options.residents?.list() ?? null,
      presence: this.#presence,
      savedScene: (id) => this.scenes.get(id),
      sceneRevision: () => this.scenes.revision,
      scenePreview: (id, parameters) => this.scenes.preview(id, parameters),
      wording: () => this.#wording(),
      allowed,
    });
    this.files = new DefinitionFileService(
      this.scenes,
      this.automations,
      changes,
      whenActive(storage.definitions, ["apply"]),
    );
    this.timers = new TimerService({
      ...shared,
      storage: whenActive(storage.timers, ["save", "remove"]),
      runs: storage.runs,
    });
    this.runs = new RunQueries({
      storage: storage.runs,
      keeper: this.#keeper,
      automation: (id) => this.automations.get(id),
      wording: () => this.#wording(),
      requireOwn: (owned, origin) => requireOwn(owned, home, origin),
    });
    const { scenes, automations, timers } = this;
    this.#consents = new Consents({ scenes, automations, timers, wording: () => this.#wording() });
    this.#handles = new HandleResolver({ home, now, agenda: this.#agenda, definitions: [scenes, automations] });
    this.#clearing = new RunRetentionTask({ ...options, agenda: this.#agenda, work: this.#work });
  }

  /** Starts, or stands by until the instance that runs the schedules is gone. */
  async start(): Promise<void> {
    const { home, household, lease, failed } = this.#options;
    this.#subscriptions.push(home.subscribe((event) => this.#note(event)));
    const began = household?.subscribe((event) => {
      if (!this.#active) return;
      const { mode, before, chain } = event;
      this.#messages.signal({ kind: "mode", mode, before }, chain);
      this.#ports.wake();
    });
    if (began) this.#subscriptions.push(began);
    const seen = this.#options.residents?.subscribe((event) => {
      if (!this.#active) return;
      this.#presence.note(event);
      this.#ports.wake();
    });
    if (seen) this.#subscriptions.push(seen);
    if (!lease) {
      await this.#activate();
      return;
    }
    const { whileStandingBy: standingBy } = this.#options;
    const calls = { gained: () => this.#activate(), lost: () => this.#deactivate(), failed };
    this.#lease = new Lease({ storage: lease, ...calls, ...(standingBy && { standingBy }) });
    await this.#lease.start();
  }

  /** Stops; what waits goes on at the next start. */
  async stop(): Promise<void> {
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    await this.#deactivate();
    await this.#lease?.stop();
  }

  /** Another instance runs the schedules: nothing can be changed here. */
  get standsBy(): boolean {
    return !this.#active;
  }

  /** Takes over what is in the store and goes on with it: schedules, timers, waits, and runs that a restart cut off. */
  async #activate(): Promise<void> {
    const { storage, clock } = this.#options;
    await this.#options.beforeActive?.();
    this.#agenda.open();
    this.#keeper.open();
    await this.scenes.load();
    const unfinished = await storage.runs.unfinished();
    await this.automations.load();
    this.#active = true;
    this.#handles.start();
    // All runs go on before anything new starts; what their steps do is not waited for.
    for (const record of unfinished) {
      const { run } = record;
      if (run.kind === "automation") this.#work.track(this.#keeper.resume(this.automations.live(run.of), record));
    }
    const begun = new Set(unfinished.map(({ run }) => run.of));
    for (const live of this.automations.lives) {
      if (live.saved.definition.times === 0 && !begun.has(live.saved.definition.id))
        this.#work.track(this.automations.removeRunOut(live));
    }
    for (const { run } of unfinished) {
      if (run.kind === "scene") await this.scenes.markInterrupted(run);
      if (run.kind === "timer") await this.timers.markInterrupted(run);
    }
    await this.timers.load();
    this.#messages.signal({ kind: "startup" });
    this.#clearing.start(clock.now());
    this.#options.onceActive?.();
  }

  async #deactivate(): Promise<void> {
    this.#active = false;
    this.#keeper.close();
    this.scenes.stop();
    this.#agenda.stop();
    this.automations.unload();
    await atMost(STOP_MS, this.#work.settled());
    await this.#options.afterActive?.();
  }

  /** Resolves when nothing is under way but waits: for simulations, and before a stop. */
  settled(): Promise<void> {
    return this.#work.settled();
  }

  /** How many moments wait behind the one timer. */
  get waitingMoments(): number {
    return this.#agenda.size;
  }

  planned(from: number, to: number, limit = MAX_PLANNED, signal: AbortSignal = NEVER): Promise<readonly UpcomingRun[]> {
    const soonest = Math.max(from, this.#options.clock.now());
    return plannedBetween({ from: soonest, to, limit }, this.timers.list(), this.automations.lives, signal);
  }

  explain(question: WhyQuestion, language: Language): Promise<Explanation> {
    const { audit, runs } = this.#options.storage;
    const resident = (id: string) => this.#options.residents?.list().find((each) => each.id === id)?.name;
    return explain(question, language, { ...this.#wording(), resident, audit, runs });
  }

  consent(proposal: Proposal, language: Language): Consent {
    return this.#consents.consent(proposal, language);
  }

  /** A call to a webhook. false when no automation has this key. */
  webhook(key: string, by?: Origin): boolean {
    return this.#active && this.#messages.signal({ kind: "webhook", key }, [], by);
  }

  subscribe(listener: (event: PlannerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** At every wake-up, before what is due runs: a clock that was set moves durations, and back reopens due times. */
  #noticeTime(now: number): void {
    const jump = this.#clockWatch.jump(now);
    if (Math.abs(jump) <= ON_TIME_MS) return;
    this.#agenda.shift(jump);
    this.timers.shift(jump);
    if (jump < 0) this.#schedules.countFrom(now);
    this.#options.clockSet?.(jump);
  }

  #note(event: HomeEvent): void {
    this.#motion.note(event);
    if (!this.#active) return;
    this.#handles.note(event);
    this.scenes.note(event);
    this.#watchers.note(event);
    if (event.type !== "executed") this.#ports.changed(event);
  }

  #situation(): ConditionContext {
    const { home, clock, household, residents } = this.#options;
    return {
      home,
      motion: this.#motion,
      now: clock.now(),
      mode: household?.mode() ?? null,
      residents: residents?.list() ?? null,
    };
  }

  /** Whether the yes to the automation that activates a scene was for what the scene does now. */
  #approves(scene: string, chain: readonly string[]): boolean {
    const saved = this.scenes.get(scene);
    return saved !== undefined && approves(this.automations.get(chain.at(-1) ?? ""), saved);
  }

  #wording(): RunWording {
    const { home, clock } = this.#options;
    return {
      home,
      now: clock.now(),
      scene: (id) => this.scenes.get(id)?.definition,
      automation: (id) => this.automations.get(id)?.definition,
    };
  }

  /** What an automation, or `scene <id>`, is called. */
  #nameOf(id: string): Phrase {
    const { scene, automation } = this.#wording();
    const known = automation(id) ?? scene(id.replace(/^scene /, ""));
    return known ? namedPhrase(known) : id;
  }

  #emit(event: PlannerEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }
}
