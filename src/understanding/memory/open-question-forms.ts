/** How one language asks freely for something that was told, and what tells that a fact answers it. */
export interface OpenQuestionForms {
  /** A question to which a fact may be the answer. */
  readonly asks: RegExp;
  /** What only says that something is asked, what for, or of which day: it is shared with anything. Global. */
  readonly aside: RegExp;
  /** Words that alone are about nothing: "come". */
  readonly weak: RegExp;
  /** Endings that say nothing of what a word means, and what stands in their place. The first that fits counts. */
  readonly endings: readonly (readonly [ending: RegExp, instead: string])[];
  /** What a question asks for, and what a fact tells that answers it: a time, a place, a number. */
  readonly aspects: readonly { readonly asks: RegExp; readonly answers: RegExp }[];
}
