import type { Language } from "../language.ts";
import type { Property, Value } from "../spec/index.ts";
import { colorName } from "./colors.ts";
import { unitText } from "./units.ts";
import { VALUE_TERMS } from "./value-terms.ts";

/** Other words for a value-list description, lower case, in every language: "Cool" → ["cooling", "制冷", "冷风"]. */
export function valueWords(description: string): readonly string[] {
  const known = VALUE_TERMS[description.trim().toLowerCase()];
  return known ? [...known.en, ...known.zh] : [];
}

/** A value as a person reads it: "26 °C", "Cool", "制冷", "on". */
export function valueText(property: Property, value: Value, language: Language): string {
  const listed = property.values.find((each) => each.value === value);
  if (listed) return listedText(listed.description, language);
  if (typeof value === "boolean") {
    if (language === "zh") return value ? "开" : "关";
    return value ? "on" : "off";
  }
  if (typeof value === "string") return value;
  if (property.type === "color" && property.unit === "rgb") return colorName(value, language);
  return unitText(Number(value.toFixed(2)), property.unit, language);
}

function listedText(description: string, language: Language): string {
  if (language === "en") return description;
  return VALUE_TERMS[description.trim().toLowerCase()]?.zh[0] ?? description;
}
