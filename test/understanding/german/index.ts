import { addPack, type Pack } from "../../../src/language/index.ts";
import { addUnderstoodLanguage, type UnderstoodLanguage } from "../../../src/understanding/languages.ts";
import { GERMAN as PACK } from "../../language/german/index.ts";
import { GERMAN_FORMS, GERMAN_OBJECTIONS } from "./forms.ts";
import { GERMAN_AMOUNTS, GERMAN_CLOCK, GERMAN_GRAMMAR, GERMAN_SIGNS, GERMAN_WRITING } from "./grammar.ts";
import { GERMAN_HAPPENINGS } from "./happenings.ts";
import { vocabulary } from "./vocabulary.ts";
import { GERMAN_WORDS } from "./words.ts";

const pack: Pack = { ...PACK, vocabulary };

const german: UnderstoodLanguage = {
  code: pack.code,
  words: GERMAN_WORDS,
  grammar: GERMAN_GRAMMAR,
  writing: GERMAN_WRITING,
  amounts: GERMAN_AMOUNTS,
  clock: GERMAN_CLOCK,
  forms: GERMAN_FORMS,
  objections: GERMAN_OBJECTIONS,
  happenings: GERMAN_HAPPENINGS,
  signs: GERMAN_SIGNS,
};

/** Teaches German: what is given to it is data. Returns what takes it away again. */
export function learnGerman(): () => void {
  const forget = [addPack(pack), addUnderstoodLanguage(german)];
  return () => {
    for (const each of forget) each();
  };
}
