import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Difference, inTurns, type Planner } from "../../automation/index.ts";
import type { Home } from "../../home/index.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { checkJson, differenceJson } from "../plan-json.ts";
import { CheckBody, DefinitionBody, DifferenceBody } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { clientDisconnected } from "../stream.ts";

const FileBody = z.strictObject({
  text: z.string().max(900_000).meta({ description: "YAML or JSON with `scenes` and `automations`." }),
  file: z.string().min(1).max(200).default("the file").meta({ description: "Its name in errors." }),
});
/** The answer is a text, in one of two forms. */
const exported = {
  description: "The file",
  content: {
    "application/yaml": { schema: z.string() },
    "application/json": {
      schema: z.object({
        scenes: z.array(DefinitionBody),
        automations: z.array(DefinitionBody),
      }) as unknown as z.ZodString,
    },
  },
};
const FileCheckBody = z.object({ scenes: z.array(CheckBody), automations: z.array(CheckBody) });
/** How many due times a check shows. */
const SHOWN_RUNS = 3;
const Changes = { 200: z.object({ changes: z.array(DifferenceBody) }), ...errorResponses };

const ACCESS = {
  "GET /api/definitions": { who: "adults", scope: "configure" },
  "POST /api/definitions/validate": { who: "everyone", scope: "read" },
  "POST /api/definitions/diff": { who: "everyone", scope: "read" },
  "POST /api/definitions/import": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** Scenes and automations as a file. */
export const definitionsResource = defineResource({
  tag: "definitions",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: definitionRoutes,
});

function definitionRoutes({
  home,
  planner,
}: {
  readonly home: Home;
  readonly planner: Planner;
}): Routes<keyof typeof ACCESS> {
  const shown = (request: FastifyRequest) => {
    const language = replyLanguage(home, request.headers);
    return (difference: Difference) => differenceJson(difference, planner, language);
  };
  return (app) => {
    app.route("GET /api/definitions", {
      schema: {
        operationId: "exportDefinitions",
        summary: "Export all scenes and automations",
        querystring: z.strictObject({ form: z.enum(["yaml", "json"]).default("yaml") }),
        response: { 200: exported, ...errorResponses },
      },
      handler: async ({ query }, reply) => {
        reply.type(query.form === "yaml" ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8");
        // The text is the answer as it is: serialising it again would quote it.
        reply.serializer((text) => String(text));
        return await planner.files.export(query.form, clientDisconnected(reply));
      },
    });

    app.route("POST /api/definitions/validate", {
      schema: {
        operationId: "validateDefinitions",
        summary: "Check a file of scenes and automations",
        description: "Saves nothing. Automations may use the scenes of the file.",
        querystring: NoQuery,
        body: FileBody,
        response: { 200: FileCheckBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const language = replyLanguage(home, request.headers);
        const { text, file } = request.body;
        const signal = clientDisconnected(reply);
        const { scenes, automations } = await planner.files.check(text, file, SHOWN_RUNS, signal);
        const beside = scenes.flatMap(({ definition }) => definition ?? []);
        return {
          scenes: await inTurns(scenes, signal, (check) =>
            checkJson(
              check,
              home,
              planner,
              language,
              (scene) => planner.scenes.describe(scene, language),
              (draft) => ({ kind: "save-scene", draft, replace: true }),
              [],
            ),
          ),
          automations: await inTurns(automations, signal, (check) =>
            checkJson(
              check,
              home,
              planner,
              language,
              (definition) => planner.automations.describe(definition, language),
              (draft) => ({ kind: "save-automation", draft, replace: true, scenes: beside }),
              check.next,
            ),
          ),
        };
      },
    });

    app.route("POST /api/definitions/diff", {
      schema: {
        operationId: "compareDefinitions",
        summary: "Show what an import would change",
        querystring: NoQuery,
        body: FileBody,
        response: Changes,
      },
      handler: async (request, reply) => {
        const { text, file } = request.body;
        const signal = clientDisconnected(reply);
        return { changes: await inTurns(await planner.files.diff(text, file, signal), signal, shown(request)) };
      },
    });

    app.route("POST /api/definitions/import", {
      schema: {
        operationId: "importDefinitions",
        summary: "Import scenes and automations from a file",
        description:
          "Jia checks the whole file before it saves anything. `prune` deletes what the file does not contain.",
        querystring: NoQuery,
        body: FileBody.extend({ prune: z.boolean().default(false), approved: z.boolean().default(false) }),
        response: Changes,
      },
      handler: async (request, reply) => {
        const { text, file, prune, approved } = request.body;
        const signal = clientDisconnected(reply);
        const changes = await planner.files.import(text, file, {
          origin: requestOrigin(request),
          prune,
          approved,
          signal,
        });
        return { changes: await inTurns(changes, signal, shown(request)) };
      },
    });
  };
}
