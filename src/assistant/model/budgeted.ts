import { roughTokens } from "./rough-tokens.ts";

/**
 * As many texts as the budget holds, the first in any case, and how many more there are.
 * @param budget about how many tokens
 * @param more says how many are left out
 */
export function budgeted(
  texts: readonly string[],
  budget: number,
  more: (count: number) => string,
  between = ", ",
): { readonly text: string; readonly whole: boolean } {
  const shown: string[] = [];
  let left = budget;
  for (const text of texts) {
    left -= roughTokens(text) + 1;
    if (left < 0 && shown.length > 0) break;
    shown.push(text);
  }
  const rest = texts.length - shown.length;
  return { text: [...shown, ...(rest > 0 ? [more(rest)] : [])].join(between), whole: rest === 0 };
}
