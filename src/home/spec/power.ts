import type { Property } from "./spec.ts";

/** Whether a property switches its service on and off. */
export function isPower({ type, format, access }: Property): boolean {
  return type === "on" && format === "bool" && access.write;
}
