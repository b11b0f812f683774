/**
 * What the form of a sentence shows that it claims, by its small words and endings, whatever its other words mean.
 * deed: the speaker has done something, "I pulled …" · favour: it was done for the hearer · yours: something of the
 * hearer's is so just now · your: something of the hearer's is so · changed: something definite changed a moment ago ·
 * perfect: something definite has been changed · result: something definite is in the state that a deed leaves ·
 * past: something definite did something · aside: it is said beside the answer · asked: it asks whether something has
 * become so.
 */
export type ClaimSign =
  | "deed"
  | "favour"
  | "yours"
  | "your"
  | "changed"
  | "perfect"
  | "result"
  | "past"
  | "aside"
  | "asked";

/** The signs of which a pattern of theirs is in a text. */
export function signsBy(patterns: Readonly<Partial<Record<ClaimSign, RegExp>>>, text: string): Set<ClaimSign> {
  const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(text));
  return new Set(found.map(([sign]) => sign as ClaimSign));
}
