import type { LexicalMeaning } from "../../lexicon/types.ts";
import type { HomeMeaning } from "../../names/phrases.ts";
import type { Measure } from "../measure/measures.ts";

/** A candidate phrase that begins at a token, with its score. */
export interface CandidatePhrase {
  readonly end: number;
  score: number;
  lex: LexicalMeaning | null;
  home: HomeMeaning | null;
  measure: Measure | null;
  readonly guessed?: true;
}

/** Exponent of the length in tokens in the score: long phrases win over their words. */
export const LENGTH_POWER = 1.6;
/** Bonus for a name of this home over an everyday word of the same length. */
export const NAME_BONUS = 0.4;
