/** The surroundings of a step when it runs, and in a dry run. The engine provides both. */
import type { Command, HomeEvent, NoticeLevel, Outcome, Phrase, Value } from "../../home/index.ts";
import type { Condition } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Target } from "../definition/basics.ts";
import type { Duration } from "../definition/durations.ts";
import type { ActionCommands, ExpectedChange } from "../device-commands/of-actions.ts";
import type { StepTrace } from "../runs/run.ts";

/** An action of any kind inside another one. */
export interface InnerAction {
  readonly type: string;
}

/** A step of a run. It is in the store before it has an effect, so that a restart does not do it again. */
export interface RunningStep {
  readonly waits: StepWaits;
  situation(): ConditionContext;
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Whether a condition of the step holds now.
   * @param field its place, such as `options[0].condition`
   */
  holds(condition: Condition, field: string): boolean;
  /**
   * Adds its line to the trace.
   * @param at when the step began, in milliseconds since the epoch
   */
  note(at: number, result: StepTrace["result"], detail?: Phrase, outcomes?: readonly Outcome[]): void;
  /** Carries out an effect that must not happen twice, and notes its result, also an error. */
  once(perform: (effects: StepEffects) => Promise<Performed>): Promise<void>;
  /** Takes the state of this step from before a restart; null when it begins now, and at every later call. */
  takeKept(): KeptStep | null;
  /** Stores that the step waits. */
  keep(kept: KeptStep): Promise<void>;
  /** The branch in which the run continues after a restart; null when the step begins now. */
  resumedBranch(): string | null;
  /** The round, from 1, with which a branch continues after a restart; 0 when the step begins now. */
  resumedRound(branch: string): number;
  /** Runs the actions of a branch. @param round from 1, for a branch that runs again and again */
  inside(actions: readonly InnerAction[], branch: string, round?: number): Promise<void>;
}

/** The stored state of a waiting step. */
export interface KeptStep {
  /** For a wait for an event: whether its state did not hold, so that it begins when it holds. */
  readonly begun: boolean;
  /** Milliseconds since the epoch. */
  readonly deadline: number | null;
}

/** The waits of a step. All throw RunEnd or Suspended when the run must not continue. */
export interface StepWaits {
  /**
   * Throws when the run must not continue.
   * @throws RunEnd or Suspended
   */
  throwIfEnding(): void;
  /** A deadline in milliseconds since the epoch, which moves when the clock is set. One from before a restart stays. */
  deadline(at: number, resumed: boolean): () => number;
  until(at: number, resumed: boolean): Promise<void>;
  /** Waits until a deadline, or until something in the home changes. */
  untilChange(at: number, resumed: boolean): Promise<void>;
  /** Calls `callback` for every event of the home, until the returned function is called. */
  onEvent(callback: (event: HomeEvent) => void): () => void;
}

/** The effects of a step, in the name of its run. */
export interface StepEffects {
  execute(commands: readonly Command[]): Promise<readonly Outcome[]>;
  /** @throws JiaError when the scene is gone */
  activate(activation: SceneActivation): Promise<readonly Outcome[]>;
  /**
   * Resolves with the outcomes of the mode's scene.
   * @throws JiaError when the home has no modes
   */
  beginMode(mode: string): Promise<readonly Outcome[]>;
  notify(notice: StepNotice): Promise<void>;
  say(speech: Speech): Promise<readonly Outcome[]>;
}

export interface SceneActivation {
  readonly scene: string;
  readonly parameters?: Readonly<Record<string, Value>> | undefined;
  readonly transition?: Duration | undefined;
}

/** A notice of a step. */
export interface StepNotice {
  readonly message: string;
  readonly level?: NoticeLevel | undefined;
  /** Ids of its receivers; everybody when left out. */
  readonly to?: readonly string[] | undefined;
  readonly webhook?: string | undefined;
}

/** A text to be said aloud. */
export interface Speech {
  readonly message: string;
  /** Speakers; all ways to speak when left out. */
  readonly target?: Target | undefined;
}

/** The result of an effect. */
export interface Performed {
  readonly outcomes: readonly Outcome[];
  /** The parts that were left out because a value is not known. */
  readonly unknown?: ActionCommands["unknown"];
  /** Whether there was no device to command, so that the step failed. */
  readonly empty?: boolean;
}

/** A step of a dry run: nothing is sent. */
export interface DryStep {
  readonly situation: ConditionContext;
  holds(condition: Condition, field: string): boolean;
  /** The changes that a scene would make. */
  scenePreview(id: string, parameters: Readonly<Record<string, Value>>): readonly ExpectedChange[];
  /** Adds its line to the trace. */
  note(detail?: Phrase, outcomes?: readonly Outcome[]): void;
  /**
   * Goes through the actions of a branch. Returns false when the run would end in them.
   * @param round from 1
   */
  inside(actions: readonly InnerAction[], branch: string, round?: number): boolean;
}
