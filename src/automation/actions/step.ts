/** What a step has around it when it runs, and when only what it would do is looked at. The engine gives both. */
import type { Command, HomeEvent, NoticeLevel, Outcome, Phrase, Value } from "../../home/index.ts";
import type { Condition } from "../conditions/index.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Target } from "../definition/basics.ts";
import type { Duration } from "../definition/durations.ts";
import type { ActionCommands, ExpectedChange } from "../device-commands/of-actions.ts";
import type { StepTrace } from "../runs/run.ts";

/** An action that stands inside another one: of any kind. */
export interface InnerAction {
  readonly type: string;
}

/** A step of a run. It is in the store before it has an effect, so that a restart does not do it again. */
export interface RunningStep {
  readonly waits: StepWaits;
  situation(): ConditionContext;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whether a condition of the step holds now. @param field where it stands, such as `options[0].condition` */
  holds(condition: Condition, field: string): boolean;
  /** Its line in the trace. @param at when the step began */
  note(at: number, result: StepTrace["result"], detail?: Phrase, outcomes?: readonly Outcome[]): void;
  /** Does something that must not happen twice, and notes what came of it, also what is thrown. */
  once(perform: (effects: StepEffects) => Promise<Performed>): Promise<void>;
  /** What was in the store of this very step before a restart; null when it begins now. Used up with the first call. */
  takeKept(): KeptStep | null;
  /** Puts into the store that the step waits. */
  keep(kept: KeptStep): Promise<void>;
  /** The branch in which the run goes on after a restart; null when the step begins now. */
  resumedBranch(): string | null;
  /** The round, from 1, with which a branch goes on after a restart; 0 when the step begins now. */
  resumedRound(branch: string): number;
  /** Runs the actions of a branch. @param round from 1, for a branch that runs again and again */
  inside(actions: readonly InnerAction[], branch: string, round?: number): Promise<void>;
}

/** Where a step that waits stands. */
export interface KeptStep {
  /** A wait for something to happen: it was not so, and has become so once it is. */
  readonly begun: boolean;
  /** Milliseconds since the epoch. */
  readonly deadline: number | null;
}

/** The waits of a step. All end with what is thrown when the run shall not go on. */
export interface StepWaits {
  /** @throws RunEnd or Suspended when the run shall not go on */
  throwIfEnding(): void;
  /** A deadline that moves with the clock when that is set; one from before a restart stays. */
  deadline(at: number, resumed: boolean): () => number;
  until(at: number, resumed: boolean): Promise<void>;
  /** The same, or until something in the home changes. */
  untilChange(at: number, resumed: boolean): Promise<void>;
  /** Calls back for everything that happens in the home, until the returned function is called. */
  onEvent(callback: (event: HomeEvent) => void): () => void;
}

/** What a step reaches out of the engine with, in the name of its run. */
export interface StepEffects {
  execute(commands: readonly Command[]): Promise<readonly Outcome[]>;
  /** @throws JiaError when the scene is gone */
  activate(activation: SceneActivation): Promise<readonly Outcome[]>;
  /** Gives what the scene of the mode did. @throws JiaError when the home has no modes */
  beginMode(mode: string): Promise<readonly Outcome[]>;
  notify(notice: StepNotice): Promise<void>;
  say(speech: Speech): Promise<readonly Outcome[]>;
}

export interface SceneActivation {
  readonly scene: string;
  readonly parameters?: Readonly<Record<string, Value>> | undefined;
  readonly transition?: Duration | undefined;
}

/** What people are told. */
export interface StepNotice {
  readonly message: string;
  readonly level?: NoticeLevel | undefined;
  /** Ids of the people whom it is for; everybody when it is left out. */
  readonly to?: readonly string[] | undefined;
  readonly webhook?: string | undefined;
}

/** What is said aloud. */
export interface Speech {
  readonly message: string;
  /** Speakers; every way to speak that there is when left out. */
  readonly target?: Target | undefined;
}

/** What an effect came to. */
export interface Performed {
  readonly outcomes: readonly Outcome[];
  /** What of it could not be worked out. */
  readonly unknown?: ActionCommands["unknown"];
  /** There was no device to command, which the step is for: it failed. */
  readonly empty?: boolean;
}

/** A step of a dry run: nothing is sent. */
export interface DryStep {
  readonly situation: ConditionContext;
  holds(condition: Condition, field: string): boolean;
  /** What a scene would change. */
  scenePreview(id: string, parameters: Readonly<Record<string, Value>>): readonly ExpectedChange[];
  /** Its line in the trace. */
  note(detail?: Phrase, outcomes?: readonly Outcome[]): void;
  /** Goes through the actions of a branch; false where the run would end in them. @param round from 1 */
  inside(actions: readonly InnerAction[], branch: string, round?: number): boolean;
}
