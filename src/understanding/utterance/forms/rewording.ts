/** A way to put something, and the same in the words that the stages read. */
export interface Rewording {
  /** Over a whole sentence without its last mark, whatever the case of its letters. */
  readonly said: RegExp;
  /** Only with the mark of a question behind it. */
  readonly marked?: true;
  /** From the named groups of what was found; null where it is not such a way after all. */
  readonly plain: (groups: Readonly<Record<string, string | undefined>>) => string | null;
}
