import { VALUE_TERMS } from "./value-terms.ts";

/** Other words for a value-list description, lower case, in every language: "Cool" → ["制冷", "冷风", "cooling"]. */
export function valueWords(description: string): readonly string[] {
  return VALUE_TERMS[description.trim().toLowerCase()] ?? [];
}
