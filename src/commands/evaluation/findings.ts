import type { Value } from "../../home/index.ts";

/** The missing and the unexpected results of a case, in short words. */
export interface Findings {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Whether two values are the same, numbers within the tolerance. */
export function isSameValue(a: Value | undefined, b: Value | undefined, tolerance: number): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= tolerance + 1e-9;
  return a !== undefined && a === b;
}
