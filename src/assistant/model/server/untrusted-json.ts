/** Helpers for reading untrusted JSON of a model's server. */

export interface JsonRecord {
  [key: string]: unknown;
}

/** The value when it is an object, otherwise an empty object. */
export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value when it is a string, otherwise an empty string. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The strings of a list, at most `most`. */
export function asTexts(value: unknown, most = 20): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string").slice(0, most) : [];
}
