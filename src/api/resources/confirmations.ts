import { z } from "zod";
import type { Home } from "../../home/index.ts";
import { sendExecution } from "../execution-status.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, NoQuery, type Routes } from "../resource.ts";
import { commandResponses } from "../schemas.ts";
import { clientDisconnected } from "../stream.ts";

/** Its form is checked with the PIN itself, so that no error tells what is wrong with it. */
const Pin = z.string().max(100).meta({ description: "4 to 12 digits." });

const ACCESS = {
  "POST /api/confirmations/:id": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The yes to commands for which the policy asks. */
export const confirmationsResource = defineResource({
  tag: "confirmations",
  access: ACCESS,
  routes: confirmationRoutes,
});

function confirmationRoutes({ home }: { readonly home: Home }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("POST /api/confirmations/:id", {
      schema: {
        operationId: "confirmCommands",
        summary: "Confirm commands that wait for a yes",
        description:
          "Runs exactly the commands that were asked for, once, within a minute. Statuses as for setting properties; 404 " +
          "when there is nothing to confirm (any more). Where `pin` is true in the confirmation, send the PIN. After a wrong " +
          "one (403) the commands go on waiting; after several, Jia takes no PIN for a while (429).",
        params: z.strictObject({ id: z.string().min(1).max(100) }),
        querystring: NoQuery,
        body: z.strictObject({ pin: Pin.optional() }).nullish(),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const pin = request.body?.pin;
        const options = { signal: clientDisconnected(reply), ...(pin !== undefined && { pin }) };
        const execution = await home.confirm(request.params.id, requestOrigin(request), options);
        return sendExecution(execution, home, request, reply);
      },
    });
  };
}
