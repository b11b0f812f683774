import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";
import { acceptedLanguage } from "../language.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** A part that must be ready: the broker's connection, the store, the discovery. */
export interface ReadinessCheck {
  readonly name: string;
  /**
   * The problem; null when it is ready.
   * @param language of the reader, where there is a text for people
   */
  problem(language: Language): Phrase | null;
  /** A possible problem although it is ready; null when there is none. */
  hint?(language: Language): Phrase | null;
  /** The address of the part, without a password: that of the broker. */
  readonly url?: string;
}

export const ReadyBody = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      ready: z.boolean(),
      problem: z.string().nullable(),
      hint: z.string().optional().meta({ description: "Hints at what may be wrong although Jia is ready." }),
      url: z.string().optional().meta({ description: "The address of the broker." }),
    }),
  ),
});

const ACCESS = {
  "GET /health": { who: "everyone", scope: "read", byRoom: true },
  "GET /ready": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/**
 * Health for process supervisors: whether it is alive, for anybody, and whether it is ready, for readers.
 */
export const healthResource = defineResource({
  tag: "health",
  access: ACCESS,
  routes: healthRoutes,
});

function healthRoutes({ checks }: { readonly checks: readonly ReadinessCheck[] }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /health", {
      config: { open: true },
      schema: {
        operationId: "getHealth",
        summary: "Tell whether the process is alive",
        querystring: NoQuery,
        response: {
          200: z.object({ status: z.literal("ok"), uptime: z.number().meta({ description: "Seconds." }) }),
          ...errorResponses,
        },
      },
      handler: () => ({ status: "ok" as const, uptime: Math.round(process.uptime()) }),
    });

    app.route("GET /ready", {
      schema: {
        operationId: "getReadiness",
        summary: "Tell whether Jia is ready to work",
        description: "200, or 503 with the problems.",
        querystring: NoQuery,
        response: { 200: ReadyBody, 503: ReadyBody, ...errorResponses },
      },
      handler: ({ headers }, reply) => {
        const language = acceptedLanguage(headers["accept-language"]);
        const told = (phrase: Phrase | null) => (phrase === null ? null : textOf(phrase, language));
        const results = checks.map((check) => {
          const problem = check.problem(language);
          const hint = told(problem === null ? (check.hint?.(language) ?? null) : null);
          return {
            name: check.name,
            ready: problem === null,
            problem: told(problem),
            ...(hint !== null && { hint }),
            ...(check.url !== undefined && { url: check.url }),
          };
        });
        const ready = results.every((result) => result.ready);
        reply.code(ready ? 200 : 503);
        return { ready, checks: results };
      },
    });
  };
}
