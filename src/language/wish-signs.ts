/**
 * What the form of a person's words shows of what they want, whatever their other words mean.
 * order: they ask for it or wish it · tale: they tell what was, or what shall end ·
 * states: they say how something is · recurs: it is to be so again and again · spares: something is to stay as it is, or is
 * left out · remembers: something is to be kept in mind · forgets: it is to be forgotten · perhaps: it is only imagined · others: somebody else does or wants it · discards: it is thrown away, in a word that
 * has other meanings.
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

/** The signs that a text shows, in one language. */
export type WishSigns = (text: string) => ReadonlySet<WishSign>;

/** A reader of signs by the pattern of each. */
export function wishSignsBy(patterns: Readonly<Record<WishSign, RegExp>>): WishSigns {
  return (text) => {
    const plain = text.toLowerCase().replace(/\s+/gu, " ").replace(/’/gu, "'").trim();
    const found = Object.entries(patterns).filter(([, pattern]) => pattern.test(plain));
    return new Set(found.map(([sign]) => sign as WishSign));
  };
}
