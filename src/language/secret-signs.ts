/** Whether a text gives away something that nobody should write down, in one language. */
export type SecretSigns = (text: string) => boolean;

/**
 * A reader of secrets: a word for one, and behind or before it what it is.
 * @param signs `names`: what secrets are called · `given`: what tells that its value follows, or is one · `numbered`: what is
 * opened or paid with by a number, which beside it is the secret · `noNumber`: numbers that are none: times, amounts
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
