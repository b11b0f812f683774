/** A way to put something, and the same in the words that the stages read. */
export interface Rewording {
  /** Over a whole sentence without its last mark, whatever the case of its letters. */
  readonly said: RegExp;
  /** Only with the mark of a question behind it. */
  readonly marked?: true;
  /** Builds the plain sentence from the named groups; null if it is no match after all. */
  readonly plain: (groups: Readonly<Record<string, string | undefined>>) => string | null;
}
