import { z } from "zod";

/** JSON Schema draft-07, as far as tools use it. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

/** Keys left out of the shown schema: bounds are checked when a call is parsed, and would cost tokens in every turn. */
const BOUNDS: ReadonlySet<string> = new Set(
  "minLength maxLength minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum pattern".split(" "),
);

/**
 * A schema as JSON Schema draft-07, with the descriptions of prompts/ at their paths (`writes[].device`). A parameter without a
 * description is accepted but not shown, because another one says the same. `additionalProperties` is left out because some servers
 * refuse it; unknown keys are refused when a call is parsed.
 * @throws Error when a path of `descriptions` is not in the schema
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
  const { properties, items, required, anyOf, ...rest } = kept;
  const description = descriptions.get(path);
  left.delete(path);
  const shown = Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, property]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return descriptions.has(at) ? [[name, rewrite(property, at, descriptions, left)] as const] : [];
  });
  const names = new Set(shown.map(([name]) => name));
  const needed = Array.isArray(required) ? required.filter((name) => names.has(String(name))) : [];
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !BOUNDS.has(key))),
    ...(anyOf !== undefined && oneType(anyOf)),
    ...(description !== undefined && { description }),
    ...(isRecord(properties) && (shown.length > 0 || path === "") && { properties: Object.fromEntries(shown) }),
    ...(needed.length > 0 && { required: needed }),
    ...(items !== undefined && { items: rewrite(items, `${path}[]`, descriptions, left) }),
  };
}

/** A union of plain types as one list of types; any other union as `anyOf`. */
function oneType(forms: unknown): JsonSchema {
  const types = (Array.isArray(forms) ? forms : []).map((form) => (isRecord(form) ? form["type"] : undefined));
  const plain = types.every((type) => typeof type === "string" && type !== "object" && type !== "array");
  return plain ? { type: [...new Set(types)] } : { anyOf: forms };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
