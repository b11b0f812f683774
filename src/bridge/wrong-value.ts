import { cleanText, type DeviceId, type ReportedValue, readingOf, type Spec } from "../home/index.ts";
import type { DialectProblem } from "./dialect.ts";

/** A problem for a value that its property cannot have; null if it can, or if the spec has no such property. */
export function wrongValue(id: DeviceId, spec: Spec, { address, value }: ReportedValue): DialectProblem | null {
  const property = spec.properties.get(address);
  if (!property || readingOf(property, value).kind !== "wrong") return null;
  const detail = `${cleanText(JSON.stringify(value), 80)} for ${address}`;
  return { kind: "problem", code: "wrong-value", topic: id, detail };
}
