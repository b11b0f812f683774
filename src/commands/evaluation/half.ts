import { createHash } from "node:crypto";

/**
 * One half of a set's cases. Limits are set with `tune`; figures are published of `report`, whose failures nobody
 * reads.
 */
export type SetHalf = "tune" | "report";

/**
 * The half that a case belongs to. It depends only on the id, so it is the same in every run, and splits any set
 * evenly.
 */
export function halfOf(id: string): SetHalf {
  const [first = 0] = createHash("sha256").update(id).digest();
  return first % 2 === 0 ? "tune" : "report";
}
