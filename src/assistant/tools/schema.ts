import { z } from "zod";

/** JSON Schema draft-07, as far as tools use it. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

/**
 * The schema as draft-07, with the descriptions of prompts/ at their paths (`writes[].device`). Without
 * `additionalProperties`, which some models' endpoints refuse; unknown keys are refused when a call is parsed.
 * @throws when a path of `descriptions` is not in the schema
 */
export function describeSchema(schema: z.ZodObject, descriptions: ReadonlyMap<string, string>): JsonSchema {
  const json: unknown = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  const left = new Set(descriptions.keys());
  const described = rewrite(json, "", descriptions, left);
  if (left.size > 0) throw new Error(`no such parameter: ${[...left].join(", ")}`);
  return described;
}

function rewrite(
  node: unknown,
  path: string,
  descriptions: ReadonlyMap<string, string>,
  left: Set<string>,
): JsonSchema {
  if (!isRecord(node)) return {};
  const { $schema: _dialect, additionalProperties: _unknown, propertyNames: _names, ...kept } = node;
  const { properties, items, ...rest } = kept;
  const description = descriptions.get(path);
  left.delete(path);
  return {
    ...rest,
    ...(description !== undefined && { description }),
    ...(isRecord(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          rewrite(property, path === "" ? name : `${path}.${name}`, descriptions, left),
        ]),
      ),
    }),
    ...(items !== undefined && { items: rewrite(items, `${path}[]`, descriptions, left) }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
