/** Single words that many sentences use. */
export const words = {
  on: "on",
  off: "off",
  yes: "yes",
  no: "no",
  /** The text for an empty option or value. */
  nothing: "none",
  /** A numbered step. */
  level: ({ number }: { number: string }) => `level ${number}`,
  /** A colour temperature. */
  white: ({ of }: { of: "warm" | "neutral" | "cool" }) => `${of} white`,
  /** The default name of a home. */
  home: "Home",
  /** Words for true and false as values of commands, lower case, beside those of the specs. */
  truths: [] as readonly string[],
  falsehoods: [] as readonly string[],
};
