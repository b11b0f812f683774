import { cleanText } from "../../home/index.ts";
import { understoodLanguages } from "../languages.ts";
import type { SceneForms } from "../lexicon/types.ts";
import { patternsOf } from "../text/patterns.ts";

/** A text that asks for a scene to be made. */
export type SceneRequest =
  /** `body`: what it is to hold, in the words of commands. */
  | { readonly kind: "listed"; readonly name: string; readonly body: string }
  /** `of`: what is kept as it is now; empty: everything here. */
  | { readonly kind: "kept"; readonly name: string; readonly of: string }
  /** It asks for a scene, but which is not clear. */
  | { readonly kind: "unclear" };

/** The longest name that is taken from a sentence. */
const MAX_NAME = 60;

/** Blanks of another kind, several at once, or at an end. */
const UNEVEN = /[^\S ]|^ | {2}| $/u;

/** Reads "make a scene movie night: lights 20 percent, curtains closed"; null when no scene is to be made. */
export function readScene(text: string): SceneRequest | null {
  // Runs of blanks can be cut in as many ways as they are long.
  const source = UNEVEN.test(text) ? text.replace(/\s+/gu, " ").trim() : text;
  for (const {
    words: { sceneForms },
  } of understoodLanguages()) {
    if (patternsOf(sceneForms.asked).test(source)) return requestOf(source, sceneForms);
  }
  return null;
}

function requestOf(source: string, forms: SceneForms): SceneRequest {
  for (const pattern of forms.listed) {
    const { name = "", body = "" } = pattern.exec(source)?.groups ?? {};
    const called = nameOf(name, forms);
    if (called === "" || body.trim() === "") continue;
    const present = forms.present.exec(body.trim());
    return present
      ? { kind: "kept", name: called, of: present.groups?.["of"]?.trim() ?? "" }
      : { kind: "listed", name: called, body };
  }
  for (const pattern of forms.kept) {
    const { name = "", of = "" } = pattern.exec(source)?.groups ?? {};
    const called = nameOf(name, forms);
    if (called === "" || of.trim() === "") continue;
    const present = forms.present.exec(of.trim());
    return { kind: "kept", name: called, of: present ? (present.groups?.["of"]?.trim() ?? "") : of.trim() };
  }
  return { kind: "unclear" };
}

/** The name without quotation marks and without the words that only say that it is a scene. */
function nameOf(text: string, { beside }: SceneForms): string {
  let name = cleanText(text, MAX_NAME).trim();
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(beside, "").trim();
  }
  return name;
}
