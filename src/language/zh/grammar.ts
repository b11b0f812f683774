import { localeGrammar } from "../locale.ts";
import type { Grammar } from "../pack.ts";

export const LOCALE = "zh-CN";

/** 客厅的空调、书房的空调还是主卧的空调: what to choose from. */
export function either(options: readonly string[]): string {
  return options.length < 2 ? (options[0] ?? "") : `${options.slice(0, -1).join("、")}还是${options.at(-1)}`;
}

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.join(""),
  quote: (text) => `“${text}”`,
};
