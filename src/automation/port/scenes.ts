/** Scenes as other rooms see them. */
import type { DeviceId, Origin, Outcome, PropertyAddress, Value } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { DefinitionProblem } from "../check/problems.ts";
import type { Scene, SceneDraft, Target } from "../definition/index.ts";
import type { Approval, Check, HeldBack, Saved, SaveOptions } from "./definitions.ts";

export interface Scenes {
  list(): readonly Saved<Scene>[];
  get(id: string): Saved<Scene> | undefined;
  /** Those whose id, name or alias is, or else contains, these words. */
  find(words: string): readonly Saved<Scene>[];
  /** The problems of a saved scene in the home as it is now. */
  problems(saved: Saved<Scene>): readonly DefinitionProblem[];
  check(draft: unknown): Check<Scene>;
  /** @throws JiaError `invalid-definition`, `conflict` */
  save(draft: SceneDraft, options: SaveOptions): Promise<Saved<Scene>>;
  /** @throws JiaError `not-found`, `conflict` when an automation uses it */
  remove(id: string, origin: Origin): Promise<Saved<Scene>>;
  /**
   * The commands for which the policy would ask for a yes if the scene were activated with these parameters.
   * @throws JiaError `not-found`
   */
  approvals(id: string, parameters: Readonly<Record<string, Value>>): readonly Approval[];
  /**
   * Checks that `origin` may have this scene activated later.
   * @throws JiaError `denied`, `not-found`
   */
  requireAllowed(id: string, origin: Origin): void;
  /** The draft of a scene that restores the present state of these devices. */
  snapshot(name: string, target: Target): SceneDraft;
  /**
   * Activates a scene. Resolves when it is done, or when only a transition of more than five seconds is left, which
   * continues.
   * @throws JiaError `not-found`, `invalid-definition` for a parameter that does not fit
   */
  activate(id: string, options: ActivateOptions): Promise<Activation>;
  /** The changes that an activation would make: each property with its value before and after. */
  preview(id: string, parameters?: Readonly<Record<string, Value>>): readonly PlannedChange[];
  /**
   * Restores what the last activation changed.
   * @param id null: the last activation of any scene
   * @throws JiaError `not-found`
   */
  undo(id: string | null, origin: Origin): Promise<Activation>;
  /** What it would be refused if an automation activated it now; null when nothing. @throws JiaError `not-found` */
  heldBack(id: string): HeldBack | null;
  describe(draft: SceneDraft, language: Language): string;
}

export interface ActivateOptions {
  readonly origin: Origin;
  readonly parameters?: Readonly<Record<string, Value>>;
  /** A person has said yes to what the policy asks about, this once. */
  readonly approved?: boolean;
  /**
   * Duration of the transition in milliseconds, in place of those of the steps; it counts for properties that can
   * change gradually.
   */
  readonly transition?: number;
  /** Ids of the automations that led to it, first to last. Its changes count as theirs for the loop guard. */
  readonly chain?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface Activation {
  readonly run: string;
  readonly scene: string;
  /** One outcome per property or action of each device, so that partial failure shows. */
  readonly outcomes: readonly Outcome[];
  /** After an undo: the changes that could not be undone. */
  readonly lost?: readonly Outcome[];
}

export interface PlannedChange {
  readonly device: DeviceId;
  readonly property: PropertyAddress;
  readonly before: Value | undefined;
  readonly after: Value;
}
