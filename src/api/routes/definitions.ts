import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import { JiaError, type Origin } from "../../home/index.ts";
import { DifferenceBody } from "../plan-schemas.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";

const origin: Origin = { kind: "api" };

const FileBody = z.strictObject({
  text: z.string().max(900_000).meta({ description: "YAML or JSON with `scenes` and `automations`." }),
  file: z.string().min(1).max(200).default("the file").meta({ description: "What errors call it." }),
});
const Changes = { 200: z.object({ changes: z.array(DifferenceBody) }), ...errorResponses };

/** Scenes and automations as a file, and the webhooks that start automations. */
export function definitionRoutes(planner: Planner): Routes {
  return (app) => {
    app.route({
      method: "GET",
      url: "/api/definitions",
      schema: {
        summary: "All scenes and automations as a file",
        tags: ["definitions"],
        querystring: z.strictObject({ form: z.enum(["yaml", "json"]).default("yaml") }),
        response: { 200: z.string(), ...errorResponses },
      },
      handler: ({ query }, reply) => {
        reply.type(query.form === "yaml" ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8");
        // The text is the answer as it is: serialising it again would quote it.
        reply.serializer((text) => String(text));
        return planner.files.export(query.form);
      },
    });

    app.route({
      method: "POST",
      url: "/api/definitions/diff",
      schema: {
        summary: "What an import of this file would change",
        tags: ["definitions"],
        querystring: NoQuery,
        body: FileBody,
        response: Changes,
      },
      handler: ({ body }) => ({ changes: planner.files.diff(body.text, body.file).map(plain) }),
    });

    app.route({
      method: "POST",
      url: "/api/definitions/import",
      schema: {
        summary: "Bring the home to what the file says",
        description: "Everything is checked before anything is saved. `prune` deletes what the file does not hold.",
        tags: ["definitions"],
        querystring: NoQuery,
        body: FileBody.extend({ prune: z.boolean().default(false), approved: z.boolean().default(false) }),
        response: Changes,
      },
      handler: async ({ body: { text, file, prune, approved } }) => ({
        changes: (await planner.files.import(text, file, { origin, prune, approved })).map(plain),
      }),
    });

    app.route({
      method: "POST",
      url: "/api/webhooks/:key",
      schema: {
        summary: "Start the automations with this webhook",
        tags: ["automations"],
        params: z.strictObject({ key: z.string().min(1).max(100) }),
        querystring: z.object({}),
        response: { 202: z.object({ started: z.literal(true) }), ...errorResponses },
      },
      handler: ({ params }, reply) => {
        // The key is a secret: the error does not repeat it.
        if (!planner.webhook(params.key)) throw new JiaError("not-found", { what: "automation with this webhook" });
        reply.code(202);
        return { started: true as const };
      },
    });
  };
}

function plain<Difference extends { readonly fields: readonly string[] }>(difference: Difference) {
  return { ...difference, fields: [...difference.fields] };
}
