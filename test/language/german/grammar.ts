import type { Grammar } from "../../../src/language/index.ts";

export const LOCALE = "de-DE";

const lists = {
  and: new Intl.ListFormat(LOCALE, { type: "conjunction" }),
  or: new Intl.ListFormat(LOCALE, { type: "disjunction" }),
};
const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2, useGrouping: false });
const plurals = new Intl.PluralRules(LOCALE);

export const grammar: Grammar = {
  list: (items, joining) => lists[joining].format(items),
  sentences: (texts) => texts.filter((text) => text !== "").join(" "),
  quote: (text) => `„${text}“`,
  number: (value) => numbers.format(value),
};

/** "1 Minute", "2 Minuten". */
export function counted(count: number, one: string, several: string): string {
  return `${numbers.format(count)} ${plurals.select(count) === "one" ? one : several}`;
}

/** A sentence: upper case first, a full stop at the end. "" stays so. */
export function sentence(text: string): string {
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** The verb for one subject or several. */
export function is(count: number): string {
  return count === 1 ? "ist" : "sind";
}
