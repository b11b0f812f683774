import type { Grammar } from "../pack.ts";

export const LOCALE = "zh-CN";

const lists = {
  and: new Intl.ListFormat(LOCALE, { type: "conjunction" }),
  or: new Intl.ListFormat(LOCALE, { type: "disjunction" }),
};
const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2, useGrouping: false });

export const grammar: Grammar = {
  list: (items, joining) => lists[joining].format(items),
  sentences: (texts) => texts.join(""),
  quote: (text) => `“${text}”`,
  number: (value) => numbers.format(value),
};
