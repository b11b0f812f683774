import { addPack, type Pack } from "../../../src/language/index.ts";
import { addUnderstoodLanguage } from "../../../src/understanding/languages.ts";
import type { UnderstoodLanguage } from "../../../src/understanding/understood-language.ts";
import { GERMAN as PACK } from "../../language/german/index.ts";
import { GERMAN_EVENTS } from "./events.ts";
import { GERMAN_AMOUNTS, GERMAN_CLOCK, GERMAN_GRAMMAR, GERMAN_SPEC_TEXT, GERMAN_WRITING } from "./grammar.ts";
import { GERMAN_LEXICON } from "./lexicon.ts";
import { GERMAN_OBJECTIONS } from "./objections.ts";
import { GERMAN_UTTERANCES } from "./utterances.ts";
import { vocabulary } from "./vocabulary.ts";

const pack: Pack = { ...PACK, vocabulary };

/** What is understood in German. */
export const UNDERSTOOD_GERMAN: UnderstoodLanguage = {
  code: pack.code,
  lexicon: GERMAN_LEXICON,
  grammar: GERMAN_GRAMMAR,
  writing: GERMAN_WRITING,
  amounts: GERMAN_AMOUNTS,
  clock: GERMAN_CLOCK,
  utterances: GERMAN_UTTERANCES,
  objections: GERMAN_OBJECTIONS,
  events: GERMAN_EVENTS,
  specText: GERMAN_SPEC_TEXT,
};

/** Teaches German: what is given to it is data. Returns what takes it away again. */
export function learnGerman(): () => void {
  const forget = [addPack(pack), addUnderstoodLanguage(UNDERSTOOD_GERMAN)];
  return () => {
    for (const each of forget) each();
  };
}
