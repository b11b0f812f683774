import {
  type Clock,
  type Home,
  type HomeEvent,
  JiaError,
  type Language,
  type Localized,
  Queues,
} from "../home/index.ts";
import { scenesOf } from "./check/scene-cycle.ts";
import type { Situation } from "./conditions.ts";
import { runWords } from "./describe/run.ts";
import { ownName, type Wording } from "./describe/wording.ts";
import { AutomationKeeper } from "./engine/automation-keeper.ts";
import { Lease, type LeaseStorage } from "./engine/lease.ts";
import { LoopGuard } from "./engine/loop-guard.ts";
import { type MessageSource, MessageTriggers } from "./engine/message-triggers.ts";
import { plannedBetween } from "./engine/planned.ts";
import { RunKeeper } from "./engine/run-keeper.ts";
import { type Outlets, PlannerRunPorts } from "./engine/run-ports.ts";
import { ScheduleKeeper } from "./engine/schedule-keeper.ts";
import { whenTrue } from "./engine/stand-by.ts";
import { TimerKeeper } from "./engine/timer-keeper.ts";
import { Watchers } from "./engine/watchers.ts";
import { Work } from "./engine/work.ts";
import { explain } from "./explain.ts";
import { FileKeeper } from "./file-keeper.ts";
import { MotionLog } from "./motion.ts";
import type { Explanation, Planned, Planner, PlannerEvent, RunFilter, Runs, WhyQuestion } from "./port.ts";
import { notFound } from "./problems.ts";
import { SceneKeeper } from "./scenes/scene-keeper.ts";
import { Agenda, type Scheduler } from "./schedule/agenda.ts";
import { DAY_MS } from "./schedule/zone.ts";
import type { PlannerStorage } from "./storage.ts";

export interface PlannerOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly storage: PlannerStorage;
  /** null: MQTT triggers never fire. */
  readonly messages: MessageSource | null;
  readonly outlets: Outlets;
  /** Where several instances share the store: only the holder runs anything. Without it this one always does. */
  readonly lease?: LeaseStorage;
  /** Told of errors that nobody waits for: the log. */
  readonly failed: (error: unknown) => void;
  /** How long runs are kept, in milliseconds; 30 days when left out. */
  readonly keepRunsMs?: number;
  /** How many runs of each definition are kept; 200 when left out. */
  readonly keepRuns?: number;
}

/** How often old runs are cleared away. */
const PRUNE_MS = 3_600_000;
const KEEP_RUNS_MS = 30 * DAY_MS;
const KEEP_RUNS = 200;
/** How long the audit is kept, in milliseconds. */
const KEEP_AUDIT_MS = 180 * DAY_MS;
/** `planned` stops here. */
const MAX_PLANNED = 200;
/** How long `stop` waits for steps that are under way, in milliseconds. */
const STOP_MS = 5_000;

/** Scenes, schedules and automations at work: one heap of moments, one timer, one listener to the home. */
export class HomePlanner implements Planner {
  readonly files: FileKeeper;
  readonly timers: TimerKeeper;
  readonly scenes: SceneKeeper;
  readonly automations: AutomationKeeper;
  readonly runs: Runs;
  readonly #options: PlannerOptions;
  readonly #agenda: Agenda;
  readonly #work: Work;
  readonly #motion: MotionLog;
  readonly #keeper: RunKeeper;
  readonly #schedules: ScheduleKeeper;
  readonly #watchers: Watchers;
  readonly #messages: MessageTriggers;
  readonly #guard = new LoopGuard();
  readonly #listeners = new Set<(event: PlannerEvent) => void>();
  readonly #ports: PlannerRunPorts;
  #unsubscribe: (() => void) | null = null;
  #active = false;
  #lease: Lease | null = null;

  constructor(options: PlannerOptions) {
    this.#options = options;
    const { home, clock, scheduler, storage } = options;
    const now = (): number => clock.now();
    const emit = (event: PlannerEvent): void => this.#emit(event);
    this.#work = new Work(options.failed);
    this.#motion = new MotionLog(home, clock.now());
    this.#agenda = new Agenda(clock, scheduler, (at) => this.#schedules.noticeTime(at));
    this.#ports = new PlannerRunPorts({
      home,
      now,
      agenda: this.#agenda,
      work: this.#work,
      guard: this.#guard,
      runs: storage.runs,
      outlets: options.outlets,
      emit,
      situation: () => this.#situation(),
      activateFor: (...given) => this.scenes.activateFor(...given),
    });
    const changes = new Queues();
    const shared = { home, now, agenda: this.#agenda, guard: this.#guard, work: this.#work, emit };
    this.#keeper = new RunKeeper({
      storage: storage.runs,
      ports: this.#ports,
      guard: this.#guard,
      emit,
      nameOf: (id) => this.#nameOf(id),
      language: home.language,
    });
    const start = this.#keeper.start.bind(this.#keeper);
    this.#schedules = new ScheduleKeeper(
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
    this.#watchers = new Watchers({ ...shared, storage: storage.automations, start });
    this.#messages = new MessageTriggers({
      source: options.messages,
      start: (live, cause) => this.#work.track(start(live, cause)),
    });
    const whenActive = whenTrue(() => this.#active);
    this.scenes = new SceneKeeper({
      ...shared,
      changes,
      storage: whenActive(storage.scenes, ["save", "remove"]),
      runs: storage.runs,
      usersOf: (scene) => this.#usersOf(scene),
      activated: (scene, chain) => this.#messages.sceneActivated(scene, chain),
    });
    this.automations = new AutomationKeeper({
      home,
      now,
      emit,
      changes,
      situation: () => this.#situation(),
      storage: whenActive(storage.automations, ["save", "remove", "setEnabled"]),
      schedules: this.#schedules,
      watchers: this.#watchers,
      messages: this.#messages,
      runs: this.#keeper,
      scene: (id) => this.scenes.get(id)?.definition,
      scenePreview: (id, parameters) => this.scenes.preview(id, parameters),
      wording: () => this.#wording(),
    });
    this.files = new FileKeeper(this.scenes, this.automations, changes);
    this.timers = new TimerKeeper({
      ...shared,
      storage: whenActive(storage.timers, ["save", "remove"]),
      runs: storage.runs,
    });
    this.runs = {
      list: (filter: RunFilter = {}) => storage.runs.list(filter),
      get: async (id) => this.#keeper.running(id) ?? (await storage.runs.get(id)),
      describe: (run, language) => {
        const saved = this.automations.get(run.of);
        const unchanged = saved && saved.updatedAt <= run.startedAt ? saved.definition : undefined;
        return runWords(run, unchanged, language, this.#wording());
      },
      stop: async (id) => {
        if (this.#keeper.stop(id, { en: "stopped by hand", zh: "手动停止" })) return;
        const run = await storage.runs.get(id);
        throw run
          ? new JiaError("conflict", { detail: "The run has ended.", "detail.zh": "该运行已经结束。" })
          : notFound("run", id);
      },
    };
  }

  /** Starts, or stands by until the instance that runs the schedules is gone. */
  async start(): Promise<void> {
    const { home, lease, failed } = this.#options;
    this.#unsubscribe = home.subscribe((event) => this.#note(event));
    if (!lease) {
      await this.#activate();
      return;
    }
    const options = { storage: lease, gained: () => this.#activate(), lost: () => this.#deactivate(), failed };
    this.#lease = new Lease(options);
    await this.#lease.start();
  }

  /** Stops; what waits goes on at the next start. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
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
    this.#agenda.open();
    this.#keeper.open();
    await this.scenes.load();
    const unfinished = await storage.runs.unfinished();
    await this.automations.load();
    this.#active = true;
    // All runs go on before anything new starts; what their steps do is not waited for.
    for (const record of unfinished) {
      const { run } = record;
      if (run.kind === "automation") this.#work.track(this.#keeper.resume(this.automations.live(run.of), record));
    }
    for (const { run } of unfinished) {
      if (run.kind === "scene") await this.scenes.markInterrupted(run);
      if (run.kind === "timer") await this.timers.markInterrupted(run);
    }
    await this.timers.load();
    this.#messages.startup(this.automations.lives);
    this.#prune(clock.now());
  }

  async #deactivate(): Promise<void> {
    this.#active = false;
    this.#keeper.close();
    this.scenes.stop();
    this.#agenda.stop();
    this.automations.unload();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_MS);
    });
    await Promise.race([this.#work.settled(), tooLong]);
    clearTimeout(timer);
  }

  /** Resolves when nothing is under way but waits: for simulations, and before a stop. */
  settled(): Promise<void> {
    return this.#work.settled();
  }

  /** How many moments wait behind the one timer. */
  get waitingMoments(): number {
    return this.#agenda.size;
  }

  planned(from: number, to: number, limit = MAX_PLANNED): readonly Planned[] {
    const soonest = Math.max(from, this.#options.clock.now());
    return plannedBetween(soonest, to, limit, this.timers.list(), this.automations.lives);
  }

  explain(question: WhyQuestion, language: Language): Promise<Explanation> {
    const { audit, runs } = this.#options.storage;
    return explain(question, language, { ...this.#wording(), audit, runs });
  }

  /** A call to a webhook. false when no automation has this key. */
  webhook(key: string): boolean {
    return this.#active && this.#messages.webhook(key);
  }

  subscribe(listener: (event: PlannerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #note(event: HomeEvent): void {
    this.#motion.note(event);
    if (!this.#active) return;
    this.scenes.note(event);
    this.#watchers.note(event);
    if (event.type !== "executed") this.#ports.changed();
  }

  #situation(): Situation {
    return { home: this.#options.home, motion: this.#motion, now: this.#options.clock.now() };
  }

  #wording(): Wording {
    const { home, clock } = this.#options;
    return {
      home,
      now: clock.now(),
      scene: (id) => this.scenes.get(id)?.definition,
      automation: (id) => this.automations.get(id)?.definition,
    };
  }

  /** What an automation, or `scene <id>`, is called. */
  #nameOf(id: string): Localized {
    const { scene, automation } = this.#wording();
    const known = automation(id) ?? scene(id.replace(/^scene /, ""));
    return known ? { en: ownName(known, "en"), zh: ownName(known, "zh") } : { en: id, zh: id };
  }

  #usersOf(scene: string): string[] {
    return [...this.automations.lives].flatMap(({ saved: { definition } }) =>
      scenesOf(definition.actions).includes(scene) ||
      definition.triggers.some((t) => t.type === "scene" && t.scene === scene)
        ? [definition.id]
        : [],
    );
  }

  #prune(now: number): void {
    const { storage, keepRunsMs = KEEP_RUNS_MS, keepRuns = KEEP_RUNS } = this.#options;
    this.#work.track(storage.runs.prune(now - keepRunsMs, keepRuns));
    this.#work.track(storage.audit.prune(now - KEEP_AUDIT_MS));
    this.#agenda.at(now + PRUNE_MS, (at) => this.#prune(at));
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
