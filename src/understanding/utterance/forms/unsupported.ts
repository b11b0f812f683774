/** Patterns for requests that the stages would only half understand; such sentences are handed on. */
export interface UnsupportedForms {
  /** In a command: a value taken from another thing. Exact comparisons are read before. */
  readonly compares: readonly RegExp[];
  /** In a command: things selected by their state. */
  readonly picks: readonly RegExp[];
  /** Making a mode or a scene, or telling the place of a device: no command to the devices. */
  readonly sets?: readonly RegExp[];
  /** In a command: the speaker's own room. */
  readonly owns?: readonly RegExp[];
  /** A condition with "unless", which would be lost in a stored step. */
  readonly unless?: readonly RegExp[];
  /** In a command: it waits for an event that was told before. */
  readonly waits: readonly RegExp[];
  /** A question for a difference of values, a duration, or a cause. */
  readonly reckons: readonly RegExp[];
  /** A question for a cause or a state. */
  readonly causes?: readonly RegExp[];
}
