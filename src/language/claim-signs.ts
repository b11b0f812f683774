/**
 * A sign of what a sentence claims, from its function words and endings, whatever its other words mean.
 * deed: the speaker did something ("I pulled …") · favour: it was done for the hearer · yours: something of the hearer's is in
 * a state just now · your: something of the hearer's is in a state · changed: something definite changed a moment ago ·
 * perfect: something definite has been changed · result: something definite is in the state that an action leaves ·
 * past: something definite did something · aside: a remark beside the answer · asked: a question whether something changed.
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

/** The signs whose pattern matches a text. */
export function claimSignsBy(patterns: Readonly<Partial<Record<ClaimSign, RegExp>>>, text: string): Set<ClaimSign> {
  const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(text));
  return new Set(found.map(([sign]) => sign as ClaimSign));
}
