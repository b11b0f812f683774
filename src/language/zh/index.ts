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

export const CHINESE: Pack = {
  code: "zh",
  locale: LOCALE,
  names: ["中文", "chinese", "cn"],
  writes: (text) => /\p{Script=Han}/u.test(text),
  ownScript: true,
  marksPlural: false,
  ofSpecs: false,
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
