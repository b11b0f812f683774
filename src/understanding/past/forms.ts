import type { Rewording } from "../utterance/forms/rewording.ts";
import type { PastWhat } from "./question.ts";
import type { PastWords } from "./words.ts";

/** What a form asks, without the spans, which are read before. */
export type SaidWhat =
  /** Since when the state holds: answered from the state, and from the history where it knows more. */
  | { readonly kind: "since" }
  /** The current state, in the words of the form's questions. */
  | { readonly kind: "now" }
  | Exclude<PastWhat, { kind: "compared" | "energy" }>
  | Omit<Extract<PastWhat, { kind: "compared" }>, "than">
  | (Omit<Extract<PastWhat, { kind: "energy" }>, "than"> & { readonly more: boolean | null });

/**
 * What a question about the past asks, with questions about now. The first of these that is understood finds the subject.
 */
export interface SaidPast {
  /** null: what the question about now asks, but of the past. */
  readonly what: SaidWhat | null;
  /** Empty: it is about the whole home. */
  readonly plain: readonly string[];
}

/** One way to ask. Groups are those of `said`; `than` is the index of the span to compare with. */
export interface PastForm {
  /**
   * Matches a whole question in lower case, without courtesy and its last mark. Spans are removed; where `marked` is set
   * they are § with their index from 0.
   */
  readonly said: RegExp;
  readonly marked?: true;
  /** It is about the past only with a span. */
  readonly needsSpan?: true;
  /** It matches only where "now" is said. */
  readonly needsNow?: true;
  readonly asks: (groups: Readonly<Record<string, string | undefined>>) => SaidPast | null;
}

/** How a language asks about the past. */
export interface PastForms {
  readonly words: PastWords;
  /** Courtesy and indirect questions around it, in lower case. Sticky patterns stand in front. */
  readonly framing: readonly RegExp[];
  /** Indirect questions turned into direct ones: "when the door was opened" behind "tell me". */
  readonly turned?: readonly Rewording[];
  /** Tried in order; the first match counts. */
  readonly forms: readonly PastForm[];
  /** A whole follow-up, with §0 for its span: "and yesterday". */
  readonly goesOn: readonly RegExp[];
}
