import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Difference, inTurns, type Planner } from "../../automation/index.ts";
import { type Home, JiaError } from "../../home/index.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { checkJson, differenceJson } from "../plan-json.ts";
import { CheckBody, DifferenceBody } from "../plan-schemas.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";
import { clientDisconnected } from "../stream.ts";

const FileBody = z.strictObject({
  text: z.string().max(900_000).meta({ description: "YAML or JSON with `scenes` and `automations`." }),
  file: z.string().min(1).max(200).default("the file").meta({ description: "Its name in errors." }),
});
const FileCheckBody = z.object({ scenes: z.array(CheckBody), automations: z.array(CheckBody) });
/** Due times that a check shows. */
const SHOWN_RUNS = 3;
const Changes = { 200: z.object({ changes: z.array(DifferenceBody) }), ...errorResponses };

/** Scenes and automations as a file, and the webhooks that start automations. */
export function definitionRoutes(home: Home, planner: Planner): Routes {
  const shown = (request: FastifyRequest) => {
    const language = replyLanguage(home, request.headers);
    return (difference: Difference) => differenceJson(difference, planner, language);
  };
  return (app) => {
    app.route({
      method: "GET",
      url: "/api/definitions",
      schema: {
        summary: "Export all scenes and automations",
        tags: ["definitions"],
        querystring: z.strictObject({ form: z.enum(["yaml", "json"]).default("yaml") }),
        response: { 200: z.string(), ...errorResponses },
      },
      handler: async ({ query }, reply) => {
        reply.type(query.form === "yaml" ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8");
        // The text is the answer as it is: serialising it again would quote it.
        reply.serializer((text) => String(text));
        return await planner.files.export(query.form, clientDisconnected(reply));
      },
    });

    app.route({
      method: "POST",
      url: "/api/definitions/validate",
      schema: {
        summary: "Check a file of scenes and automations",
        description: "Saves nothing. Automations may use the scenes of the file.",
        tags: ["definitions"],
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

    app.route({
      method: "POST",
      url: "/api/definitions/diff",
      schema: {
        summary: "Show what an import would change",
        tags: ["definitions"],
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

    app.route({
      method: "POST",
      url: "/api/definitions/import",
      schema: {
        summary: "Import scenes and automations from a file",
        description:
          "Jia checks the whole file before it saves anything. `prune` deletes what the file does not contain.",
        tags: ["definitions"],
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

    app.route({
      method: "POST",
      url: "/api/webhooks/:key",
      schema: {
        summary: "Start the automations with this webhook",
        description: "With a person's token they run with the rights of that person.",
        tags: ["automations"],
        params: z.strictObject({ key: z.string().min(1).max(100) }),
        querystring: z.object({}),
        response: { 202: z.object({ started: z.literal(true) }), ...errorResponses },
      },
      handler: (request, reply) => {
        // Whoever is known starts it as that person, as by hand.
        const by = request.asker.person === undefined ? undefined : requestOrigin(request);
        // The key is a secret: the error does not repeat it.
        if (!planner.webhook(request.params.key, by))
          throw new JiaError("not-found", { what: "automation with this webhook" });
        reply.code(202);
        return { started: true as const };
      },
    });
  };
}
