import type { Grammar } from "../grammar.ts";
import { localeGrammar } from "../locale.ts";

export const LOCALE = "zh-CN";

/** A choice: 客厅的空调、书房的空调还是主卧的空调. */
export function either(options: readonly string[]): string {
  return options.length < 2 ? (options[0] ?? "") : `${options.slice(0, -1).join("、")}还是${options.at(-1)}`;
}

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.join(""),
  quote: (text) => `“${text}”`,
  unjoined: (name) => name.replace(/(?<=\p{Script=Han})的(?=\p{Script=Han})/gu, ""),
};

/** A room before the things in it: 艾玛的房间 → 艾玛房间, because one 的 is enough. */
export function placeOf(room: string): string {
  return room.replace(/的(房间|卧室|屋)$/, "$1");
}
