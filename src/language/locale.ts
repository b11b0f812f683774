import type { Grammar } from "./grammar.ts";

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

/** The lower end of a range without the unit that the upper end has as well: "16 °C", "28 °C" → "16". */
export function lowerEnd(from: string, to: string): string {
  const unit = (text: string): string => text.replace(/^-?[\d.,]+/, "");
  return unit(from) === unit(to) ? from.slice(0, from.length - unit(from).length) : from;
}
