/** How answers become text: as they are, or, in tests, only if they are what the schema of their route says. */
import { isDeepStrictEqual } from "node:util";
import type { FastifySerializerCompiler } from "fastify/types/schema.ts";
import { z } from "zod";

/**
 * Serialises answers without a look at their schemas, which would take most of the time of a request. The functions
 * that make answers have the types of the schemas.
 */
export const plainSerializer: FastifySerializerCompiler<unknown> = () => JSON.stringify;

/** Like `plainSerializer`, but an answer that its schema does not describe is an error of the server. */
export const checkingSerializer: FastifySerializerCompiler<unknown> = ({ schema, url }) => {
  return (answer) => {
    const text = JSON.stringify(answer);
    if (!(schema instanceof z.ZodType)) return text;
    const described: unknown = JSON.parse(JSON.stringify(schema.parse(JSON.parse(text))));
    if (!isDeepStrictEqual(described, JSON.parse(text))) {
      throw new Error(`${url}: the answer is not what its schema describes: ${text}`);
    }
    return text;
  };
};
