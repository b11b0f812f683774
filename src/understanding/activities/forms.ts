/** How a language speaks of what devices do, as an activity: "mowing", 洗碗. */
export interface ActivityForms {
  /**
   * A whole clause, as for plans: somebody wants an activity (group `what`) to end; the group `more` is where it goes on.
   */
  readonly ends: readonly RegExp[];
  /**
   * All of a clause but the names in it: an activity (group `what`) is to go on; the group `starts` is there where it is said
   * that it shall begin.
   */
  readonly begins: RegExp;
  /** A whole clause, as for plans: somebody asks how long something (group `what`) will still take. */
  readonly lasts: readonly RegExp[];
  /**
   * A whole clause: somebody asks whether something (group `what`) is done with its work; the group `end` is there where its
   * word says nothing else of what has no end.
   */
  readonly done: readonly RegExp[];
  /** A whole clause: somebody asks whether something (group `what`) works no more, whatever it does. */
  readonly stopped: readonly RegExp[];
  /** A whole clause: somebody asks how far something (group `what`) has come, or what it does. */
  readonly howFar: readonly RegExp[];
  /** A whole clause: it shall be told when something (group `what`) is done (group `done`) with its work. */
  readonly awaited: readonly RegExp[];
  /** What goes on, and the kinds of devices that do it. */
  readonly activities: readonly (readonly [kinds: readonly string[], words: RegExp])[];
  /** What it is done to, which says as much where somebody waits for it: "the laundry", 饭. */
  readonly things: readonly (readonly [kinds: readonly string[], words: RegExp])[];
}
