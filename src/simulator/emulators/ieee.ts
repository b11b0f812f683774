import { createHash } from "node:crypto";

/** The ieee address of a simulated device: always the same for an id of a home file. */
export function ieeeOf(id: string): string {
  return `0x${createHash("sha256").update(id).digest("hex").slice(0, 16)}`;
}
