/** Patterns for the activities of devices in one language: "mowing", 洗碗. */
export interface ActivityForms {
  /**
   * A whole clause, as for plans: an activity (group `what`) shall end; group `more`: the place.
   */
  readonly ends: readonly RegExp[];
  /**
   * A clause without its names: an activity (group `what`) shall run; group `starts`: a word for beginning.
   */
  readonly begins: RegExp;
  /** A whole clause, as for plans: how long something (group `what`) will still take. */
  readonly lasts: readonly RegExp[];
  /**
   * A whole clause: whether something (group `what`) has finished; group `end`: a word that for a device without an end asks
   * for its state.
   */
  readonly done: readonly RegExp[];
  /** A whole clause: whether something (group `what`) has stopped, whatever it does. */
  readonly stopped: readonly RegExp[];
  /** A whole clause: the progress of something (group `what`), or what it does. */
  readonly howFar: readonly RegExp[];
  /** A whole clause: a notice is wanted when something (group `what`) has finished (group `done`). */
  readonly awaited: readonly RegExp[];
  /** Activities, with the kinds of devices that do them. */
  readonly activities: readonly (readonly [kinds: readonly string[], words: RegExp])[];
  /** Objects of activities, which stand for them in a question: "the laundry", 饭. */
  readonly things: readonly (readonly [kinds: readonly string[], words: RegExp])[];
}
