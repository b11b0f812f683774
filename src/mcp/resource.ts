import type { FastifyBaseLogger, FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { hasScope } from "../access/index.ts";
import { type AccessTable, defineResource, errorResponses, type Routes, replyLanguage } from "../api/index.ts";
import type { Clock, Home } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { McpCaller } from "./server/caller.ts";
import type { McpServiceOptions } from "./server/service.ts";

export type McpResourceServices = Omit<McpServiceOptions, "onError"> & { readonly home: Home; readonly clock: Clock };

const ACCESS = {
  "GET /mcp": { who: "everyone", scope: "read", byRoom: true },
  "POST /mcp": { who: "everyone", scope: "read", byRoom: true },
  "DELETE /mcp": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/** A message of the protocol. */
const MessageBody = z
  .object({ jsonrpc: z.literal("2.0") })
  .loose()
  .meta({ id: "McpMessage", examples: [{ jsonrpc: "2.0", id: 1, result: { tools: [] } }] });
const EVENTS = { "text/event-stream": { schema: z.string() } };
/** Without the right to ask the answer is a problem, as everywhere; what is wrong with a message is told by the protocol. */
const failure = {
  description: "A problem (RFC 9457), or an error of the protocol",
  content: { ...errorResponses["4xx"].content, "application/json": { schema: MessageBody } },
};
const errorAnswers = { ...errorResponses, "4xx": failure, "5xx": failure };
const answers = {
  200: {
    description: "The answer, or a stream of messages with the answer last",
    content: { "application/json": { schema: MessageBody }, ...EVENTS },
  },
  ...errorAnswers,
};

/** The Model Context Protocol over HTTP. */
const resource = defineResource({ tag: "mcp", access: ACCESS, routes: mcpRoutes });

/** Who may use which of its routes. */
export const mcpAccess = resource.access;

/** The routes of the protocol. The SDK is loaded with the first request, so that Jia starts no later for it. */
export function mcpResource(services: McpResourceServices): FastifyPluginCallback {
  return mcpPlugin(services.home, async (onError) => {
    const { McpService } = await import("./server/service.ts");
    return new McpService({ ...services, onError });
  });
}

/** What answers requests, and holds sessions and streams until it is stopped. */
export interface McpServing {
  fetch(request: Request, caller: McpCaller): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * The routes of the protocol, served by what `start` gives at the first request.
 * @param start gets a function that logs a mistake of ours
 */
export function mcpPlugin(
  home: Home,
  start: (onError: (error: unknown) => void) => Promise<McpServing>,
): FastifyPluginCallback {
  const mcp = new LazyServing(start);
  const bound = resource.bind({ home, mcp });
  return (app, options, done) => {
    // The protocol reads its bodies itself, and answers what is wrong with them in its own form.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, payload, parsed) => parsed(null, payload));
    app.addHook("preClose", () => mcp.stop());
    bound(app, options, done);
  };
}

function mcpRoutes({ home, mcp }: { readonly home: Home; readonly mcp: LazyServing }): Routes<keyof typeof ACCESS> {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const serve = await mcp.handler(request.server.log);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    await serve(request, reply, callerOf(request, home));
  };
  return (app) => {
    app.route("POST /mcp", {
      schema: {
        operationId: "sendMcpMessage",
        summary: "Talk the Model Context Protocol",
        description:
          "Streamable HTTP, revision 2026-07-28 and the older ones that begin with `initialize`. The body is a message of the protocol.",
        response: answers,
      },
      handler,
    });
    app.route("GET /mcp", {
      schema: {
        operationId: "listenToMcp",
        summary: "Listen to a session of an older revision",
        response: { 200: { description: "A stream of messages", content: EVENTS }, ...errorAnswers },
      },
      handler,
    });
    app.route("DELETE /mcp", {
      schema: { operationId: "endMcpSession", summary: "End a session of an older revision", response: answers },
      handler,
    });
  };
}

type Handler = (request: FastifyRequest, reply: FastifyReply, caller: McpCaller) => Promise<void>;

/** Starts what serves with the first request. */
class LazyServing {
  readonly #start: (onError: (error: unknown) => void) => Promise<McpServing>;
  #started: Promise<{ readonly handler: Handler; readonly stop: () => Promise<void> }> | null = null;

  constructor(start: (onError: (error: unknown) => void) => Promise<McpServing>) {
    this.#start = start;
  }

  async handler(log: FastifyBaseLogger): Promise<Handler> {
    this.#started ??= this.#begin(log);
    return (await this.#started).handler;
  }

  async stop(): Promise<void> {
    await (await this.#started)?.stop();
  }

  async #begin(log: FastifyBaseLogger): Promise<{ readonly handler: Handler; readonly stop: () => Promise<void> }> {
    const onError = (error: unknown) => log.error({ err: error }, "a request of MCP failed");
    const [serving, { serveNode }] = await Promise.all([this.#start(onError), import("./server/http/node.ts")]);
    return {
      handler: async ({ raw: request, stillHolds }, { raw: response }, caller) => {
        const fetch = (each: Request) => serving.fetch(each, caller);
        await serveNode({ request, response, fetch, stillHolds, onError });
      },
      stop: () => serving.stop(),
    };
  }
}

/** Who asks. Until a request has an identity of its own: the person, or the home's token. */
function callerOf(request: FastifyRequest, home: Home): McpCaller {
  const { asker, identity } = request;
  return new McpCaller({
    key: `${identity?.id ?? ""} ${asker.person ?? ""}`,
    asker,
    language: languageFor(request, home),
    room: identity?.room ?? null,
    rooms: identity?.rooms ?? null,
    scopes: new Set(hasScope(identity, "control") ? ["read", "control"] : ["read"]),
  });
}

/** The language that the client asks for; programs that ask for none speak for people of this home. */
function languageFor({ headers }: FastifyRequest, home: Home): Language {
  const wish = headers["accept-language"] ?? "*";
  return wish === "*" ? home.language : replyLanguage(home, headers);
}
