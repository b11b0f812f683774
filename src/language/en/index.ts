import type { Pack } from "../pack.ts";
import { answerWords } from "./answer-words.ts";
import { essentialNames, mainValves } from "./essential-names.ts";
import { grammar, LOCALE } from "./grammar.ts";
import { messages } from "./messages.ts";
import { secretSigns } from "./secret-signs.ts";
import { statementWords } from "./statement-words.ts";
import { taskSigns } from "./task-signs.ts";
import { vocabulary } from "./vocabulary/index.ts";
import { wishSigns } from "./wish-signs.ts";

export const ENGLISH: Pack = {
  code: "en",
  locale: LOCALE,
  names: ["english", "英文", "英语"],
  writes: () => false,
  ownScript: false,
  marksPlural: true,
  ofSpecs: true,
  grammar,
  vocabulary,
  messages,
  essentialNames,
  mainValves,
  answerWords,
  statementWords,
  wishSigns,
  secretSigns,
  taskSigns,
};
