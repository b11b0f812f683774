import { UNDERSTOOD_ENGLISH } from "./languages/en/index.ts";
import { UNDERSTOOD_CHINESE } from "./languages/zh/index.ts";
import type { UnderstoodLanguage } from "./understood-language.ts";

const known: UnderstoodLanguage[] = [UNDERSTOOD_ENGLISH, UNDERSTOOD_CHINESE];
/** Counts changes of the list of languages. */
let changes = 0;

/** Every language that is understood; where several are written with the same letters, the first is the usual one. */
export function understoodLanguages(): readonly UnderstoodLanguage[] {
  return known;
}

/** Adds a language, for homes that are indexed afterwards. Returns a function that removes it. */
export function addUnderstoodLanguage(language: UnderstoodLanguage): () => void {
  known.push(language);
  changes += 1;
  return () => {
    const at = known.indexOf(language);
    if (at < 0) return;
    known.splice(at, 1);
    changes += 1;
  };
}

/** A value made of all languages: made on first use, and again when a language was added or removed. */
export function ofLanguages<Value>(make: (languages: readonly UnderstoodLanguage[]) => Value): () => Value {
  let made: { readonly value: Value; readonly of: number } | null = null;
  return () => {
    if (made?.of !== changes) made = { value: make(known), of: changes };
    return made.value;
  };
}
