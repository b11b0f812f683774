import type { PastSpan } from "./span.ts";

/** What is asked of a span of the past. */
export type PastWhat =
  /** When it came to be so: the last or first time, whether at all, how often. `somebody`: whether somebody did it. */
  | {
      readonly kind: "change";
      readonly of: "last" | "first" | "any" | "count";
      readonly somebody: boolean;
    }
  /** Whether it was so: at a moment, ever, or all the time; `null` where the span tells. */
  | { readonly kind: "state"; readonly how: "ever" | "always" | null }
  /** How long it was so. */
  | { readonly kind: "lasting" }
  /** What a number was; `when`: at which time it was lowest or highest. */
  | {
      readonly kind: "value";
      readonly of: "then" | "least" | "most" | "mean";
      readonly when: boolean;
      /** Only that of several where it was most or least is told: "which room was the coldest". */
      readonly which?: true;
    }
  /** Whether a number is more or less than it was `than` then. */
  | { readonly kind: "compared"; readonly more: boolean | null; readonly than: PastSpan }
  | {
      readonly kind: "energy";
      readonly of: "energy" | "cost";
      /** Which of them used the most, or how much each did. */
      readonly by: "device" | "room" | null;
      /** Whether it is more or less than in that span. */
      readonly than: { readonly span: PastSpan; readonly more: boolean } | null;
    };

/** A question about the past. */
export interface PastQuestion {
  readonly what: PastWhat;
  /** null: none was said. */
  readonly span: PastSpan | null;
}
