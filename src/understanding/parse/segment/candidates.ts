import type { LexicalMeaning } from "../../lexicon/types.ts";
import type { HomeMeaning } from "../../names/phrases.ts";
import type { Measure } from "../measure/measures.ts";

/** Something known that begins at a token, and what it is worth in a cut. */
export interface CandidatePhrase {
  readonly end: number;
  score: number;
  lex: LexicalMeaning | null;
  home: HomeMeaning | null;
  measure: Measure | null;
  readonly guessed?: true;
}

/** Long phrases win over the words in them. */
export const LENGTH_POWER = 1.6;
/** A name of this home wins over an everyday word of the same length. */
export const NAME_BONUS = 0.4;
