import { localeGrammar } from "../locale.ts";
import type { Grammar } from "../pack.ts";

export const LOCALE = "zh-CN";

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.join(""),
  quote: (text) => `“${text}”`,
};
