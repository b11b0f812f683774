/**
 * Patterns for a command that waits until another has finished, over a whole sentence in lower case. Groups: `first` is the
 * command that starts it, or `who` the device that finishes, `then` the command after that, `once` where it is for this time
 * only.
 */
export interface WhenDoneForms {
  readonly says: readonly RegExp[];
  /** The same as a rule for a device by its name: `{name}`, `{then}`. */
  readonly rule: string;
}

/** Patterns for a scene with a duration, over a whole sentence in lower case. Groups: `scene` and `by`. */
export type SlowSceneForms = readonly RegExp[];
