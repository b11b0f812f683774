/** A way to put something, most of all a question, and the same in the words that the stages read. */
export interface Rewording {
  /** Over a whole sentence without its last mark, whatever the case of its letters. */
  readonly said: RegExp;
  /** Only with the mark of a question behind it. */
  readonly marked?: true;
  /** From the named groups of what was found. */
  readonly plain: (groups: Readonly<Record<string, string | undefined>>) => string;
}

/** How a language asks, and puts otherwise what is said more plainly. */
export interface AskingForms {
  /** Tried in order, each at most once, over what the one before made of it. */
  readonly rewordings: readonly Rewording[];
  /** A whole sentence, in lower case and without its last mark: it asks, and so commands nothing. */
  readonly asks: readonly RegExp[];
  /** The same where the mark of a question stands behind it. */
  readonly asksWithMark: readonly RegExp[];
}
