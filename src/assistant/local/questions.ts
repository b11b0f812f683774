import { CONFIRMATION_MS, type Command } from "../../home/index.ts";
import type { Choice, Whom } from "./answers.ts";
import { isComplete } from "./ground/compute.ts";
import type { Situation, Target } from "./ground/situation.ts";
import type { Frame } from "./parse/frame.ts";
import { is } from "./parse/items.ts";
import type { Later, Understanding } from "./plan.ts";
import type { PlanChoice } from "./planning/index.ts";

/** A question of the engine that waits for an answer. */
export type Question = Choice | PlanChoice | Whom | Approval;

/** What was said, so that it means the same when it is understood again. */
export interface Asked {
  /** The sentence, or the answer to `choice`. */
  readonly text: string;
  /** What was said before it. */
  readonly previous: Frame | null;
  /** The question that it answers; null: it is a sentence of its own. */
  readonly choice: Choice | null;
}

/** A sentence that waits for a yes. */
export interface Approval extends Asked {
  readonly kind: "approve";
  /** What "it" and "there" were when it was said. */
  readonly focus: Situation["focus"];
  /** The steps of it that wait, the others being done already; null: all of them. */
  readonly only: readonly Waiting[] | null;
  /** Milliseconds since the epoch: a yes that comes later is for something else. */
  readonly expiresAt: number;
}

/** A step that waits for a yes. */
export interface Waiting {
  /** Its place in the sentence. */
  readonly at: number;
  /** What puts back what was done for a while: the values before are gone by the time of the yes. null: nothing was. */
  readonly back: readonly Command[] | null;
}

export function approvalOf(asked: Asked, { focus, now }: Situation, only: readonly Waiting[] | null): Approval {
  const { text, previous, choice } = asked;
  return { kind: "approve", text, previous, choice, focus, only, expiresAt: now + CONFIRMATION_MS };
}

export function choiceOf(text: string, frame: Frame, options: readonly Target[], later: Later | null): Choice {
  return {
    kind: "choice",
    text,
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
