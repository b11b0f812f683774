import type { Grammar } from "../../../src/language/index.ts";

export const LOCALE = "de-DE";

const lists = {
  and: new Intl.ListFormat(LOCALE, { type: "conjunction" }),
  or: new Intl.ListFormat(LOCALE, { type: "disjunction" }),
};
const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2, useGrouping: false });

export const grammar: Grammar = {
  list: (items, joining) => lists[joining].format(items),
  sentences: (texts) => texts.filter((text) => text !== "").join(" "),
  quote: (text) => `„${text}“`,
  number: (value) => numbers.format(value),
};

/** "1 Gerät", "3 Geräte". */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence: upper case first, a full stop at the end. "" stays so. */
export function sentence(text: string): string {
  return text === "" ? "" : `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}
