/** By what a sentence in a language is known, as patterns that do not look at case. */
export interface Speech {
  /** It says that something was done, or will be. */
  readonly done: readonly RegExp[];
  /** It asks for something to be done. */
  readonly asks: readonly RegExp[];
  /** It is a question, also without a question mark. */
  readonly questions: readonly RegExp[];
  /** It is politeness in the form of a question: "can you turn it off?". */
  readonly polite: readonly RegExp[];
}
