import { z } from "zod";
import { clampNumber, type Property, type Value } from "../home/index.ts";

/** Faults that a device can be given. Milliseconds are real ones: they concern the wire, not the simulated time. */
export const DeviceFault = z.discriminatedUnion("kind", [
  /** Takes, does and answers everything, `ms` later. */
  z.strictObject({ kind: z.literal("slow"), ms: z.number().int().min(0).max(600_000) }),
  /** Does nothing and answers nothing, but still counts as online. */
  z.strictObject({ kind: z.literal("silent") }),
  /** Refuses every request with this code. */
  z.strictObject({ kind: z.literal("reject"), code: z.number().int().max(-1) }),
  /** Off the network: announced as offline, answers nothing. */
  z.strictObject({ kind: z.literal("offline") }),
  /** Does what it is asked and answers, but never reports a value. */
  z.strictObject({ kind: z.literal("mute") }),
  /** Answers "accepted" (code 1) and does it `ms` later. */
  z.strictObject({ kind: z.literal("accepted"), ms: z.number().int().min(0).max(600_000) }),
  /** Every answer and report is on the wire twice. */
  z.strictObject({ kind: z.literal("duplicate") }),
  /** Answers at once, reports `ms` later. */
  z.strictObject({ kind: z.literal("late"), ms: z.number().int().min(0).max(600_000) }),
  /** Answers that all is well, and takes another value than it was told. */
  z.strictObject({ kind: z.literal("wrong") }),
]);
export type DeviceFault = z.infer<typeof DeviceFault>;

/** Another value than `value` that the property allows; the same when it allows no other. */
export function otherValue(property: Property, value: Value): Value {
  if (property.values.length > 0) return property.values.find((listed) => listed.value !== value)?.value ?? value;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return `${value}?`;
  const step = property.range?.step ?? 1;
  const up = clampNumber(property, value + step);
  return up === value ? clampNumber(property, value - step) : up;
}
