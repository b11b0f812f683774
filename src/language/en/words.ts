/** Single words that stand in many sentences. */
export const words = {
  on: "on",
  off: "off",
  yes: "yes",
  no: "no",
  /** Texts that mean true or false where a value is given, lower case, beside those of the specs. */
  truths: [] as readonly string[],
  falsehoods: [] as readonly string[],
};
