import type { Choice, Whom } from "./answers.ts";
import { isComplete } from "./ground/compute.ts";
import type { Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";
import { is } from "./parse/items.ts";
import type { Later, Understanding } from "./plan.ts";

/** A question of the engine that waits for an answer. */
export type Question = Choice | Whom | Approval;

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

export function choiceOf(frame: Frame, options: readonly Target[], later: Later | null): Choice {
  return {
    kind: "choice",
    frame: storable(frame),
    later,
    options: options.map(({ indexed, service }) => ({ device: indexed.device.id, service })),
  };
}

/** A frame without the phrases that it was read from: what a conversation keeps. */
export function storable(frame: Frame): Frame {
  return { ...frame, items: [], unknown: [], durations: [] };
}

/** Whether a sentence is clear but for what "it" is, of which nothing was said before. */
export function asksWhom({ kind, frames }: Understanding): boolean {
  const [frame, ...others] = frames;
  if (kind !== "unknown" || !frame || others.length > 0 || frame.asking !== null) return false;
  const { items, heads, places, unknown, blocked, negated } = frame;
  const pronoun = items.some((item) => is(item, "it") || is(item, "them"));
  return (
    pronoun &&
    isComplete(frame) &&
    !blocked &&
    !negated &&
    unknown.length + places.length === 0 &&
    heads.every(({ type }) => type === "it" || type === "them")
  );
}
