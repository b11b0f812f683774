import type { Property } from "../../home/index.ts";
import type { Effect, Refusal, Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";

/** What is done to one target. */
export interface Doing {
  readonly target: Target;
  readonly effects: readonly Effect[];
}

/** One part of what was said, in order. */
export type Step =
  | {
      readonly kind: "do";
      readonly frame: Frame;
      readonly doings: readonly Doing[];
      /** Name of the room that was not said but taken. */
      readonly inferred: string | null;
      /** Parts of it that can't be done. */
      readonly refusals: readonly Refusal[];
    }
  | { readonly kind: "refuse"; readonly refusal: Refusal }
  /** Several are possible: one must be chosen. */
  | { readonly kind: "ask"; readonly frame: Frame; readonly options: readonly Target[] }
  | { readonly kind: "answer"; readonly frame: Frame; readonly query: Query }
  /** It was said not to do something. */
  | { readonly kind: "leave" };

/** A question about state, with what it is about already found. */
export interface Query {
  readonly asking: NonNullable<Frame["asking"]>;
  readonly targets: readonly Target[];
  /** What is asked for, one per target, when it is a value. */
  readonly properties: readonly (Property | null)[];
  readonly inferred: string | null;
}

export type Understanding =
  | { readonly kind: "plan"; readonly steps: readonly Step[]; readonly frames: readonly Frame[] }
  | { readonly kind: "unknown"; readonly frames: readonly Frame[] };
