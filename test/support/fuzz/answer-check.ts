/** Whether an answer is one that the document declares. */
import { z } from "zod";
import type { ApiOperation, DocumentSchema } from "./api-operations.ts";

/** What came back. */
export interface GivenAnswer {
  readonly status: number;
  readonly type: string;
  /** null: a stream, of which only the head was read. */
  readonly text: string | null;
}

const PREFIX = "#/components/schemas/";

export class AnswerCheck {
  readonly #definitions: ReturnType<typeof withLocalReferences>;
  /** Keyed by the schema of the document. */
  readonly #compiled = new WeakMap<DocumentSchema, z.ZodType>();

  constructor(schemas: Readonly<Record<string, DocumentSchema>>) {
    this.#definitions = withLocalReferences(schemas);
  }

  /**
   * What is wrong with an answer; null: nothing.
   * @param partial fields of items were left out as asked, so that only the status and the type are looked at
   */
  problem({ responses }: ApiOperation, { status, type, text }: GivenAnswer, partial: boolean): string | null {
    const declared = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
    if (!declared) return `status ${status} is not declared`;
    const plain = type.split(";")[0]?.trim() ?? "";
    const [, content] =
      Object.entries(declared.content).find(([name]) => name === plain || name === plain.replace(/\/.*/, "/*")) ?? [];
    if (!content) {
      return text === "" && Object.keys(declared.content).length === 0
        ? null
        : `type ${plain || "(none)"} is not declared`;
    }
    if (content.schema === undefined || text === null || partial || !plain.endsWith("json")) return null;
    const parsed = this.#schemaOf(content.schema).safeParse(JSON.parse(text));
    return parsed.success ? null : z.prettifyError(parsed.error).slice(0, 500);
  }

  /** What is wrong with an event of a stream, as JSON with `event` and `data`; null: nothing. */
  eventProblem({ responses }: ApiOperation, text: string): string | null {
    const schema = responses["200"]?.content["text/event-stream"]?.schema;
    if (schema === undefined) return "the stream is not declared";
    const parsed = this.#schemaOf(schema).safeParse(JSON.parse(text));
    return parsed.success ? null : z.prettifyError(parsed.error).slice(0, 800);
  }

  #schemaOf(schema: DocumentSchema): z.ZodType {
    const known = this.#compiled.get(schema);
    if (known) return known;
    const compiled = z.fromJSONSchema({ ...withLocalReferences(schema), $defs: this.#definitions });
    this.#compiled.set(schema, compiled);
    return compiled;
  }
}

/**
 * The same schema, with its references into `$defs`, and without patterns of Unicode properties: zod compiles patterns
 * without the flag that JSON Schema means.
 */
function withLocalReferences(schema: DocumentSchema): Record<string, z.core.JSONSchema.JSONSchema> {
  return JSON.parse(JSON.stringify(schema).replaceAll(PREFIX, "#/$defs/"), (key, value: unknown) =>
    key === "pattern" && typeof value === "string" && value.includes("\\p{") ? undefined : value,
  ) as Record<string, z.core.JSONSchema.JSONSchema>;
}
