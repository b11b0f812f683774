import { countTokens } from "gpt-tokenizer";

/**
 * Tokens of a text by o200k_base. Models count with tokenizers of their own, and differ by a fifth or so, more in Chinese;
 * one that is the same everywhere makes figures comparable.
 */
export function tokensOf(text: string): number {
  return countTokens(text);
}
