import type { Condition, Target as SceneTarget } from "../automation/index.ts";
import type { RuleDraft } from "./ground/conditions.ts";
import type { Effect, Refusal } from "./ground/context.ts";
import type { StateQuery } from "./ground/query.ts";
import type { DeviceTarget } from "./ground/target.ts";
import type { Frame } from "./parse/frame.ts";
import type { TimeExpression } from "./parse/time/time-expression.ts";
import type { TimerIntent } from "./parse/time/timers.ts";
import type { PastQuestion } from "./past/question.ts";
import type { PlanRequest, RuleBound } from "./plans/request.ts";
import type { Routine, Talk } from "./talk/types.ts";

/** The effects on one target. */
export interface PlannedEffects {
  readonly target: DeviceTarget;
  readonly effects: readonly Effect[];
}

export interface DoStep {
  readonly kind: "do";
  readonly frame: Frame;
  readonly doings: readonly PlannedEffects[];
  /** Name of the room that was assumed, not said. */
  readonly inferred: string | null;
  /** The parts that cannot be done. */
  readonly refusals: readonly Refusal[];
}

/** When something is done, and after how many seconds it is undone. */
export interface StepTiming {
  readonly when: TimeExpression;
  readonly lasting: number | null;
}

/** Activates a scene of this home, with a number for its parameter. `off`: its changes are undone. */
export interface ActivateSceneStep {
  readonly kind: "scene";
  readonly scene: string;
  /** All scenes with this name. Only homes from before names were unique have several. */
  readonly alike: readonly string[];
  readonly value: number | null;
  readonly off: boolean;
  /** Length of the transition, in seconds. */
  readonly transition?: number;
  /** It was not named but follows from a routine, so the policy asks again. */
  readonly meant?: true;
}

/** An offer for somebody who goes to bed or leaves. `keep`: it may be saved as a scene. */
export interface OfferStep {
  readonly kind: "offer";
  readonly meaning: Routine;
  readonly steps: readonly DoStep[];
  readonly keep: boolean;
}

/** Everyday talk that is answered and changes nothing. */
export interface TalkStep {
  readonly kind: "talk";
  /** A routine with nothing to do, or a feeling that no device in `room` (id; null: the whole home) can help. */
  readonly talk: Talk;
  readonly room: string | null;
}

/** Steps that can be planned for another time. */
export type Plannable = DoStep | ActivateSceneStep;

/** A question; `past`: it is about the past of the same targets. */
export interface AnswerStep {
  readonly kind: "answer";
  readonly frame: Frame;
  readonly query: StateQuery;
  readonly past?: PastQuestion;
}

/** One step that a sentence comes to, in order. */
export type SentenceStep =
  | DoStep
  /** `frame`: the command, where only its amount is open. */
  | { readonly kind: "refuse"; readonly refusal: Refusal; readonly frame?: Frame }
  /** A choice between several targets; `later`: it is for another time. */
  | {
      readonly kind: "ask";
      readonly frame: Frame;
      readonly options: readonly DeviceTarget[];
      readonly later?: StepTiming;
      /** The effects for each option, where the frame does not say them. */
      readonly doings?: readonly PlannedEffects[];
    }
  | AnswerStep
  /** Nothing is to be done, because the sentence says so. */
  | { readonly kind: "leave" }
  /** The condition does not hold now; `query` tells the current state. */
  | { readonly kind: "unmet"; readonly frame: Frame; readonly query: StateQuery }
  | { readonly kind: "timer"; readonly intent: TimerIntent; readonly bounds?: readonly RuleBound[] }
  /** A request about existing plans. */
  | { readonly kind: "existing"; readonly request: PlanRequest }
  /** Commands at another time, undone after `lasting` seconds. */
  | {
      readonly kind: "later";
      /** Bounds of the rule that this makes. */
      readonly bounds?: readonly RuleBound[];
      readonly when: TimeExpression;
      readonly lasting: number | null;
      readonly steps: readonly Plannable[];
      /** Conditions that must hold then. */
      readonly conditions?: readonly Condition[];
    }
  /** A rule: commands or a notice whenever something happens, undone after `lasting` seconds. */
  | {
      readonly kind: "whenever";
      readonly bounds?: readonly RuleBound[];
      readonly rule: RuleDraft;
      readonly steps: readonly Plannable[];
      readonly lasting: number | null;
      readonly afterwards: { readonly seconds: number; readonly steps: readonly DoStep[] } | null;
      readonly notice: string | null;
    }
  | ActivateSceneStep
  | OfferStep
  | TalkStep
  | { readonly kind: "make-scene"; readonly name: string; readonly steps: readonly DoStep[] }
  /** Saves the current states as a scene. */
  | { readonly kind: "keep-scene"; readonly name: string; readonly targets: readonly SceneTarget[] }
  /** `alike`: all scenes with this name. */
  | { readonly kind: "remove-scene"; readonly scene: string; readonly alike: readonly string[] }
  /** Describes a scene that was asked about: "is movie night on". */
  | { readonly kind: "tell-scene"; readonly scene: string }
  /** Lists the scenes or automations. */
  | { readonly kind: "inventory"; readonly of: "scenes" | "automations" }
  /** Lists plans. `day`: days from today; `hours`: only those due between these. */
  | {
      readonly kind: "planned";
      readonly day: number | null;
      readonly devices: readonly DeviceTarget[];
      readonly hours?: readonly [from: number, to: number];
    }
  | { readonly kind: "unplan"; readonly devices: readonly DeviceTarget[]; readonly all: boolean }
  /** Why or by whom something changed. `lasting`: why it is in a state, not who changed it. */
  | {
      readonly kind: "why";
      readonly target: DeviceTarget;
      readonly address: string | null;
      readonly value: boolean | null;
      readonly lasting: boolean;
      /** The act on a lock or door that is asked about; null otherwise. */
      readonly deed: "lock" | "unlock" | "open" | "close" | null;
    };

export type Understanding =
  | { readonly kind: "plan"; readonly steps: readonly SentenceStep[]; readonly frames: readonly Frame[] }
  /** `beyond`: it is out of scope for a home. */
  | { readonly kind: "unknown"; readonly frames: readonly Frame[]; readonly beyond?: true };

/** The steps that are commands. */
export function doSteps(steps: readonly SentenceStep[]): DoStep[] {
  return steps.filter((step) => step.kind === "do");
}
