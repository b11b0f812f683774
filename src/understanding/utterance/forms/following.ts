import type { Rewording } from "./rewording.ts";

/**
 * Patterns for follow-ups in one language, beside objections. Each is over a whole text, or a whole part between marks, in lower
 * case and without its last mark.
 */
export interface FollowingForms {
  /** A part that is a mere remark: a state, a reason, a change of mind. */
  readonly remarks: readonly RegExp[];
  /** A part that says that something stays as it is. */
  readonly stays: readonly RegExp[];
  /** A part that asks to wait; before a remark it belongs to it. */
  readonly waits: readonly RegExp[];
  /** A part that says that somebody does it themselves. */
  readonly doneByUs: readonly RegExp[];
  /** The wish of somebody else; group `rest`: the wish. */
  readonly reported: readonly RegExp[];
  /**
   * Back to the original state. Groups: `complained`: that before a complaint, `what`: only this thing, `value`: only the value in
   * focus.
   */
  readonly origins: readonly RegExp[];
  /**
   * The same as another thing. Groups: `what` or `other`: that thing, `subject`: the thing to change if it is not the focus, `prop`
   * or `value`: the property.
   */
  readonly sameAs: readonly RegExp[];
  /** Somebody is using the named thing, so it is a reason and no target. */
  readonly uses: RegExp;
  /** Words in a `subject` that make it a question, a statement or a denial. */
  readonly toldOf: RegExp;
  /** Words in a `rest` that make it a judgement, a question or a wish for no value. */
  readonly judges: RegExp;
  /** A value between the last two. */
  readonly between: readonly RegExp[];
  /** Exchanges the values of two things. */
  readonly swaps: readonly RegExp[];
  /** The last step again. */
  readonly onceMore: readonly RegExp[];
  /** To the end of the range, in the last direction. */
  readonly utmost: readonly RegExp[];
  /** Takes back a part of the last step: "take one off again", 加回五; reworded as a command. */
  readonly stepsBack: readonly Rewording[];
  /** Cancels a plan; group `that`: the one in focus. */
  readonly cancelsThat: readonly RegExp[];
  /** Declines a planned act. Groups: `act`, and `weak` if it may be about the last action as well. */
  readonly declinesDeed: readonly RegExp[];
  /** Asks for the remaining time of the focus. */
  readonly asksLeft: readonly RegExp[];
  /** Asks whether a thing was changed; group `what`. */
  readonly asksTouched: readonly RegExp[];
  /** Reports a defect; group `what`. */
  readonly defects: readonly RegExp[];
  /** Asks whether any thing of the focus is in a state; group `state`. */
  readonly asksAny: readonly RegExp[];
  /** Asks which things of the kind in focus are in a state; group `state`. */
  readonly asksWhichOf: readonly RegExp[];
  /** Asks when a plan is due; group `several`: all plans. */
  readonly asksWhen: readonly RegExp[];
}
