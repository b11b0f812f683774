import { understoodLanguages } from "../languages.ts";
import { withoutEndMark } from "../text/pattern-text.ts";

/** A statement or question about devices that must keep running. */
export type EssentialRequest =
  | { readonly kind: "mark"; readonly what: string; readonly essential: boolean }
  /** A question which devices must keep running. */
  | { readonly kind: "asked" };

/** Longer sentences say more than that. */
const LONGEST = 120;

/** Reads a statement or question about essential devices: "the pond pump is essential". Null for any other text. */
export function essentialRequestIn(text: string): EssentialRequest | null {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return null;
  for (const { essential: forms } of understoodLanguages()) {
    if (!forms) continue;
    if (forms.questions.some((pattern) => pattern.test(source))) return { kind: "asked" };
    // "Is not essential" would match both, so it is tried first.
    for (const essential of [false, true]) {
      for (const pattern of essential ? forms.essential : forms.optional) {
        const what = pattern.exec(source)?.groups?.["what"];
        if (what !== undefined) return { kind: "mark", what, essential };
      }
    }
  }
  return null;
}
