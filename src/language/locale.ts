import type { Grammar } from "./pack.ts";

/** The parts of a grammar that `Intl` knows for a locale (BCP 47): lists, and numbers with at most two decimals. */
export function localeGrammar(locale: string): Pick<Grammar, "list" | "number"> {
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  return {
    list: (items, joining) => lists[joining].format(items),
    number: (value) => numbers.format(value),
  };
}
