import { memoryForms } from "./compiled-forms.ts";

/** A time that was told, with the half of the day that an answer says: "yoga is at seven", "in the evening". Null where it says none. */
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
