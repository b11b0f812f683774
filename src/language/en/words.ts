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
  /** A colour temperature; its kelvins where they are a round number. */
  white: ({ of, kelvin }: { of: "warm" | "neutral" | "cool"; kelvin: string | null }) =>
    `a ${of} white${kelvin === null ? "" : ` (${kelvin} K)`}`,
  /** What a home is called when nobody named it. */
  home: "Home",
  /** Texts that mean true or false where a value is given, lower case, beside those of the specs. */
  truths: [] as readonly string[],
  falsehoods: [] as readonly string[],
};
