/** How a language objects to what was just done, or goes on from it. Each pattern is over a whole text in lower case, without its last mark. */
export interface ObjectionForms {
  /** All of it is taken back; group `act`: only where that is what was done ("don't turn it on"). */
  readonly takesBack: readonly RegExp[];
  /**
   * What was done is undone, whenever it was; group `count` says how many commands, `both` two, `them` and `every` all.
   * By `both` and `them` the things are meant where the last was done to several; `step`: only where it was a step.
   */
  readonly undoes: readonly RegExp[];
  /** What was done is undone but for this; groups `what`, and the `state` that it is in now, where it is said. */
  readonly undoesBut: readonly RegExp[];
  /** A thing or a value goes back to what it was; group `what`. */
  readonly putsBack: readonly RegExp[];
  /** What was switched is switched back; groups `what`, and the `act` that does it. */
  readonly switchesBack: readonly RegExp[];
  /** It is right that this is so: groups `what`, and the `state` that it is in. */
  readonly approves: readonly RegExp[];
  /** It shall stay as it was before; group `state` says how that is. */
  readonly leaves: readonly RegExp[];
  /**
   * What it was done to, but for this; group `what`, and where it is said the `state` that it shall stay in (`on`: that
   * it stays on), or the `act` that is not to be done to it.
   */
  readonly spares: readonly RegExp[];
  /** The contrary is wanted again; groups `before` and `after`: the text without the word for "again", and `act`. */
  readonly returns: readonly RegExp[];
  /** Of what something was done to, only this; groups `what`, and `act` where one is said. */
  readonly narrows: readonly RegExp[];
  /** The same is wanted for one more; groups `before` and `after`: the text without the words that say so. */
  readonly goesOn: readonly RegExp[];
  /** What was changed step by step is as it shall be; group `stop` where that may stop a thing as well. */
  readonly enough: readonly RegExp[];
  /** Anywhere: it is for now. */
  readonly atOnce: readonly RegExp[];
  /** With the mark of a question: it asks whether something was done, and wants nothing. */
  readonly asksDone: RegExp;
  /** Asks which of what was asked about. */
  readonly asksWhich: readonly RegExp[];
  /** Asks once more what was asked before. */
  readonly asksAgain: readonly RegExp[];
  /** Where somebody is; group `room`. */
  readonly whereabouts: readonly RegExp[];
  /** Asks what was done. */
  readonly recalls: readonly RegExp[];
  /** Something else was meant; groups `rest`, `denied` where what was done is named, `weak` where it may begin anything. */
  readonly instead: readonly RegExp[];
  /** A last part alone: what was meant; group `rest`. */
  readonly meant: readonly RegExp[];
  /** The same of another thing, where nothing came of the one before: "then the lamp"; group `rest`. */
  readonly elseThing: readonly RegExp[];
  /** The same is wanted of another thing; group `rest`, `said`: with what is before it, and `swap` where after switching off the other one is to be on. */
  readonly otherThing: readonly RegExp[];
}
