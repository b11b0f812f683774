/** How a language joins and writes parts of sentences. */
export interface Grammar {
  /** "a, b and c", "a、b和c". */
  list(items: readonly string[], joining: "and" | "or"): string;
  /** Several whole sentences as one text; empty ones are left out. */
  sentences(texts: readonly string[]): string;
  /** A text in quotation marks. */
  quote(text: string): string;
  /** A number with at most two decimals. */
  number(value: number): string;
  /** A name without its connectives: 厨房吸顶灯 for 厨房的吸顶灯, which are the same name. Left out when the language has none. */
  unjoined?(name: string): string;
}
