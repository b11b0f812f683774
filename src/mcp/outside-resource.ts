import { z } from "zod";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../api/index.ts";
import { JiaError } from "../home/index.ts";
import type { OutsideServers } from "./client/index.ts";

const ACCESS = {
  "GET /api/outside-servers": { who: "adults", scope: "read" },
  "POST /api/outside-servers/:name/accept": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

const OutsideServerBody = z
  .object({
    name: z.string(),
    problem: z.string().nullable().meta({ description: "Why it cannot be used." }),
    tools: z.array(
      z.object({
        name: z.string(),
        state: z.enum(["offered", "changed", "missing", "unusable"]).meta({
          description:
            "`changed`: the server describes it anew since it was allowed; the model gets it when it is accepted again.",
        }),
        description: z.string().meta({ description: "The server's own words." }),
      }),
    ),
  })
  .meta({ id: "OutsideServer" });

const OutsideServerListBody = z.object({ servers: z.array(OutsideServerBody) }).meta({ id: "OutsideServerList" });

/** Outside MCP servers, and the acceptance of tools that they describe anew. */
export const outsideServersResource = defineResource({ tag: "mcp", access: ACCESS, routes: outsideServerRoutes });

type Servers = Pick<OutsideServers, "status" | "accept">;

/** @param outside null: the configuration names no servers */
function outsideServerRoutes({ outside }: { readonly outside: Servers | null }): Routes<keyof typeof ACCESS> {
  const shown = () => (outside?.status ?? []).map(({ name, problem, tools }) => ({ name, problem, tools: [...tools] }));
  return (app) => {
    app.route("GET /api/outside-servers", {
      schema: {
        operationId: "listOutsideServers",
        summary: "List the outside MCP servers and their tools",
        querystring: NoQuery,
        response: { 200: OutsideServerListBody, ...errorResponses },
      },
      handler: () => ({ servers: shown() }),
    });
    app.route("POST /api/outside-servers/:name/accept", {
      schema: {
        operationId: "acceptOutsideServer",
        summary: "Accept the tools of an outside MCP server as it describes them now",
        params: z.strictObject({ name: z.string().max(100) }),
        response: { 200: OutsideServerBody, ...errorResponses },
      },
      handler: ({ params: { name } }) => {
        outside?.accept(name);
        const server = shown().find((each) => each.name === name);
        if (!server) throw new JiaError("not-found", { what: name });
        return server;
      },
    });
  };
}
