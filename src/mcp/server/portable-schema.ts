import { z } from "zod";

/** A JSON object. */
export type PlainObject = { readonly [key: string]: unknown };

/** What clients get of a schema: everything else is checked when a call comes, and some clients refuse it. */
const KEPT: ReadonlySet<string> = new Set(["type", "description", "enum", "items", "properties", "required"]);

/**
 * A schema as JSON Schema that every client converts: one plain type for each value, no references, no alternatives.
 * Where a call may have several plain types, a text is shown.
 */
export function portableSchema(schema: z.ZodObject): PlainObject & { readonly type: "object" } {
  return { ...portable(z.toJSONSchema(schema, { target: "draft-7", io: "input" })), type: "object" };
}

function portable(node: unknown): PlainObject {
  if (!isObject(node)) return {};
  const { anyOf, properties, items } = node;
  const kept = Object.fromEntries(Object.entries(node).filter(([key]) => KEPT.has(key)));
  return {
    ...kept,
    ...(anyOf !== undefined && { type: "string" }),
    ...(isObject(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, portable(each)])),
    }),
    ...(isObject(items) && { items: portable(items) }),
  };
}

function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
