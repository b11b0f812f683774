/** What a tokenizer takes as one: a word's pieces, up to three digits, a Chinese character, a mark. */
const PIECES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}{1,8}|\d{1,3}|\n[ -]*|[^\s\p{L}\d]{1,2}/gu;

/**
 * About how many tokens a text is, without a model's own tokenizer: a few percent from o200k_base for what stands in prompts
 * here. For sharing out a budget, not for counting what was used.
 */
export function roughTokens(text: string): number {
  return text.match(PIECES)?.length ?? 0;
}
