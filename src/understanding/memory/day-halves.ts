import { memoryForms } from "./compiled-forms.ts";

/**
 * Completes a time with the half of the day from an answer: "yoga is at seven", "in the evening". Null where the answer is
 * something else.
 */
export function completedHalf(told: string, answer: string): string | null {
  const said = answer.trim().replace(/[\s.。!！,，]+$/u, "");
  for (const { forms } of memoryForms()) {
    const { am, pm } = forms.halves;
    if (!new RegExp(`^${forms.lead}(?:${am}|${pm})${forms.tail}$`, "iu").test(said)) continue;
    const bare = told.trim().replace(/[\s.。!！]+$/u, "");
    return /\w$/u.test(bare) ? `${bare} ${said}` : bare + said;
  }
  return null;
}
