import { createHash } from "node:crypto";

/** One half of a set's cases: limits are set with `tune`, figures are told of `report`, whose failures nobody reads. */
export type SetHalf = "tune" | "report";

/** The half that a case is in: the same on every machine and in every run, and half of any set. */
export function halfOf(id: string): SetHalf {
  const [first = 0] = createHash("sha256").update(id).digest();
  return first % 2 === 0 ? "tune" : "report";
}
