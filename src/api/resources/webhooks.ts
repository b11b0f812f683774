import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import { JiaError } from "../../home/index.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";

const ACCESS = { "POST /api/webhooks/:key": { who: "everyone", scope: "control" } } as const satisfies AccessTable;

/** The webhooks that start automations. */
export const webhooksResource = defineResource({
  tag: "automations",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: webhookRoutes,
});

function webhookRoutes({ planner }: { readonly planner: Planner }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("POST /api/webhooks/:key", {
      schema: {
        operationId: "callWebhook",
        summary: "Start the automations with this webhook",
        description: "With a person's token they run with the rights of that person.",
        params: z.strictObject({ key: z.string().min(1).max(100) }),
        querystring: z.object({}),
        response: { 202: z.object({ started: z.literal(true) }), ...errorResponses },
      },
      handler: (request, reply) => {
        // A known person starts it with that person's rights, as by hand.
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
