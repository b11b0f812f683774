/**
 * How a language speaks of the modes of the home. Each pattern is over a whole text in lower case without its last mark; group
 * `name` is what the mode is called.
 */
export interface ModeForms {
  /** The home is meant, whatever else has a mode of that name. */
  readonly home: readonly RegExp[];
  /** A mode is named; it may be one of a device that is talked about. */
  readonly named: readonly RegExp[];
  /** It is over: the home is in its first mode again. */
  readonly ended: readonly RegExp[];
  /** The present mode is asked for; which there are. */
  readonly asked: readonly RegExp[];
  readonly listed: readonly RegExp[];
  /** What is told that means a mode, keyed by its id. */
  readonly told: Readonly<Record<string, readonly RegExp[]>>;
}
