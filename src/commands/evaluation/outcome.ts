import type { CaseResult, CaseVerdict } from "./judge.ts";

/**
 * The outcome of a case. The first that applies, in this order: wrong: something was done or planned that was not
 * expected · right: everything expected holds · asked: the last reply waits for an answer · handed-on: a sentence was
 * not understood, and nothing was done · refused: a part of a sentence was refused · other: done in part, or another
 * answer.
 */
export const CASE_OUTCOMES = ["wrong", "right", "asked", "handed-on", "refused", "other"] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** The outcome of a judged case. */
export function caseOutcome(
  { succeeded, wrongAction }: CaseVerdict,
  { asked, handled, refused }: CaseResult,
): CaseOutcome {
  if (wrongAction) return "wrong";
  if (succeeded) return "right";
  if (asked) return "asked";
  if (!handled) return "handed-on";
  return refused > 0 ? "refused" : "other";
}
