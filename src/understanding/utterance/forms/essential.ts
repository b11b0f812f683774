/**
 * Patterns for essential devices in one language: each is over a whole text in lower case without its last mark; group `what`:
 * the thing.
 */
export interface EssentialForms {
  readonly essential: readonly RegExp[];
  readonly optional: readonly RegExp[];
  /** A question which devices are essential. */
  readonly questions: readonly RegExp[];
}
