import type { Rewording } from "./rewording.ts";

/** How a language asks. */
export interface AskingForms {
  /** Ways to ask, tried in order: only the first that fits is put in other words. */
  readonly rewordings: readonly Rewording[];
  /** A whole sentence, in lower case and without its last mark: it asks, and so commands nothing. */
  readonly asks: readonly RegExp[];
  /** The same where the mark of a question stands behind it. */
  readonly asksWithMark: readonly RegExp[];
  /** A question (`asked`) and a command behind it (`ordered`), in lower case: only the question commands nothing. */
  readonly thenOrders: readonly RegExp[];
}
