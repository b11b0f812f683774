/**
 * Patterns for the modes of the home in one language. Each is over a whole text in lower case without its last mark; group
 * `name`: the name of the mode.
 */
export interface ModeForms {
  /** A mode of the home, even if a device has one of that name. */
  readonly home: readonly RegExp[];
  /** A mode of the home, or of a device in focus. */
  readonly named: readonly RegExp[];
  /** A mode without the word for one: changed to, begun, ended. */
  readonly bare: Readonly<Record<"goes" | "begins" | "ends", readonly RegExp[]>>;
  /** Names that mean no mode without the word for one: things to play, programs of machines. */
  readonly played: RegExp;
  /** Statements that end a mode, keyed by its id: somebody wakes up or comes back. */
  readonly over: Readonly<Record<string, readonly RegExp[]>>;
  /** A greeting at the beginning that ends the night. */
  readonly greeted: readonly RegExp[];
  /** Creating and deleting a mode. */
  readonly made: readonly RegExp[];
  readonly removed: readonly RegExp[];
  /** Asks what a mode does; `doesWhen` by the event that begins it, keyed by the id of the mode. */
  readonly does: readonly RegExp[];
  readonly doesWhen: Readonly<Record<string, readonly RegExp[]>>;
  /** Asks when a mode began. */
  readonly when: readonly RegExp[];
  /** Asks for the present mode, unless a device is in focus. */
  readonly questionsHere: readonly RegExp[];
  /** The word for "mode" behind a name. */
  readonly word: string;
  /** Ends a mode; the home returns to its first mode. */
  readonly ended: readonly RegExp[];
  /** Asks for the present mode; `listed`: which modes there are. */
  readonly questions: readonly RegExp[];
  readonly listed: readonly RegExp[];
  /** Statements that begin a mode, keyed by its id. */
  readonly statements: Readonly<Record<string, readonly RegExp[]>>;
}
