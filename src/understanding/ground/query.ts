import type { Property } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Target } from "./target.ts";

/** Which end of a range is asked for. */
export type Limit = "most" | "least";

/** A grounded question about states. */
export interface Query {
  readonly asking: NonNullable<Frame["asking"]>;
  readonly targets: readonly Target[];
  /** The property that is asked for, one per target; null where a state is asked. */
  readonly properties: readonly (Property | null)[];
  readonly inferred: string | null;
  /** The end of the range that is asked for. */
  readonly limit?: Limit;
}

/** What a sentence comes to. */
