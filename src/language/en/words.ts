/** Single words that stand in many sentences. */
export const words = {
  on: "on",
  off: "off",
  yes: "yes",
  no: "no",
  /** An option, or a text, that is empty. */
  nothing: "none",
  /** A step that has only a number. */
  level: ({ number }: { number: string }) => `level ${number}`,
  /** A colour temperature. */
  white: ({ of }: { of: "warm" | "neutral" | "cool" }) => `${of} white`,
  /** What a home is called when nobody named it. */
  home: "Home",
  /** Texts that mean true or false where a value is given, lower case, beside those of the specs. */
  truths: [] as readonly string[],
  falsehoods: [] as readonly string[],
};
