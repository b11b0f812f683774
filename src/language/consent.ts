import type { Phrase } from "../home/index.ts";
import type { Language } from "./language.ts";
import { textOf } from "./message.ts";
import { packOf } from "./packs.ts";

/**
 * The question before something lasting or sensitive.
 * @param question a message of the section `consent`: what, when, how often, until when, what leaves the house
 * @param why the reasons of the policy; they come first, each once
 */
export function consentQuestion(question: Phrase, why: readonly Phrase[], language: Language): string {
  const { grammar, messages } = packOf(language);
  const reasons = [...new Set(why.map((reason) => textOf(reason, language)).filter((text) => text !== ""))];
  return grammar.sentences([messages.consent.because({ reasons }), textOf(question, language)]);
}
