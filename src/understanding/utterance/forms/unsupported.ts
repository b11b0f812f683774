/** What no stage reads, by how it is put: the rest of such a sentence would be understood without it. */
export interface UnsupportedForms {
  /** Of a command: it takes what something shall be from another value. What does so exactly is read before. */
  readonly compares: readonly RegExp[];
  /** Of a command: which things are meant depends on how each of them is. */
  readonly picks: readonly RegExp[];
  /** It makes a mode or a scene, or tells where a device is: nothing of that is done to the devices. */
  readonly sets?: readonly RegExp[];
  /** Of a command: it is for the speaker's own room, which is not known here. */
  readonly owns?: readonly RegExp[];
  /** A condition that keeps something from happening: what is kept for later would be kept without it. */
  readonly unless?: readonly RegExp[];
  /** Of a command: it waits for a moment that was told before. */
  readonly waits: readonly RegExp[];
  /** A question: how much lies between two values, how long something lasts, or how a thing comes to be as it is. */
  readonly reckons: readonly RegExp[];
  /** A question: it may ask why something is so, or how it is. */
  readonly causes?: readonly RegExp[];
}
