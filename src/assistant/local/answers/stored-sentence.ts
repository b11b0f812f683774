import { isSameUnderstanding } from "../../../understanding/equivalence.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isComplete } from "../../../understanding/ground/frame-effects.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import type { Understanding } from "../../../understanding/plan.ts";
import { understand } from "../../../understanding/understand.ts";
import type { StoredSentence } from "../../open/items.ts";

/** Stores a sentence with its context, so that it can be parsed again with the same meaning. */
export function storeSentence(
  text: string,
  context: DialogueContext,
  previous: Frame | null,
  picked: StoredSentence["picked"],
): StoredSentence {
  const { room, focus } = context;
  return { text, room, focus, previous: neededContext(text, context, previous), picked };
}

/** The frame of the sentence before, where this sentence means something else without it; null where it does not. */
function neededContext(text: string, context: DialogueContext, previous: Frame | null): Frame | null {
  if (previous === null) return null;
  const alone = isSameUnderstanding(understand(text, context, null), understand(text, context, previous));
  return alone ? null : storableFrame(previous);
}

/** A frame without the items that it was parsed from: the form that a conversation stores. */
export function storableFrame(frame: Frame): Frame {
  return { ...frame, items: [], unknown: [], durations: [] };
}

/** Whether a sentence lacks only the referent of "it", because nothing is in focus. */
export function lacksReferent(understanding: Understanding): boolean {
  const { kind, frames } = understanding;
  // "Will it rain?" is about no device.
  if (kind === "unknown" && understanding.beyond) return false;
  return kind === "unknown" && frames.length === 1 && frames.every(refersByPronoun);
}

/** Whether every clause of a sentence is about "it". */
export function isAboutPronoun({ frames }: Understanding): boolean {
  return frames.length > 0 && frames.every(refersByPronoun);
}

function refersByPronoun(frame: Frame): boolean {
  const { items, heads, places, unknown, blocked, negated, asking } = frame;
  return (
    items.some((item) => playsRole(item, "it") || playsRole(item, "them")) &&
    isComplete(frame) &&
    asking === null &&
    !blocked &&
    !negated &&
    unknown.length + places.length === 0 &&
    heads.every(({ type }) => type === "it" || type === "them")
  );
}
