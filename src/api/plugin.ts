import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";

/** A Fastify instance whose routes take their types from zod schemas. */
export type ApiInstance = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/**
 * The routes of one resource: `sceneRoutes({ scenes })` gives what `buildApi` registers. Every route has a zod
 * schema for what it takes (strict) and what it answers, and a `tags` entry for the reference. Errors are thrown as
 * JiaError; `errors.ts` turns them into `{error: {code, message, details}}` with the status of the table.
 */
export type Routes = (app: ApiInstance) => void;

/** The body of every error answer. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().meta({ description: "Stable, from the table of errors: `unknown-device`." }),
      message: z.string().meta({ description: "For a person, in the language of Accept-Language." }),
      details: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: "Error" });

/** The error answers that any route may give, for its `response`. */
export const errorResponses = { "4xx": ErrorBody, "5xx": ErrorBody } as const;

/** A query without parameters: unknown ones are refused. */
export const NoQuery = z.strictObject({});
