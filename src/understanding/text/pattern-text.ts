/** How a text is put before it meets the patterns of whole sentences. */
import { ofLanguages } from "../languages.ts";
import { normalise } from "./tokens.ts";
import { canonicalCharacter, writingRules } from "./writing.ts";

/** One of the characters that are read as another; null where no language has any. */
const variant = ofLanguages(() => {
  const characters = [...writingRules().variants.keys()].join("");
  return characters === "" ? null : new RegExp(`[${characters.replace(/[\\\]^-]/gu, "\\$&")}]`, "gu");
});

/** Each character as it is read, in a text of the same length: 離家 as 离家. */
export function withCanonicalCharacters(text: string): string {
  const pattern = variant();
  return pattern ? text.replace(pattern, canonicalCharacter) : text;
}

/** As the patterns are written: in lower case, each character as it is read, and without the marks that end a statement. */
export function patternText(text: string): string {
  const said = withCanonicalCharacters(normalise(text).toLowerCase());
  return said.replaceAll("’", "'").replace(/[\s.!。,]+$/u, "");
}

/** The same without a question mark: for patterns that are the same however the voice goes. */
export function withoutEndMark(text: string): string {
  return patternText(text).replace(/\s*\?[\s.!?。]*$/u, "");
}
