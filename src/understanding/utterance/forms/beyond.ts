/** What no stage reads, by how it is put: the rest of such a sentence would be understood without it. */
export interface BeyondForms {
  /** Of a command: it takes what something shall be from another value. What does so exactly is read before. */
  readonly compares: readonly RegExp[];
  /** Of a command: which things are meant depends on how each of them is. */
  readonly picks: readonly RegExp[];
  /** Of a command: it waits for a moment that was told before. */
  readonly waits: readonly RegExp[];
  /** A question: how much lies between two values, how long something lasts, or how a thing comes to be as it is. */
  readonly reckons: readonly RegExp[];
  /** A question: it may ask why something is so, or how it is. */
  readonly causes?: readonly RegExp[];
}
