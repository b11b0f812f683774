import type { Rewording } from "../utterance/forms/rewording.ts";
import type { PastWhat } from "./question.ts";
import type { PastWords } from "./words.ts";

/** What is asked, without the spans: those are read before. */
export type SaidWhat =
  /** Since when it has been so: the state tells it, and the history where that knows more. */
  | { readonly kind: "since" }
  /** How it is now, in the words of the questions of the form. */
  | { readonly kind: "now" }
  | Exclude<PastWhat, { kind: "compared" | "energy" }>
  | Omit<Extract<PastWhat, { kind: "compared" }>, "than">
  | (Omit<Extract<PastWhat, { kind: "energy" }>, "than"> & { readonly more: boolean | null });

/** What a question about the past asks, with questions about now, the first that is understood of which finds what it is about. */
export interface SaidPast {
  /** null: what the question about now asks, asked of then. */
  readonly what: SaidWhat | null;
  /** None: it is about all of the home. */
  readonly plain: readonly string[];
}

/** One way to ask. Groups are those of `said`; `than` is the number of the span that is compared with. */
export interface PastForm {
  /**
   * Over a whole question in lower case, without courtesy and its last mark. The spans of the past are taken out; where
   * `marked` is set they stand there as § with their number from 0.
   */
  readonly said: RegExp;
  readonly marked?: true;
  /** It is about the past only where a span is said. */
  readonly needsSpan?: true;
  /** Only where it is said that now is meant. */
  readonly needsNow?: true;
  readonly asks: (groups: Readonly<Record<string, string | undefined>>) => SaidPast | null;
}

/** How a language asks about the past. */
export interface PastForms {
  readonly words: PastWords;
  /** Around a question, in lower case: courtesy, and that it is asked at all. Sticky ones stand before it. */
  readonly around: readonly RegExp[];
  /** A question as it stands behind "tell me", put as it is asked: "when the door was opened". */
  readonly turned?: readonly Rewording[];
  /** Tried in order; the first that fits is what is asked. */
  readonly forms: readonly PastForm[];
  /** A whole follow-up without its span (which stands there as §0): "and yesterday". */
  readonly goesOn: readonly RegExp[];
}
