import { understoodLanguages } from "../languages.ts";
import { withoutEndMark } from "../text/pattern-text.ts";

/** What is said of what must keep running. */
export type EssentialRequest =
  | { readonly kind: "mark"; readonly what: string; readonly essential: boolean }
  /** What must keep running is asked. */
  | { readonly kind: "asked" };

/** Longer sentences say more than that. */
const LONGEST = 120;

/** Whether a text says, or asks, what must keep running: "the pond pump is essential". Null for any other. */
export function essentialRequestIn(text: string): EssentialRequest | null {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return null;
  for (const { marking } of understoodLanguages()) {
    if (!marking) continue;
    if (marking.asked.some((pattern) => pattern.test(source))) return { kind: "asked" };
    // "Is not essential" is no thing that is.
    for (const essential of [false, true]) {
      for (const pattern of essential ? marking.essential : marking.optional) {
        const what = pattern.exec(source)?.groups?.["what"];
        if (what !== undefined) return { kind: "mark", what, essential };
      }
    }
  }
  return null;
}
