import type { Rewording } from "./rewording.ts";

/** Patterns for questions in one language. */
export interface AskingForms {
  /** Rewordings of questions, tried in order; only the first match counts. */
  readonly rewordings: readonly Rewording[];
  /** A whole sentence, in lower case and without its last mark: a question, which must not act. */
  readonly asks: readonly RegExp[];
  /** The same, only with a question mark behind it. */
  readonly asksWithMark: readonly RegExp[];
  /** A question (group `asked`) and a command behind it (group `ordered`), in lower case. */
  readonly thenOrders: readonly RegExp[];
}
