import type { FastifyBaseLogger, FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { type AccessTable, defineResource, type Routes, replyLanguage } from "../api/index.ts";
import type { Clock, Home } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { McpCaller } from "./server/caller.ts";
import type { McpServiceOptions } from "./server/service.ts";

export type McpResourceServices = Omit<McpServiceOptions, "onError"> & { readonly home: Home; readonly clock: Clock };

const ACCESS = {
  "GET /mcp": "everyone",
  "POST /mcp": "everyone",
  "DELETE /mcp": "everyone",
} as const satisfies AccessTable;

/** The Model Context Protocol over HTTP. */
const resource = defineResource({ tag: "mcp", access: ACCESS, routes: mcpRoutes });

/** Who may use which of its routes. */
export const mcpAccess = resource.access;

/** The routes of the protocol, and the end of its sessions and streams when the API closes. */
export function mcpResource(services: McpResourceServices): FastifyPluginCallback {
  const mcp = new LazyService(services);
  const bound = resource.bind({ home: services.home, mcp });
  return (app, options, done) => {
    // The protocol reads its bodies itself, and answers what is wrong with them in its own form.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, payload, parsed) => parsed(null, payload));
    app.addHook("preClose", () => mcp.stop());
    bound(app, options, done);
  };
}

function mcpRoutes({ home, mcp }: { readonly home: Home; readonly mcp: LazyService }): Routes<keyof typeof ACCESS> {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const serve = await mcp.handler(request.server.log);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    await serve(request, reply, callerOf(request, home));
    return reply;
  };
  return (app) => {
    app.route("POST /mcp", {
      schema: {
        summary: "Talk the Model Context Protocol",
        description: "Streamable HTTP, revision 2026-07-28 and the older ones that begin with `initialize`.",
      },
      handler,
    });
    app.route("GET /mcp", { schema: { summary: "Listen to a session of an older revision" }, handler });
    app.route("DELETE /mcp", { schema: { summary: "End a session of an older revision" }, handler });
  };
}

type Handler = (request: FastifyRequest, reply: FastifyReply, caller: McpCaller) => Promise<void>;

/** The service, whose SDK is loaded with the first request, so that Jia starts no later for it. */
class LazyService {
  readonly #services: McpResourceServices;
  #started: Promise<{ readonly handler: Handler; readonly stop: () => Promise<void> }> | null = null;

  constructor(services: McpResourceServices) {
    this.#services = services;
  }

  async handler(log: FastifyBaseLogger): Promise<Handler> {
    this.#started ??= this.#start(log);
    return (await this.#started).handler;
  }

  async stop(): Promise<void> {
    await (await this.#started)?.stop();
  }

  async #start(log: FastifyBaseLogger): Promise<{ readonly handler: Handler; readonly stop: () => Promise<void> }> {
    const [{ McpService }, { serveNode }] = await Promise.all([
      import("./server/service.ts"),
      import("./server/http/node.ts"),
    ]);
    const onError = (error: unknown) => log.error({ err: error }, "a request of MCP failed");
    const service = new McpService({ ...this.#services, onError });
    return {
      handler: async ({ raw: request, stillHolds }, { raw: response }, caller) => {
        const fetch = (each: Request) => service.fetch(each, caller);
        await serveNode({ request, response, fetch, stillHolds, onError });
      },
      stop: () => service.stop(),
    };
  }
}

/** Who asks. Until a request has an identity of its own: the person, or the home's token. */
function callerOf(request: FastifyRequest, home: Home): McpCaller {
  const { asker } = request;
  return new McpCaller({
    key: `${request.tokenOf ?? ""} ${asker.person ?? ""}`,
    asker,
    language: languageFor(request, home),
    room: null,
    rooms: null,
    scopes: new Set(["read", "control"]),
  });
}

/** The language that the client asks for; programs that ask for none speak for people of this home. */
function languageFor({ headers }: FastifyRequest, home: Home): Language {
  const wish = headers["accept-language"] ?? "*";
  return wish === "*" ? home.language : replyLanguage(home, headers);
}
