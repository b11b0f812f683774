/** Prepares texts for patterns over whole sentences. */
import { ofLanguages } from "../languages.ts";
import { normalise } from "./tokens.ts";
import { canonicalCharacter, writingRules } from "./writing.ts";

/** Matches a character that has a canonical form; null if no language has any. */
const variant = ofLanguages(() => {
  const characters = [...writingRules().variants.keys()].join("");
  return characters === "" ? null : new RegExp(`[${characters.replace(/[\\\]^-]/gu, "\\$&")}]`, "gu");
});

/** Replaces each character by its canonical form; the length stays: 離家 becomes 离家. */
export function withCanonicalCharacters(text: string): string {
  const pattern = variant();
  return pattern ? text.replace(pattern, canonicalCharacter) : text;
}

/** A text in the form of the patterns: lower case, canonical characters, no marks at the end but a question mark. */
export function patternText(text: string): string {
  const said = withCanonicalCharacters(normalise(text).toLowerCase());
  return said.replaceAll("’", "'").replace(/[\s.!。,]+$/u, "");
}

/** The same without a question mark at the end, for patterns that fit questions and statements alike. */
export function withoutEndMark(text: string): string {
  return patternText(text).replace(/\s*\?[\s.!?。]*$/u, "");
}
