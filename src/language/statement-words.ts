import type { ClaimSign } from "./claim-signs.ts";

/**
 * Words that show what a sentence does: whether it states, wishes, offers or narrates. Phrases are separated by commas, lower
 * case, simplified. They never decide alone that something is true: only outcomes and reads do.
 */
export interface StatementWords {
  /** Texts to be made or explained; a request for one is not about the home. "a story", "translate", 讲个笑话. */
  readonly texts: string;
  /** The texts that only reword something: "translate", 翻译. */
  readonly wordings: string;
  /** Beginnings of a question about the world, beside the question words of the lexicon: "who". */
  readonly questions: string;
  /** The action after it is only possible, wished or offered: "can", "would like". */
  readonly possible: string;
  /** The clause is only supposed, or holds in general: "if", "when". */
  readonly supposed: string;
  /** A wish is fulfilled, without what was done: "all set", 搞定. */
  readonly done: string;
  /** Something cannot be done or does not exist. */
  readonly unable: string;
  /** Something was tried and failed: "did not answer", 没有回应. */
  readonly failing: string;
  /** It narrates, and does not report: "was". */
  readonly narrated: string;
  /** It says how something was, or its sum: "was", "used", 上次. */
  readonly past: string;
  /** The last or the first of several times. */
  readonly lastTime: string;
  readonly firstTime: string;
  /** More than all others: "the most". */
  readonly most: string;
  /** It speaks of the hearer's own: "your". */
  readonly yours: string;
  /** The speaker. */
  readonly self: string;
  /** The speaker has done something or will: "I've", "I'll". */
  readonly own: string;
  /** A time or place of here and now: a question with it is not about general knowledge. */
  readonly present: string;
  /** It makes what follows the speaker's: "my lamp". */
  readonly mine: string;
  /** It holds for nothing: "nothing", "nobody", 一个都没. */
  readonly none: string;
  /** The noun after it means any of its kind, and none of this home: "a fridge". */
  readonly indefinite: string;
  /** A plan is not paused: "active", 管用. */
  readonly inForce: string;
  /** The hearer wished for it: "you asked me". */
  readonly atWish: string;
  /** Somebody wished for it: "asked me". */
  readonly bidden: string;
  /** A device can be reached, and no more: "connected", 接入. */
  readonly linking: string;
  /** Kilometres, after a number. */
  readonly distances: string;
  /** When a plan runs next. */
  readonly nextTime: string;
  /** The speaker left something as it is. */
  readonly leaving: string;
  /** Function words without a meaning of their own. */
  readonly small: string;
  /** The dictionary forms that an inflected word may have: "dimmed" → "dim". */
  readonly baseForms: (word: string) => readonly string[];
  /** The signs of what a sentence claims. */
  readonly claimSigns: (sentence: string) => ReadonlySet<ClaimSign>;
}
