import type { Choice } from "./answers.ts";
import type { Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";

/** A question of the engine that waits for an answer. */
export type Question = Choice | Approval;

/** A sentence that waits for a yes. */
export interface Approval {
  readonly kind: "approve";
  readonly text: string;
  /** What was said before it, so that it means the same again. */
  readonly previous: Frame | null;
  /** Places of its steps that wait, the others being done already; null: all of them. */
  readonly only: readonly number[] | null;
}

export function approvalOf(text: string, previous: Frame | null, only: readonly number[] | null): Approval {
  return { kind: "approve", text, previous, only };
}

export function choiceOf(frame: Frame, options: readonly Target[]): Choice {
  return {
    kind: "choice",
    frame: storable(frame),
    options: options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
  };
}

/** A frame without the phrases that it was read from: what a conversation keeps. */
export function storable(frame: Frame): Frame {
  return { ...frame, items: [], unknown: [], durations: [] };
}
