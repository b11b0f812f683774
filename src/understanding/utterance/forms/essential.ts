/**
 * How a language says that something must keep running, or need not: each pattern is over a whole text in lower case without
 * its last mark, and group `what` is the thing.
 */
export interface EssentialForms {
  readonly essential: readonly RegExp[];
  readonly optional: readonly RegExp[];
  /** It is asked what must keep running. */
  readonly asked: readonly RegExp[];
}
