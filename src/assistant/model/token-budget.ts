/** What a tokenizer takes as one: a word's pieces, up to three digits, a Chinese character, a mark. */
const PIECES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}{1,8}|\d{1,3}|\n[ -]*|[^\s\p{L}\d]{1,2}/gu;

/**
 * About how many tokens a text is, without a model's own tokenizer: a few percent from o200k_base for what stands in prompts
 * here. For sharing out a budget, not for counting what was used.
 */
export function roughTokens(text: string): number {
  return text.match(PIECES)?.length ?? 0;
}

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
