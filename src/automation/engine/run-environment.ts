import {
  type Command,
  type Device,
  type Home,
  type HomeEvent,
  JiaError,
  type NoticeLevel,
  type Outcome,
} from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { SceneActivation, Speech, StepNotice } from "../actions/step.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import { toMs } from "../definition/index.ts";
import { requireOutgoing } from "../outgoing/verdict.ts";
import type { PlannerEvent } from "../port.ts";
import { resolveTarget } from "../references/targets.ts";
import type { Run } from "../runs/run.ts";
import type { SceneRegistry } from "../scenes/scene-registry.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { RunRecord, RunStorage } from "../storage.ts";
import type { Household } from "../surroundings/household.ts";
import type { ActiveRun, RunEnvironment } from "./active-run.ts";
import type { LoopGuard } from "./loop-guard.ts";
import type { TaskTracker } from "./task-tracker.ts";

/** A notice of a run. */
export interface RunNotice {
  readonly message: string;
  readonly level: NoticeLevel;
  /** Ids of the people whom it is for; null: everybody. */
  readonly to: readonly string[] | null;
  readonly run: Run;
}

/** The ways in which the planner reaches people: notices and speech. A failure is noted in the trace. */
export interface NotificationSinks {
  /** Puts a notice into the feed; resolves once it is stored. Without it only listeners get the notice. */
  tell?(notice: RunNotice): Promise<void>;
  /** Posts a notice to a webhook. */
  post(url: string, body: unknown): Promise<void>;
  /** Speaks where the home has no speaker for it; false when there is no way. */
  say(message: string, run: Run): Promise<boolean>;
}

export interface RunEnvironmentOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly work: TaskTracker;
  readonly guard: LoopGuard;
  readonly runs: RunStorage;
  readonly sinks: NotificationSinks;
  /** Origins (scheme, host, port) that may be sent to without a yes. */
  readonly allowed: readonly string[];
  readonly emit: (event: PlannerEvent) => void;
  readonly situation: () => ConditionContext;
  readonly household?: Household;
  readonly activateFor: SceneRegistry["activateFor"];
}

/** Carries out the effects of steps: commands through `home.execute`, scenes, notices, speech. */
export class PlannerRunEnvironment implements RunEnvironment {
  readonly agenda: Agenda;
  readonly work: TaskTracker;
  readonly #options: RunEnvironmentOptions;
  /** Callbacks of runs that wait for a change. */
  readonly #waiting = new Set<() => void>();
  /** Callbacks of runs that wait for an event. */
  readonly #listening = new Set<(event: HomeEvent) => void>();

  constructor(options: RunEnvironmentOptions) {
    this.#options = options;
    this.agenda = options.agenda;
    this.work = options.work;
  }

  situation(): ConditionContext {
    return this.#options.situation();
  }

  save(record: RunRecord): Promise<void> {
    return this.#options.runs.save(record);
  }

  async execute(commands: readonly Command[], { run }: ActiveRun): Promise<readonly Outcome[]> {
    const { guard, home, now } = this.#options;
    guard.note(commands, [...run.cause.chain, run.of], now());
    return (await home.execute(commands, run.origin)).outcomes;
  }

  async activate(
    { scene, parameters = {}, transition }: SceneActivation,
    { run }: ActiveRun,
    signal: AbortSignal,
    underWay: () => void,
  ): Promise<readonly Outcome[]> {
    const chain = [...run.cause.chain, run.of];
    const slowly = transition === undefined ? {} : { transition: toMs(transition) };
    const options = { origin: run.origin, parameters, signal, ...slowly };
    return (await this.#options.activateFor(scene, options, chain, underWay)).outcomes;
  }

  /** The mode's scene runs without a yes: nobody was asked about its commands. */
  async beginMode(mode: string, { run }: ActiveRun, signal: AbortSignal): Promise<readonly Outcome[]> {
    const { household } = this.#options;
    if (!household) throw new JiaError("not-found", { what: message("modes.named", { name: mode }) });
    const { origin } = run;
    const own = origin.kind === "schedule" || origin.kind === "scene" ? { ...origin, approved: false } : origin;
    return await household.begin(mode, own, [...run.cause.chain, run.of], signal);
  }

  async notify(notice: StepNotice, { run }: ActiveRun): Promise<void> {
    const { emit, now, sinks, allowed } = this.#options;
    const at = now();
    const { message, webhook, level = "info", to = null } = notice;
    emit({ type: "notice", message, level, by: "action", to, run, at });
    await sinks.tell?.({ message, level, to, run });
    if (webhook === undefined) return;
    // Also for definitions from before addresses were asked about, or from when more origins were listed.
    requireOutgoing(webhook, allowed, run.origin.kind === "schedule" && run.origin.approved);
    await sinks.post(webhook, {
      message,
      automation: run.of,
      name: run.name,
      run: run.id,
      at: new Date(at).toISOString(),
    });
  }

  /** Speaks through speakers that can read a text aloud; otherwise in the way that the process has. */
  async say({ message, target }: Speech, active: ActiveRun): Promise<readonly Outcome[]> {
    const { home, sinks, now, emit } = this.#options;
    emit({ type: "say", message, run: active.run, at: now() });
    const devices = target === undefined ? home.devices : resolveTarget(target, home);
    const commands = devices.flatMap((device) => speakCommand(device, message));
    if (commands.length > 0) return await this.execute(commands, active);
    if (!(await sinks.say(message, active.run))) throw new Error("there is no speaker that can read a text");
    return [];
  }

  onChange(callback: () => void): () => void {
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  onEvent(callback: (event: HomeEvent) => void): () => void {
    this.#listening.add(callback);
    return () => this.#listening.delete(callback);
  }

  /** Called when something else than a device changed: waiting runs check again. */
  wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Called when something in the home changed: waiting runs check again. */
  changed(event: HomeEvent): void {
    for (const listener of [...this.#listening]) listener(event);
    this.wake();
  }
}

function speakCommand(device: Device, message: string): Command[] {
  const action = [...device.spec.actions.values()].find(({ type }) => type === "play-text");
  return action && action.in.length === 1
    ? [{ kind: "invoke", device: device.id, action: action.address, in: [message] }]
    : [];
}
