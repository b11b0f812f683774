/**
 * The parts that every kind of action has: its form, its check, its words, its references, and how it runs. Each kind
 * is a file of this folder; `index.ts` lists them, and the rest of the room asks the list. The surroundings of a
 * running step are in `step.ts`: the position of a run, its waits, its trace and its effects belong to the engine.
 */
import type { z } from "zod";
import type { Command, Home, Phrase } from "../../home/index.ts";
import type { PartCheck } from "../check/part-check.ts";
import type { Target } from "../definition/basics.ts";
import type { Scene } from "../definition/scene.ts";
import type { Wording } from "../describe/wording.ts";
import type { TargetChange } from "../references/changes.ts";
import type { DryStep, InnerAction, RunningStep } from "./step.ts";

export type { InnerAction } from "./step.ts";

/** The schema of an action: a strict object with the literal `type`. */
export type ActionSchema = z.ZodType<{ readonly type: string }>;

/** The context of a check of an action, with the lists that it adds to. */
export interface ActionCheck extends PartCheck {
  /** Adds commands that the action may give, for the policy. */
  commands(commands: readonly Command[]): void;
  /** Adds an address that something is sent to. */
  address(url: string, field: string): void;
}

/** Finds scenes through which actions give commands. */
export interface SceneLookup {
  readonly scene: (id: string) => Scene | undefined;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
}

/**
 * A demand that needs permission when an action runs. `own`: its own commands. `scene`: commands of a scene, also
 * through a mode. `address`: sending something there.
 */
export type Demand =
  | { readonly kind: "own"; readonly commands: readonly Command[] }
  | {
      readonly kind: "scene";
      readonly scene: string;
      readonly commands: readonly Command[];
      /** Whether a yes to the automation covers these commands too. */
      readonly included: boolean;
    }
  | { readonly kind: "address"; readonly url: string };

/** Changes a list of actions inside another one; returns the same list when nothing changes. */
export type InnerActions = (actions: InnerAction[]) => InnerAction[];

/** One kind of action. */
export interface ActionKind<Schema extends ActionSchema> {
  readonly type: z.infer<Schema>["type"];
  readonly schema: Schema;
  /** An action of this kind as it is written in a file. */
  readonly example: z.input<Schema>;
  /**
   * Adds the problems of an action at `field`, except those of its form. `inner` does so for a list of actions inside
   * it.
   */
  check(
    action: z.infer<Schema>,
    field: string,
    check: ActionCheck,
    inner: (actions: readonly InnerAction[], field: string) => void,
  ): void;
  /** The action as a clause. `inner` gives the clauses of a list of actions inside it. */
  words(action: z.infer<Schema>, wording: Wording, inner: (actions: readonly InnerAction[]) => Phrase): Phrase;
  /** Its line in a trace, where the actions inside have lines of their own; `words` when it is left out. */
  traceWords?(action: z.infer<Schema>, wording: Wording): Phrase;
  /** The actions inside, in their order. */
  inside(action: z.infer<Schema>): readonly InnerAction[];
  /** The action with every target in it changed; the same object when none is. */
  withTargets(action: z.infer<Schema>, change: TargetChange, inner: InnerActions): z.infer<Schema>;
  /** The action with every name or id of a person in it changed. */
  withPeople(action: z.infer<Schema>, change: (person: string) => string, inner: InnerActions): z.infer<Schema>;
  /** The targets that it commands itself, without those of its scenes. */
  targets(action: z.infer<Schema>): readonly Target[];
  /** Ids of the scenes that it activates. */
  scenes(action: z.infer<Schema>): readonly string[];
  /** All its demands: commands, also through scenes and modes, and addresses; without those of the actions inside. */
  demands(action: z.infer<Schema>, home: Home, lookup: SceneLookup): readonly Demand[];
  /**
   * Carries the action out, and notes the result.
   * @throws RunEnd or Suspended when the run shall not go on
   */
  run(action: z.infer<Schema>, step: RunningStep): Promise<void>;
  /** Notes what it would do now. Returns false when the run would end with it. */
  dryRun(action: z.infer<Schema>, step: DryStep): boolean;
}

/** The defaults for most kinds: no actions inside, no commands, no people, plain words. */
export const PLAIN_ACTION = {
  check: (): void => undefined,
  inside: (): readonly InnerAction[] => [],
  withTargets: <Action>(action: Action): Action => action,
  withPeople: <Action>(action: Action): Action => action,
  targets: (): readonly Target[] => [],
  scenes: (): readonly string[] => [],
  demands: (): readonly Demand[] => [],
  dryRun(_action: unknown, step: DryStep): boolean {
    step.note();
    return true;
  },
};

/** Gives a kind of action its types. */
export function defineAction<Schema extends ActionSchema>(kind: ActionKind<Schema>): ActionKind<Schema> {
  return kind;
}
