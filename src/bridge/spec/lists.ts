import type { Format } from "../../home/index.ts";
import { type PropertyDraft, specLabelOf } from "./writer.ts";

/** A value-list for wire values, by position. Descriptions that would be equal stay as they are on the wire. */
export function listDraft(values: readonly (string | number | boolean)[]): Pick<PropertyDraft, "format" | "values"> {
  const labels = values.map((value) => specLabelOf(String(value)) || "None");
  const unique = new Set(labels.map((label) => label.toLowerCase())).size === labels.length;
  const described = values.map((value, index) => ({
    value: index,
    description: unique ? (labels[index] ?? "") : String(value),
  }));
  return { format: values.length > 256 ? "uint16" : "uint8", values: described };
}

/** The smallest integer format that holds both ends. */
export function integerFormat(min: number, max: number): Format {
  if (min >= 0) return max <= 255 ? "uint8" : max <= 65_535 ? "uint16" : max <= 4_294_967_295 ? "uint32" : "int64";
  if (min >= -128 && max <= 127) return "int8";
  if (min >= -32_768 && max <= 32_767) return "int16";
  return min >= -2_147_483_648 && max <= 2_147_483_647 ? "int32" : "int64";
}
