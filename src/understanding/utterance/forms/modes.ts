/**
 * How a language speaks of the modes of the home. Each pattern is over a whole text in lower case without its last mark; group
 * `name` is what the mode is called.
 */
export interface ModeForms {
  /** The home is meant, whatever else has a mode of that name. */
  readonly home: readonly RegExp[];
  /** A mode is named; it may be one of a device that is talked about. */
  readonly named: readonly RegExp[];
  /** A mode is named without the word for one: gone to, begun, ended. */
  readonly bare: Readonly<Record<"goes" | "begins" | "ends", readonly RegExp[]>>;
  /** What is played or what machines do: by such a name alone, and without the word for a mode, no mode is meant. */
  readonly played: RegExp;
  /** What is told that ends a mode, keyed by its id: who wakes up, who comes back. */
  readonly over: Readonly<Record<string, readonly RegExp[]>>;
  /** A greeting that ends the night, in front of what else is said. */
  readonly greeted: readonly RegExp[];
  /** A mode shall be made, or one is to go for good. */
  readonly made: readonly RegExp[];
  readonly removed: readonly RegExp[];
  /** What a mode does; keyed by its id where it is asked for by what begins it. */
  readonly does: readonly RegExp[];
  readonly doesWhen: Readonly<Record<string, readonly RegExp[]>>;
  /** When a mode began, or since when it is on. */
  readonly when: readonly RegExp[];
  /** The present mode is asked for, unless a device is talked about. */
  readonly askedHere: readonly RegExp[];
  /** What stands behind the name of a mode. */
  readonly word: string;
  /** It is over: the home is in its first mode again. */
  readonly ended: readonly RegExp[];
  /** The present mode is asked for; which there are. */
  readonly asked: readonly RegExp[];
  readonly listed: readonly RegExp[];
  /** What is told that means a mode, keyed by its id. */
  readonly told: Readonly<Record<string, readonly RegExp[]>>;
}
