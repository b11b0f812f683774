import type { JsonSchema } from "../../assistant/tools/index.ts";
import { cleanText } from "../../home/index.ts";
import { plainText } from "./plain-text.ts";

/** Bounds of one tool of a stranger, so that it cannot fill the prompt. */
const MAX_PROPERTIES = 20;
const MAX_DEPTH = 3;
const MAX_LENGTH = 3_000;
const MAX_DESCRIPTION = 160;
const MAX_CHOICES = 30;
const MAX_CHOICE = 60;
/** Names of parameters that every model can write. */
const NAME = /^[A-Za-z_][\w.-]{0,63}$/;
const TYPES: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "array", "object"]);

/**
 * The schema of a stranger's tool with only types, names, choices and short descriptions; null when it is too large or
 * no object: such a tool is not offered.
 */
export function boundedSchema(given: unknown): JsonSchema | null {
  const schema = schemaOf(given, 0);
  if (schema === null || schema["type"] !== "object") return null;
  return JSON.stringify(schema).length > MAX_LENGTH ? null : schema;
}

function schemaOf(given: unknown, depth: number): JsonSchema | null {
  if (!isRecord(given) || depth > MAX_DEPTH) return null;
  const listed = given["type"];
  const type = Array.isArray(listed) ? listed.find((each) => each !== "null") : listed;
  const choices = given["enum"];
  const about = given["description"];
  const described = typeof about === "string" ? { description: cleanText(plainText(about), MAX_DESCRIPTION) } : {};
  if (!TYPES.has(type)) return { ...described };
  const schema: JsonSchema = { type, ...described };
  if (Array.isArray(choices)) {
    // The server knows a choice only as it wrote it: one that is no plain text cannot be offered.
    const few = choices.filter((each) => ["number", "boolean"].includes(typeof each) || isPlainChoice(each));
    return { ...schema, enum: few.slice(0, MAX_CHOICES) };
  }
  if (type === "array") {
    const items = given["items"] === undefined ? {} : schemaOf(given["items"], depth + 1);
    return items && { ...schema, items };
  }
  if (type !== "object") return schema;
  const properties = isRecord(given["properties"]) ? Object.entries(given["properties"]) : [];
  if (properties.length > MAX_PROPERTIES) return null;
  const kept: [string, JsonSchema][] = [];
  for (const [name, value] of properties) {
    const inner = schemaOf(value, depth + 1);
    if (inner === null || !NAME.test(name)) return null;
    kept.push([name, inner]);
  }
  const names = kept.map(([name]) => name);
  const wanted = Array.isArray(given["required"]) ? given["required"] : [];
  const required = names.filter((name) => wanted.includes(name));
  return { ...schema, properties: Object.fromEntries(kept), ...(required.length > 0 && { required }) };
}

function isPlainChoice(choice: unknown): boolean {
  return typeof choice === "string" && choice.length <= MAX_CHOICE && plainText(choice) === choice;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
