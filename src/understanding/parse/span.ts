import type { Meaning } from "../lexicon/types.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import type { Measure } from "./measures.ts";

/** Something known that begins at a token, and what it is worth in a cut. */
export interface Span {
  readonly end: number;
  score: number;
  lex: Meaning | null;
  home: HomeMeaning | null;
  measure: Measure | null;
  readonly guessed?: true;
}

/** Long phrases win over the words in them. */
export const LENGTH_POWER = 1.6;
/** A name of this home wins over an everyday word of the same length. */
export const NAME_BONUS = 0.4;
