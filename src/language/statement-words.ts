import type { ClaimSign } from "./claim-signs.ts";

/**
 * The words by which it is seen what a sentence does: whether it states, wishes, offers or tells. Phrases are separated by
 * commas, lower case, simplified. They never decide alone that something is true: only outcomes and reads do.
 */
export interface StatementWords {
  /** Texts that are made or explained: who asks for one asks nothing of the home. "a story", "translate", 讲个笑话. */
  readonly texts: string;
  /** Of these, those that ask how something is put and tell nothing: "translate", 翻译. */
  readonly wordings: string;
  /** What begins a question about the world, beside the question words of the lexicon: "who". */
  readonly questions: string;
  /** The deed after it is only possible, wished or offered: "can", "would like". */
  readonly possible: string;
  /** The clause is only supposed, or holds in general: "if", "when". */
  readonly supposed: string;
  /** It says that a wish is fulfilled without naming what was done: "all set", 搞定. */
  readonly done: string;
  /** It says that something cannot be done or is not there. */
  readonly unable: string;
  /** It says that something was tried and came to nothing: "did not answer", 没有回应. */
  readonly failing: string;
  /** It tells, and does not report: "was". */
  readonly narrated: string;
  /** It tells how something was, or what it came to: "was", "used", 上次. */
  readonly past: string;
  /** Of what came to be so several times the last time, or the first. */
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
  /** Time and place that are not for all: what is asked about now is no general knowledge. */
  readonly present: string;
  /** It makes what follows the speaker's: "my lamp". */
  readonly mine: string;
  /** Of nothing is it so: "nothing", "nobody", 一个都没. */
  readonly none: string;
  /** What follows is any of its kind, and none of this home: "a fridge". */
  readonly indefinite: string;
  /** It says that a plan is not paused: "active", 管用. */
  readonly inForce: string;
  /** The hearer has wished for what was done: "you asked me". */
  readonly atWish: string;
  /** Somebody has: "asked me". */
  readonly bidden: string;
  /** It says no more of a thing than that it can be reached: "connected", 接入. */
  readonly linking: string;
  /** Kilometres, after a number. */
  readonly distances: string;
  /** When a plan runs next. */
  readonly nextTime: string;
  /** The speaker has left something as it is. */
  readonly leaving: string;
  /** Small words without a meaning of their own. */
  readonly small: string;
  /** The forms under which a dictionary may hold an inflected word: "dimmed" is "dim". */
  readonly baseForms: (word: string) => readonly string[];
  /** What the form of a sentence shows that it claims. */
  readonly claimSigns: (sentence: string) => ReadonlySet<ClaimSign>;
}
