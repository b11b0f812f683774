import type { Spec } from "../../home/index.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import { addToMeaning, type HomePhrases, type MeaningWriter } from "./phrases.ts";

/** Longer descriptions, in tokens, are not indexed. */
const LONGEST = 12;

/** Adds the names of properties, actions and values of a spec to the phrases. */
export function learnSpec(spec: Spec, phrases: HomePhrases): void {
  const learn = (text: string, note: MeaningWriter): void => {
    const tokens = tokenise(normalise(text));
    if (tokens.length > 0 && tokens.length <= LONGEST) phrases.addTokens(tokens, note);
  };
  for (const { type, description, access, values } of spec.properties.values()) {
    if (!access.read && !access.write && !access.notify) continue;
    for (const words of [description, type.replaceAll("-", " ")])
      learn(words, (meaning) => addToMeaning(meaning, "props", type));
    for (const value of values) {
      const words = value.description.toLowerCase();
      // A number is a number before it is a name.
      if (/^\d+$/.test(words)) continue;
      learn(words, (meaning) => addToMeaning(meaning, "listed", words));
    }
  }
  for (const { type, description } of spec.actions.values()) {
    for (const words of [description, type.replaceAll("-", " ")])
      learn(words, (meaning) => addToMeaning(meaning, "actions", type));
  }
}
