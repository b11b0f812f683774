/** Whether a text contains a secret, in one language. */
export type SecretSigns = (text: string) => boolean;

/**
 * Makes a detector of secrets: a word for a secret with its value beside it.
 * @param signs `names`: words for secrets · `given`: words or forms of a value · `numbered`: things that a number opens or pays
 * with; a number beside them is the secret · `noNumber`: numbers that are none: times, amounts
 */
export function secretSignsBy({
  names,
  given,
  numbered,
  noNumber,
}: {
  readonly names: RegExp;
  readonly given: RegExp;
  readonly numbered: RegExp;
  readonly noNumber: RegExp;
}): SecretSigns {
  return (text) => {
    const plain = text.toLowerCase().replace(/\s+/gu, " ").replace(/’/gu, "'");
    if (names.test(plain) && given.test(plain)) return true;
    return numbered.test(plain) && NUMBER.test(plain.replace(noNumber, " , "));
  };
}

/** Four digits or more in a row, with what people put between them. */
const NUMBER = /\d(?:[ \-.、/]{0,3}\d){3,}/u;
