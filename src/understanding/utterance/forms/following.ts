import type { Rewording } from "./rewording.ts";

/**
 * How a language goes on in a conversation, beyond what it objects to. Each pattern is over a whole text, or a whole part of
 * one between marks, in lower case and without its last mark.
 */
export interface FollowingForms {
  /** A part that only tells how it is, why, or that somebody changes their mind: nothing of it is to be done. */
  readonly remarks: readonly RegExp[];
  /** A part that says that something is to stay as it is, or is well so. */
  readonly stays: readonly RegExp[];
  /** A part that bids to wait: beside what is told after it, nothing more. */
  readonly waits: readonly RegExp[];
  /** A part that says that somebody does it themselves: with it, something is only taken back. */
  readonly doneByUs: readonly RegExp[];
  /** Somebody else wants it so; group `rest` says how. */
  readonly reported: readonly RegExp[];
  /**
   * It shall be as it was at the beginning; group `complained`: before somebody complained, `what`: only this, `value`: only the
   * value that is talked about.
   */
  readonly origins: readonly RegExp[];
  /**
   * It shall be as another thing is; groups `what` or `other`, `subject` where it is not what is talked about, and `prop` or `value` where
   * the value is named.
   */
  readonly sameAs: readonly RegExp[];
  /** Somebody is using what is named: that is why something is wanted, and not what it is wanted of. */
  readonly uses: RegExp;
  /** Words in a `subject` that only ask, tell or deny that it is so: nothing shall be. */
  readonly toldOf: RegExp;
  /** Words in a `rest` of what somebody says that judge, ask or wish for something else than a value. */
  readonly judges: RegExp;
  /** It shall be between the last two values. */
  readonly between: readonly RegExp[];
  /** Each of two shall be as the other one is. */
  readonly swaps: readonly RegExp[];
  /** The last step once more. */
  readonly onceMore: readonly RegExp[];
  /** As far as it goes, in the way that was gone. */
  readonly utmost: readonly RegExp[];
  /** So much of the last step is taken back: "take one off again", 加回五; as it is said plainly. */
  readonly stepsBack: readonly Rewording[];
  /** What is planned is cancelled; group `that`: the one that was spoken of. */
  readonly cancelsThat: readonly RegExp[];
  /** What was planned to be done is not to be done; group `act`, and `weak` where it may be said of what was just done as well. */
  readonly declinesDeed: readonly RegExp[];
  /** How long what is talked about still takes. */
  readonly asksLeft: readonly RegExp[];
  /** Whether something was changed; group `what`. */
  readonly asksTouched: readonly RegExp[];
  /** Something does not work as it should; group `what`. */
  readonly defects: readonly RegExp[];
  /** Whether any of what was talked about is otherwise than it should be; group `state` says how. */
  readonly asksAny: readonly RegExp[];
  /** Which of the kind that was talked about are in a state; group `state`. */
  readonly asksWhichOf: readonly RegExp[];
  /** When what was planned is due; group `several`: all of it. */
  readonly asksWhen: readonly RegExp[];
}
