import type { ErrorDetails, MessageValue, NotedOutcome } from "../home/index.ts";
import { languages } from "../language/index.ts";

/** Converts outcomes of earlier versions: `detail` with `detail.zh` beside it becomes one detail with texts. */
export function outcomesOf<Outcome extends NotedOutcome>(stored: readonly Outcome[]): readonly Outcome[] {
  return stored.map((outcome) => {
    const { error } = outcome;
    if (!error?.details || !Object.keys(error.details).some(isTagged)) return outcome;
    return { ...outcome, error: { ...error, details: folded(error.details) } };
  });
}

function isTagged(name: string): boolean {
  return /\.[a-z]{2,3}$/.test(name);
}

function folded(details: ErrorDetails): ErrorDetails {
  const found: Record<string, MessageValue> = {};
  // A detail without a tag was in the default language.
  const [untagged = ""] = languages();
  for (const [name, value] of Object.entries(details)) {
    if (isTagged(name)) continue;
    const texts = Object.entries(details).flatMap(([other, text]) =>
      isTagged(other) && other.slice(0, other.lastIndexOf(".")) === name
        ? [[other.slice(other.lastIndexOf(".") + 1), String(text)]]
        : [],
    );
    found[name] = texts.length === 0 ? value : { texts: { [untagged]: String(value), ...Object.fromEntries(texts) } };
  }
  return found;
}
