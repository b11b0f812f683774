import { memoryForms } from "./compiled-forms.ts";

/** Longer texts tell more than that. */
const LONGEST = 400;

/**
 * Whether a text tells something that is to be kept: it is asked to be remembered, or it is told and nothing else is said.
 * A question and a command are neither.
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
