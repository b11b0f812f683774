import type { Property } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { DeviceTarget } from "./target.ts";

/** Which end of a range is asked for. */
export type RangeEnd = "most" | "least";

/** A grounded question about states. */
export interface StateQuery {
  readonly asking: NonNullable<Frame["asking"]>;
  readonly targets: readonly DeviceTarget[];
  /** The property that is asked for, one per target; null where a state is asked. */
  readonly properties: readonly (Property | null)[];
  readonly inferred: string | null;
  /** The end of the range that is asked for. */
  readonly limit?: RangeEnd;
}

/** What a sentence comes to. */
