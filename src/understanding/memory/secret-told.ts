import { memoryForms } from "./compiled-forms.ts";

/** In UTF-16 units: longer texts say more. */
const LONGEST = 400;

/**
 * Whether a text asks for something to be remembered, or is only a statement. A question or command is neither.
 * @param asked only where it is asked to be remembered
 */
export function tellsToKeep(text: string, asked = false): boolean {
  if (text.length > LONGEST) return false;
  const plain = text.normalize("NFKC").replace(/’/gu, "'").replace(/\s+/gu, " ").trim();
  return memoryForms().some(({ forms: { kept } }) => {
    if (kept.asks.test(plain)) return false;
    return kept.keeps.test(plain) || (!asked && kept.states.test(plain.replace(/[.!。！]+$/u, "")));
  });
}
