/** Whether a text gives away something that nobody should write down, in one language. */
export type SecretSigns = (text: string) => boolean;

/**
 * A reader of secrets: a word for one, and behind or before it what it is.
 * @param signs `names`: what secrets are called · `given`: what tells that its value follows, or is one
 */
export function secretSignsBy({ names, given }: { readonly names: RegExp; readonly given: RegExp }): SecretSigns {
  return (text) => {
    const plain = text.toLowerCase().replace(/\s+/gu, " ").replace(/’/gu, "'");
    return names.test(plain) && given.test(plain);
  };
}
