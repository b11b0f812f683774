import { cleanText } from "../../home/index.ts";
import { understoodLanguages } from "../languages.ts";
import type { SceneForms } from "../lexicon/types.ts";
import { patternsOf } from "../text/patterns.ts";

/** A request to make a scene. */
export type SceneRequest =
  /** `body`: its commands, in words. */
  | { readonly kind: "listed"; readonly name: string; readonly body: string }
  /** `of`: whose current state is saved; empty: everything here. */
  | { readonly kind: "kept"; readonly name: string; readonly of: string }
  /** A request for a scene that can't be read. */
  | { readonly kind: "unclear" };

/** Longest name of a scene, in characters. */
const MAX_NAME = 60;

/** Whitespace other than single spaces, or at an end. */
const UNEVEN = /[^\S ]|^ | {2}| $/u;

/** Reads "make a scene movie night: lights 20 percent, curtains closed"; null if it is no such request. */
export function readScene(text: string): SceneRequest | null {
  // Collapsed first, because patterns could split runs of blanks in many ways.
  const source = UNEVEN.test(text) ? text.replace(/\s+/gu, " ").trim() : text;
  for (const {
    lexicon: { sceneForms },
  } of understoodLanguages()) {
    if (patternsOf(sceneForms.requests).test(source)) return requestOf(source, sceneForms);
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

/** The name without quotation marks and words for "scene". */
function nameOf(text: string, { fillers }: SceneForms): string {
  let name = cleanText(text, MAX_NAME).trim();
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(fillers, "").trim();
  }
  return name;
}
