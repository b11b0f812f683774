/**
 * A sign of what a person wants, from the form of a text, whatever its other words mean.
 * order: a request or wish · tale: a tale of what was, or what shall end · states: a statement how something is · recurs:
 * something shall happen again and again · spares: something shall stay as it is, or is left out · remembers: something shall be
 * remembered · forgets: something shall be forgotten · perhaps: something only imagined · others: somebody else does or wants
 * it · discards: something is thrown away, in a word with other meanings.
 */
export type WishSign =
  | "order"
  | "tale"
  | "states"
  | "recurs"
  | "spares"
  | "perhaps"
  | "others"
  | "discards"
  | "remembers"
  | "forgets";

/** Finds the signs of a text, in one language. */
export type WishSigns = (text: string) => ReadonlySet<WishSign>;

/** Makes a finder of signs from a pattern for each. */
export function wishSignsBy(patterns: Readonly<Record<WishSign, RegExp>>): WishSigns {
  return (text) => {
    const plain = text.toLowerCase().replace(/\s+/gu, " ").replace(/’/gu, "'").trim();
    const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(plain));
    return new Set(found.map(([sign]) => sign as WishSign));
  };
}
