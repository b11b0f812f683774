import { binary, type Codec, JSON_TEXT, kelvin, listedValues, NUMBER, TEXT } from "../spec/codec.ts";
import { integerFormat, listDraft } from "../spec/lists.ts";
import { specUnitOf } from "../spec/names.ts";
import { type PropertyDraft, specLabelOf } from "../spec/writer.ts";
import type { Expose } from "./exposes.ts";
import { accessOf } from "./shape-builder.ts";

/** A property without its name and place. */
export type ExposeDraft = Pick<PropertyDraft, "format" | "range" | "values" | "unit"> & { readonly codec: Codec };

/** Composites with a code that opens a door: nothing of them is kept anywhere. */
const SECRET = /(^|_)(pin|pincode|pin_code|password|passcode|user_code)($|_)/i;

/** Codes that open doors, and lists of their owners. */
export function isSecretExpose(expose: Expose): boolean {
  return [expose.name, expose.property].some((name) => name !== undefined && SECRET.test(name));
}

/** The name that people see. */
export function labelFor(expose: Expose): string {
  return expose.label ?? specLabelOf(expose.name ?? expose.property ?? expose.type);
}

/** Format, range, list and codec of a plain expose; null when it has none of ours. */
export function draftOfExpose(expose: Expose): ExposeDraft | null {
  switch (expose.type) {
    case "binary": {
      const { value_on: on, value_off: off } = expose;
      if (on === undefined || on === null || off === undefined || off === null) return null;
      return { format: "bool", codec: binary(on, off) };
    }
    case "numeric":
      return numericDraft(expose);
    case "enum": {
      const values = expose.values ?? [];
      if (values.length === 0) return null;
      return { ...listDraft(values), codec: listedValues(values) };
    }
    case "text":
      return { format: "string", codec: TEXT };
    case "list":
      return { format: "string", codec: JSON_TEXT };
    default:
      return null;
  }
}

function numericDraft(expose: Expose): ExposeDraft {
  const { value_min: min, value_max: max } = expose;
  const bounded = typeof min === "number" && typeof max === "number" && max > min;
  if (expose.unit === "mired") {
    const [least, most] = bounded && min > 0 ? [min, max] : [153, 500];
    const range = [Math.floor(1_000_000 / most), Math.ceil(1_000_000 / least), 1] as const;
    return { format: "uint32", unit: "kelvin", range, codec: kelvin(least, most) };
  }
  const unit = specUnitOf(expose.unit);
  if (!bounded) return { format: "float", unit, codec: NUMBER };
  const { write } = accessOf(expose);
  const given = typeof expose.value_step === "number" && expose.value_step > 0 ? expose.value_step : undefined;
  const whole = Number.isInteger(min) && Number.isInteger(max);
  // A setting between whole numbers goes in whole steps unless it says otherwise; a reading may have any value.
  const step = given ?? (write && whole && max - min >= 2 ? 1 : 0.01);
  const format = whole && Number.isInteger(step) ? integerFormat(min, max) : "float";
  return { format, unit, range: [min, max, step], codec: NUMBER };
}
