/** Reading JSON from a model's server, of which nothing is certain. */

export interface JsonRecord {
  [key: string]: unknown;
}

/** The value when it is an object, else an empty one. */
export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value when it is a string, else an empty one. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The strings of a list, at most `most`. */
export function asTexts(value: unknown, most = 20): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string").slice(0, most) : [];
}
