/**
 * The parts that every kind of action has: its form, its check, its words, what it refers to, and how it runs. Each kind is a
 * file of this folder; `index.ts` lists them, and the rest of the room asks the list. What a step has around it when it runs
 * is in `step.ts`: where a run stands, its waits, its trace and what reaches out are the engine's.
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

/** What a check of an action looks at besides what other parts need, and where it puts what it finds. */
export interface ActionCheck extends PartCheck {
  /** Adds commands that the action may give, for the policy. */
  commands(commands: readonly Command[]): void;
  /** Adds an address that something is sent to. */
  address(url: string, field: string): void;
}

/** Scenes by which actions command something. */
export interface SceneLookup {
  readonly scene: (id: string) => Scene | undefined;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
}

/**
 * What an action needs leave for when it runs. `own`: for its own commands. `scene`: for those of a scene, also by way of a
 * mode. `address`: to send something there.
 */
export type Demand =
  | { readonly kind: "own"; readonly commands: readonly Command[] }
  | {
      readonly kind: "scene";
      readonly scene: string;
      readonly commands: readonly Command[];
      /** A yes to the automation is one to these as well. */
      readonly included: boolean;
    }
  | { readonly kind: "address"; readonly url: string };

/** Changes a list of actions that stand inside another one; the same list where nothing changes. */
export type InnerActions = (actions: InnerAction[]) => InnerAction[];

/** One kind of action. */
export interface ActionKind<Schema extends ActionSchema> {
  readonly type: z.infer<Schema>["type"];
  readonly schema: Schema;
  /** An action of this kind as it is written in a file. */
  readonly example: z.input<Schema>;
  /** Adds what is wrong with an action at `field`, beyond its form. `inner` does so for a list of actions inside it. */
  check(
    action: z.infer<Schema>,
    field: string,
    check: ActionCheck,
    inner: (actions: readonly InnerAction[], field: string) => void,
  ): void;
  /** What is done, as a clause. `inner` gives the clauses of a list of actions inside it. */
  words(action: z.infer<Schema>, wording: Wording, inner: (actions: readonly InnerAction[]) => Phrase): Phrase;
  /** The line of a trace, where what stands inside has lines of its own; `words` where it is left out. */
  traceWords?(action: z.infer<Schema>, wording: Wording): Phrase;
  /** The actions that stand inside, in their order. */
  inside(action: z.infer<Schema>): readonly InnerAction[];
  /** The action with every target in it changed; the same object when none is. */
  withTargets(action: z.infer<Schema>, change: TargetChange, inner: InnerActions): z.infer<Schema>;
  /** The action with every name or id of a person in it changed. */
  withPeople(action: z.infer<Schema>, change: (person: string) => string, inner: InnerActions): z.infer<Schema>;
  /** The devices that it commands itself, without those of its scenes. */
  targets(action: z.infer<Schema>): readonly Target[];
  /** Ids of the scenes that it activates. */
  scenes(action: z.infer<Schema>): readonly string[];
  /** All that it may ever command, also by way of scenes and modes, and send, without what stands inside. */
  demands(action: z.infer<Schema>, home: Home, lookup: SceneLookup): readonly Demand[];
  /** Does it, and notes what came of it. @throws RunEnd or Suspended when the run shall not go on */
  run(action: z.infer<Schema>, step: RunningStep): Promise<void>;
  /** Notes what it would do now; false where the run would end with it. */
  dryRun(action: z.infer<Schema>, step: DryStep): boolean;
}

/** What most kinds have: nothing stands inside, nothing is commanded, nobody is referred to, and what they do is plain. */
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
