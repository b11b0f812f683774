import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";
import { acceptedLanguage } from "../language.ts";
import { type AccessTable, defineResource, NoQuery, type Routes } from "../resource.ts";

/** What is asked whether it can work: the broker's connection, the store, the discovery. */
export interface ReadinessCheck {
  readonly name: string;
  /** null when it is ready, else what is missing. @param language of who asks, where there is a text for people */
  problem(language: Language): Phrase | null;
  /** What may be wrong although it is ready; null when nothing is. */
  hint?(language: Language): Phrase | null;
  /** The address of what is asked: of the broker, without its password. */
  readonly url?: string;
}

export const ReadyBody = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      ready: z.boolean(),
      problem: z.string().nullable().meta({ description: "null without the token, if one is needed." }),
      hint: z.string().optional().meta({ description: "Hints at what may be wrong although Jia is ready." }),
      url: z
        .string()
        .optional()
        .meta({ description: "The address of the broker; only with the token, if one is needed." }),
    }),
  ),
});

const ACCESS = {
  "GET /health": "everyone",
  "GET /ready": "everyone",
} as const satisfies AccessTable;

/** For process supervisors: is it alive, can it work. Both are open without the token and then tell nothing about the home. */
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
        summary: "Tell whether the process is alive",
        querystring: NoQuery,
        response: { 200: z.object({ status: z.literal("ok"), uptime: z.number().meta({ description: "Seconds." }) }) },
      },
      handler: () => ({ status: "ok" as const, uptime: Math.round(process.uptime()) }),
    });

    app.route("GET /ready", {
      config: { open: true },
      schema: {
        summary: "Tell whether Jia is ready to work",
        description: "200, or 503 with the problems.",
        querystring: NoQuery,
        response: { 200: ReadyBody, 503: ReadyBody },
      },
      handler: ({ trusted, headers }, reply) => {
        const language = acceptedLanguage(headers["accept-language"]);
        // It may name the broker and its address.
        const told = (phrase: Phrase | null) => (phrase !== null && trusted ? textOf(phrase, language) : null);
        const results = checks.map((check) => {
          const problem = check.problem(language);
          const hint = told(problem === null ? (check.hint?.(language) ?? null) : null);
          return {
            name: check.name,
            ready: problem === null,
            problem: told(problem),
            ...(hint !== null && { hint }),
            ...(check.url !== undefined && trusted && { url: check.url }),
          };
        });
        const ready = results.every((result) => result.ready);
        reply.code(ready ? 200 : 503);
        return { ready, checks: results };
      },
    });
  };
}
