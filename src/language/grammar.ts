/** What a language does with parts of sentences. */
export interface Grammar {
  /** "a, b and c", "a、b和c". */
  list(items: readonly string[], joining: "and" | "or"): string;
  /** Several whole sentences as one text; empty ones are left out. */
  sentences(texts: readonly string[]): string;
  /** A text that is quoted. */
  quote(text: string): string;
  /** A number as it is written: at most two decimals. */
  number(value: number): string;
  /** A name without the words that join its parts, 厨房吸顶灯 for 厨房的吸顶灯: both are one name. Left out: it has none. */
  unjoined?(name: string): string;
}
