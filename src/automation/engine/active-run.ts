import type { Command, HomeEvent, Outcome, Phrase } from "../../home/index.ts";
import { actionKindOf } from "../actions/index.ts";
import type { InnerAction, SceneActivation, Speech, StepEffects, StepNotice } from "../actions/step.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { AutomationAction } from "../definition/index.ts";
import { errorWords, type Run } from "../runs/run.ts";
import { RunEnd, Suspended } from "../runs/run-end.ts";
import type { Checkpoint, StepPosition } from "../storage.ts";
import { ActiveStep, type StepParts } from "./active-step.ts";
import { Resumption } from "./resumption.ts";
import { type LogEnvironment, RunLog } from "./run-log.ts";
import { RunWaits, type WaitEnvironment } from "./run-waits.ts";

/** The engine around a run. */
export interface RunEnvironment extends WaitEnvironment, LogEnvironment {
  situation(): ConditionContext;
  /** Calls `callback` for every event of the home, until the returned function is called. */
  onEvent(callback: (event: HomeEvent) => void): () => void;
  execute(commands: readonly Command[], run: ActiveRun): Promise<readonly Outcome[]>;
  /**
   * @param underWay called when only a long transition is left
   * @throws JiaError when the scene is gone
   */
  activate(
    activation: SceneActivation,
    run: ActiveRun,
    signal: AbortSignal,
    underWay: () => void,
  ): Promise<readonly Outcome[]>;
  /** Resolves with the outcomes of the mode's scene. */
  beginMode(mode: string, run: ActiveRun, signal: AbortSignal): Promise<readonly Outcome[]>;
  notify(notice: StepNotice, run: ActiveRun): Promise<void>;
  say(speech: Speech, run: ActiveRun): Promise<readonly Outcome[]>;
}

/**
 * Runs the actions of an automation, step by step. Every step is stored before it has an effect. The kinds in
 * `actions/` carry the steps out.
 */
export class ActiveRun {
  readonly #actions: readonly AutomationAction[];
  readonly #log: RunLog;
  readonly #waits: RunWaits;
  readonly #resumption: Resumption;
  readonly #parts: StepParts;

  constructor(
    run: Run,
    actions: readonly AutomationAction[],
    environment: RunEnvironment,
    resume: Checkpoint | null = null,
  ) {
    const now = (): number => environment.situation().now;
    this.#actions = actions;
    this.#log = new RunLog(run, environment, now);
    this.#waits = new RunWaits(environment, now);
    this.#resumption = new Resumption(resume);
    this.#parts = {
      log: this.#log,
      waits: this.#waits,
      resumption: this.#resumption,
      effects: this.#effects(environment),
      situation: () => environment.situation(),
      onEvent: (callback) => environment.onEvent(callback),
      list: (inside, outer, path) => this.#list(inside, outer, path),
    };
  }

  get run(): Run {
    return this.#log.run;
  }

  /** Resolves when the run has ended or waits for the first time. */
  get underWay(): Promise<void> {
    return this.#waits.underWay;
  }

  /** Ends the run at the next possible moment: a wait at once, a command when it is answered. */
  stop(reason: Phrase): void {
    this.#waits.stop(reason);
  }

  /** Suspends the run until the next start of the process. */
  suspend(): void {
    this.#waits.suspend();
  }

  /** Runs the steps. Resolves when the run has ended and that is stored, or when it was suspended. */
  async perform(): Promise<Run> {
    try {
      await this.#list(this.#actions, [], "actions");
      await this.#log.finished();
    } catch (error) {
      if (error instanceof Suspended) return this.run;
      if (error instanceof RunEnd) await this.#log.ended(error.status, error.reason);
      else await this.#log.ended("failed", errorWords(error));
    } finally {
      this.#waits.isUnderWay();
    }
    return this.run;
  }

  async #list(actions: readonly InnerAction[], outer: readonly StepPosition[], path: string): Promise<void> {
    for (let index = this.#resumption.indexAt(outer.length); index < actions.length; index += 1) {
      const action = actions[index];
      if (action) await this.#step(action, [...outer, { index, branch: null, round: 0 }], `${path}[${index}]`);
    }
    // A list that became shorter than the position of the run has nothing to continue with.
    this.#resumption.end();
  }

  async #step(action: InnerAction, place: readonly StepPosition[], path: string): Promise<void> {
    this.#waits.throwIfEnding();
    await actionKindOf(action).run(action, new ActiveStep(this.#parts, action.type, place, path));
  }

  #effects(environment: RunEnvironment): StepEffects {
    const waits = this.#waits;
    return {
      execute: (commands) => environment.execute(commands, this),
      activate: (activation) =>
        environment.work.waitFor(environment.activate(activation, this, waits.stopping, () => waits.isUnderWay())),
      beginMode: (mode) => environment.work.waitFor(environment.beginMode(mode, this, waits.stopping)),
      notify: (notice) => environment.notify(notice, this),
      say: (speech) => environment.say(speech, this),
    };
  }
}
