import type { PastSpan } from "./span.ts";

/** What is asked about a span of the past. */
export type PastWhat =
  /** Changes into a state: the last, the first, any, or how many. `somebody`: only those by a person. */
  | {
      readonly kind: "change";
      readonly of: "last" | "first" | "any" | "count";
      readonly somebody: boolean;
    }
  /** Whether it was in a state: ever or always; null: as the span suggests. */
  | { readonly kind: "state"; readonly how: "ever" | "always" | null }
  /** How long it was in a state. */
  | { readonly kind: "lasting" }
  /** A number; `when`: the time at which it was lowest or highest. */
  | {
      readonly kind: "value";
      readonly of: "then" | "least" | "most" | "mean";
      readonly when: boolean;
      /** Only the target with the most or least: "which room was the coldest". */
      readonly which?: true;
    }
  /** A number compared with that of `than`. */
  | { readonly kind: "compared"; readonly more: boolean | null; readonly than: PastSpan }
  | {
      readonly kind: "energy";
      readonly of: "energy" | "cost";
      /** Broken down by device or room. */
      readonly by: "device" | "room" | null;
      /** Compared with another span. */
      readonly than: { readonly span: PastSpan; readonly more: boolean } | null;
    };

/** A question about the past. `span` null: none was said. */
export interface PastQuestion {
  readonly what: PastWhat;
  /** null: none was said. */
  readonly span: PastSpan | null;
}
