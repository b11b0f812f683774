import type { Condition, Target as SceneTarget } from "../automation/index.ts";
import type { Property } from "../home/index.ts";
import type { Adjusted, PlanRequest } from "./existing/request.ts";
import type { Rule } from "./ground/conditions.ts";
import type { Limit } from "./ground/limits.ts";
import type { Effect, Refusal, Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";
import type { TimerIntent } from "./parse/timer.ts";
import type { When } from "./parse/times.ts";
import type { PastQuestion } from "./past/question.ts";
import type { Meaning, Talk } from "./talk/types.ts";

/** What is done to one target. */
export interface Doing {
  readonly target: Target;
  readonly effects: readonly Effect[];
}

export interface DoStep {
  readonly kind: "do";
  readonly frame: Frame;
  readonly doings: readonly Doing[];
  /** Name of the room that was not said but taken. */
  readonly inferred: string | null;
  /** Parts of it that can't be done. */
  readonly refusals: readonly Refusal[];
}

/** When something is done, and after how many seconds it is put back. */
export interface Later {
  readonly when: When;
  readonly lasting: number | null;
}

/** A scene of this home, with the number that was said for its parameter; `off`: what it changed is put back. */
export interface SceneStep {
  readonly kind: "scene";
  readonly scene: string;
  /** Every scene of that name: several only from before names were kept apart. */
  readonly alike: readonly string[];
  readonly value: number | null;
  readonly off: boolean;
  /** So many seconds it takes to get there. */
  readonly transition?: number;
  /** It was not named: it is of the meaning that was said, so what the policy asks about is asked anew. */
  readonly meant?: true;
}

/** What could be done when somebody goes to bed or leaves: it is asked about, and kept as a scene where `keep` says so. */
export interface OfferStep {
  readonly kind: "offer";
  readonly meaning: Meaning;
  readonly steps: readonly DoStep[];
  readonly keep: boolean;
}

/** Everyday talk that is answered and changes nothing. */
export interface TalkStep {
  readonly kind: "talk";
  /** A meaning: there is nothing to do for it; a feeling: nothing in `room` (id; null: nowhere) could help. */
  readonly talk: Talk;
  readonly room: string | null;
}

/** What can be kept for another time. */
export type Plannable = DoStep | SceneStep;

/** A question; `past`: it is asked of then, of what the question about now is asked of. */
export interface AnswerStep {
  readonly kind: "answer";
  readonly frame: Frame;
  readonly query: Query;
  readonly past?: PastQuestion;
}

/** One part of what was said, in order. */
export type Step =
  | DoStep
  /** `frame`: what was wanted, where it is clear but for how far. */
  | { readonly kind: "refuse"; readonly refusal: Refusal; readonly frame?: Frame }
  /** Several are possible: one must be chosen; `later` when it is for another time. */
  | {
      readonly kind: "ask";
      readonly frame: Frame;
      readonly options: readonly Target[];
      readonly later?: Later;
      /** What is done with each option, where the frame does not say it. */
      readonly doings?: readonly Doing[];
    }
  | AnswerStep
  /** It was said not to do something. */
  | { readonly kind: "leave" }
  /** The condition of it does not hold now; `answer` says what is. */
  | { readonly kind: "unmet"; readonly frame: Frame; readonly query: Query }
  | { readonly kind: "timer"; readonly intent: TimerIntent; readonly bounds?: readonly Adjusted[] }
  /** What is wanted of plans that there are. */
  | { readonly kind: "existing"; readonly request: PlanRequest }
  /** Commands at another time; put back after `lasting` seconds. */
  | {
      readonly kind: "later";
      /** How a rule is bounded that this makes. */
      readonly bounds?: readonly Adjusted[];
      readonly when: When;
      readonly lasting: number | null;
      readonly steps: readonly Plannable[];
      /** What must hold then. */
      readonly conditions?: readonly Condition[];
    }
  /** Commands whenever something happens, or that it is told (`notice`); switched back after `lasting` seconds. */
  | {
      readonly kind: "whenever";
      readonly bounds?: readonly Adjusted[];
      readonly rule: Rule;
      readonly steps: readonly Plannable[];
      readonly lasting: number | null;
      readonly afterwards: { readonly seconds: number; readonly steps: readonly DoStep[] } | null;
      readonly notice: string | null;
    }
  | SceneStep
  | OfferStep
  | TalkStep
  | { readonly kind: "make-scene"; readonly name: string; readonly steps: readonly DoStep[] }
  /** A scene of how these are now. */
  | { readonly kind: "keep-scene"; readonly name: string; readonly targets: readonly SceneTarget[] }
  /** `alike`: every scene of that name. */
  | { readonly kind: "remove-scene"; readonly scene: string; readonly alike: readonly string[] }
  /** Whether a scene is on, which it is never: what it is. */
  | { readonly kind: "tell-scene"; readonly scene: string }
  /** What scenes or automations there are. */
  | { readonly kind: "inventory"; readonly of: "scenes" | "automations" }
  /** `hours`: of that day only what is due between these. */
  | {
      readonly kind: "planned";
      readonly day: number | null;
      readonly devices: readonly Target[];
      readonly hours?: readonly [from: number, to: number];
    }
  | { readonly kind: "unplan"; readonly devices: readonly Target[]; readonly all: boolean }
  /** `lasting`: why it is so is asked, and not who made it so. */
  | {
      readonly kind: "why";
      readonly target: Target;
      readonly address: string | null;
      readonly value: boolean | null;
      readonly lasting: boolean;
      /** Who did that to a lock or to what opens; null where it is not said, or it is no such thing. */
      readonly deed: "lock" | "unlock" | "open" | "close" | null;
    };

/** A question about state, with what it is about already found. */
export interface Query {
  readonly asking: NonNullable<Frame["asking"]>;
  readonly targets: readonly Target[];
  /** What is asked for, one per target, when it is a value. */
  readonly properties: readonly (Property | null)[];
  readonly inferred: string | null;
  /** Asked is which value of a property is the last at this end. */
  readonly limit?: Limit;
}

export type Understanding =
  | { readonly kind: "plan"; readonly steps: readonly Step[]; readonly frames: readonly Frame[] }
  /** `beyond`: it asks for what is not for a home at all. */
  | { readonly kind: "unknown"; readonly frames: readonly Frame[]; readonly beyond?: true };

/** Those that are commands. */
export function doSteps(steps: readonly Step[]): DoStep[] {
  return steps.filter((step) => step.kind === "do");
}
