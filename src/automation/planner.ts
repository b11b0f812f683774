import { atMost, type HomeEvent, type Origin } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { AutomationRegistry } from "./engine/automation-registry.ts";
import { Lease } from "./engine/lease.ts";
import { plannedBetween } from "./engine/planned.ts";
import type { TimerService } from "./engine/timer-service.ts";
import type { DefinitionFileService } from "./files/definition-file-service.ts";
import { type PlannerCore, plannerCore } from "./phases/core.ts";
import { type PlannerEngine, plannerEngine } from "./phases/engine.ts";
import type { PlannerOptions } from "./phases/options.ts";
import { automationRegistry, sceneRegistry } from "./phases/registries.ts";
import { type PlannerServices, plannerServices } from "./phases/services.ts";
import type { Consent, Explanation, Planner, PlannerEvent, Proposal, Runs, UpcomingRun, WhyQuestion } from "./port.ts";
import { explain } from "./runs/explain.ts";
import type { SceneRegistry } from "./scenes/scene-registry.ts";

const NEVER = new AbortController().signal;
/** The most entries that `planned` lists when no limit is given. */
const MAX_PLANNED = 200;
/** How long `stop` waits for steps that are under way, in milliseconds. */
const STOP_MS = 5_000;

/**
 * Runs scenes, schedules, automations and timers behind one heap of moments, one timer and one subscription to the
 * home. The parts are made in phases (`phases/`), each from earlier ones. An earlier part tells a later one through a
 * subscription.
 */
export class HomePlanner implements Planner {
  readonly files: DefinitionFileService;
  readonly timers: TimerService;
  readonly scenes: SceneRegistry;
  readonly automations: AutomationRegistry;
  readonly runs: Runs;
  readonly #options: PlannerOptions;
  readonly #core: PlannerCore;
  readonly #engine: PlannerEngine;
  readonly #services: PlannerServices;
  readonly #subscriptions: (() => void)[] = [];
  #active = false;
  #lease: Lease | null = null;

  constructor(options: PlannerOptions) {
    this.#options = options;
    this.#core = plannerCore(options, () => this.#active);
    this.scenes = sceneRegistry(this.#core);
    this.#engine = plannerEngine(this.#core, options, this.scenes);
    this.automations = automationRegistry(this.#core, options, this.scenes, this.#engine);
    this.#services = plannerServices(this.#core, options, this.scenes, this.automations, this.#engine);
    const { files, timers, runs } = this.#services;
    this.files = files;
    this.timers = timers;
    this.runs = runs;
    this.#connect();
  }

  /** Subscribes later parts to events of earlier ones. */
  #connect(): void {
    const { agenda, jumps, work } = this.#core;
    const { messages, runs, schedules } = this.#engine;
    this.scenes.onActivated((scene, chain) => messages.signal({ kind: "scene", scene }, chain));
    runs.onRanOut((live) => work.track(this.automations.removeRunOut(live)));
    // When the clock is set, durations move with it. When it is set back, due times that lie ahead again run again.
    jumps.subscribe((jump, now) => {
      agenda.shift(jump);
      this.timers.shift(jump);
      if (jump < 0) schedules.countFrom(now);
      this.#options.clockSet?.(jump);
    });
  }

  /** Starts. With a lease, stands by while another instance runs the schedules. @throws the store's errors */
  async start(): Promise<void> {
    const { home, household, lease, failed, residents, whileStandingBy: standingBy } = this.#options;
    const { environment, messages, presence } = this.#engine;
    this.#subscriptions.push(home.subscribe((event) => this.#note(event)));
    const began = household?.subscribe(({ mode, before, chain }) => {
      if (!this.#active) return;
      messages.signal({ kind: "mode", mode, before }, chain);
      environment.wake();
    });
    if (began) this.#subscriptions.push(began);
    const seen = residents?.subscribe((event) => {
      if (!this.#active) return;
      presence.note(event);
      environment.wake();
    });
    if (seen) this.#subscriptions.push(seen);
    if (!lease) {
      await this.#activate();
      return;
    }
    const calls = { gained: () => this.#activate(), lost: () => this.#deactivate(), failed };
    this.#lease = new Lease({ storage: lease, ...calls, ...(standingBy && { standingBy }) });
    await this.#lease.start();
  }

  /** Stops. Waits and timers continue at the next start. */
  async stop(): Promise<void> {
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    await this.#deactivate();
    await this.#lease?.stop();
  }

  /** Whether another instance runs the schedules. Nothing can be changed here meanwhile. */
  get standsBy(): boolean {
    return !this.#active;
  }

  /** Loads what is in the store and continues it: schedules, timers, waits, and runs that a restart interrupted. */
  async #activate(): Promise<void> {
    const { storage, agenda, now, work } = this.#core;
    const { messages, runs } = this.#engine;
    await this.#options.beforeActive?.();
    agenda.open();
    runs.open();
    await this.scenes.load();
    const unfinished = await storage.runs.unfinished();
    await this.automations.load();
    this.#active = true;
    this.#services.handles.start();
    // Runs continue before anything new starts. Their steps are not awaited.
    for (const record of unfinished) {
      const { run } = record;
      if (run.kind === "automation") work.track(runs.resume(this.automations.live(run.of), record));
    }
    const begun = new Set(unfinished.map(({ run }) => run.of));
    for (const live of this.automations.lives) {
      if (live.saved.definition.times === 0 && !begun.has(live.saved.definition.id))
        work.track(this.automations.removeRunOut(live));
    }
    for (const { run } of unfinished) {
      if (run.kind === "scene") await this.scenes.markInterrupted(run);
      if (run.kind === "timer") await this.timers.markInterrupted(run);
    }
    await this.timers.load();
    messages.signal({ kind: "startup" });
    this.#services.retention.start(now());
    this.#options.onceActive?.();
  }

  async #deactivate(): Promise<void> {
    const { agenda, work } = this.#core;
    this.#active = false;
    this.#engine.runs.close();
    this.scenes.stop();
    agenda.stop();
    this.automations.unload();
    await atMost(STOP_MS, work.settled());
    await this.#options.afterActive?.();
  }

  /** Resolves when nothing but waits is under way: for simulations, and before a stop. */
  settled(): Promise<void> {
    return this.#core.work.settled();
  }

  /** The number of moments that wait behind the one timer. */
  get waitingMoments(): number {
    return this.#core.agenda.size;
  }

  planned(from: number, to: number, limit = MAX_PLANNED, signal: AbortSignal = NEVER): Promise<readonly UpcomingRun[]> {
    const soonest = Math.max(from, this.#core.now());
    return plannedBetween({ from: soonest, to, limit }, this.timers.list(), this.automations.lives, signal);
  }

  explain(question: WhyQuestion, language: Language): Promise<Explanation> {
    const { storage, wording } = this.#core;
    const { audit, runs } = storage;
    const resident = (id: string) => this.#options.residents?.list().find((each) => each.id === id)?.name;
    return explain(question, language, { ...wording(), resident, audit, runs });
  }

  consent(proposal: Proposal, language: Language): Consent {
    return this.#services.consents.consent(proposal, language);
  }

  /**
   * Starts the automations with this webhook key, with the rights of `by` where it is given. Returns false when there
   * is none.
   */
  webhook(key: string, by?: Origin): boolean {
    return this.#active && this.#engine.messages.signal({ kind: "webhook", key }, [], by);
  }

  subscribe(listener: (event: PlannerEvent) => void): () => void {
    return this.#core.events.subscribe(listener);
  }

  #note(event: HomeEvent): void {
    this.#core.motion.note(event);
    if (!this.#active) return;
    this.#services.handles.note(event);
    this.scenes.note(event);
    this.#engine.watchers.note(event);
    if (event.type !== "executed") this.#engine.environment.changed(event);
  }
}
