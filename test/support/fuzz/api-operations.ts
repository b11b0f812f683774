/** The operations of an OpenAPI document, as a test reads them. */
import { z } from "zod";

/** A JSON Schema of the document. */
export type DocumentSchema = Readonly<Record<string, unknown>>;

const SchemaObject = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.looseObject({ schema: SchemaObject.optional() })).default({});
const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(["path", "query", "header", "cookie"]),
        required: z.boolean().default(false),
        schema: SchemaObject,
        example: z.union([z.string(), z.number()]).optional(),
      }),
    )
    .default([]),
  requestBody: z.looseObject({ content: Content, required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content })),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), SchemaObject) }),
});

/** A route of the API: how it is asked, and what it answers. */
export interface ApiOperation extends z.infer<typeof Operation> {
  /** As access tables have it: `GET /api/devices/:id`. */
  readonly name: string;
  readonly method: string;
  /** With `{id}` in place of parameters. */
  readonly path: string;
}

/** All operations of a document, with its named schemas. */
export function operationsOf(given: unknown): {
  readonly operations: readonly ApiOperation[];
  readonly schemas: Readonly<Record<string, DocumentSchema>>;
} {
  const { paths, components } = Document.parse(given);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, operation]) => {
      const method = name.toUpperCase();
      return { ...operation, method, path, name: `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}` };
    }),
  );
  return { operations, schemas: components.schemas };
}
