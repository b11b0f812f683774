/** Patterns for objections to the last action in one language. Each is over a whole text in lower case, without its last mark. */
export interface ObjectionForms {
  /** Takes the action back; group `act`: only if that was the action ("don't turn it on"). */
  readonly takesBack: readonly RegExp[];
  /**
   * Undoes commands, even older ones. Groups: `count`: how many, `both`: two, `them` and `every`: all; `both` and `them` may also
   * mean the targets of the last command; `step`: only a step.
   */
  readonly undoes: readonly RegExp[];
  /** Undoes everything but this thing. Groups: `what`, and its present `state`. */
  readonly undoesBut: readonly RegExp[];
  /** Reverts a thing or a value; group `what`. */
  readonly putsBack: readonly RegExp[];
  /** Switches a thing back. Groups: `what`, and the `act`. */
  readonly switchesBack: readonly RegExp[];
  /** Approves a state. Groups: `what`, and its `state`. */
  readonly approves: readonly RegExp[];
  /** It shall stay as it was; group `state`. */
  readonly leaves: readonly RegExp[];
  /**
   * Excepts a thing from the action. Groups: `what`, the `state` that it shall stay in (`on`: it stays on), or the `act` that is
   * declined.
   */
  readonly spares: readonly RegExp[];
  /** The opposite again. Groups: `before` and `after`: the text without "again", and `act`. */
  readonly returns: readonly RegExp[];
  /** Narrows the action to a thing. Groups: `what`, and `act` if one is said. */
  readonly narrows: readonly RegExp[];
  /** The same for a further thing. Groups: `before` and `after`: the text without the words that say so. */
  readonly goesOn: readonly RegExp[];
  /** It is enough; group `stop`: it may also stop a thing. */
  readonly enough: readonly RegExp[];
  /** Anywhere: words for "at once". */
  readonly atOnce: readonly RegExp[];
  /** With a question mark: asks whether something was done. */
  readonly asksDone: RegExp;
  /** Asks which ones of the last question. */
  readonly asksWhich: readonly RegExp[];
  /** Repeats the last question. */
  readonly asksAgain: readonly RegExp[];
  /** Tells where the speaker is; group `room`. */
  readonly whereabouts: readonly RegExp[];
  /** Asks for the last action. */
  readonly recalls: readonly RegExp[];
  /** Something else was meant. Groups: `rest`: that, `denied`: the wrong one, `weak`: it may as well be a new command. */
  readonly instead: readonly RegExp[];
  /** A last part alone: what was meant instead; group `rest`. */
  readonly corrected: readonly RegExp[];
  /** The same for another thing, if the last command had no effect: "then the lamp"; group `rest`. */
  readonly elseThing: readonly RegExp[];
  /** The same for another thing. Groups: `rest`, `said`: with the words before it, and `swap`: after switching off, the other one shall be on. */
  readonly otherThing: readonly RegExp[];
}
