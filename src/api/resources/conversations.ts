import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { ExchangeArchive } from "../../assistant/index.ts";
import { type Home, JiaError } from "../../home/index.ts";
import { message, messages } from "../../language/index.ts";
import {
  ConversationBody,
  conversationJson,
  conversationMarkdown,
  ExchangeBody,
  exchangeJson,
  titleOf,
} from "../conversation-json.ts";
import { replyLanguage } from "../language.ts";
import { PagedList } from "../list.ts";
import { longList } from "../long-list.ts";
import { IdParams } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** Most exchanges of a conversation that is taken along: all that are kept. */
const ALL = 1_000;

const LIST = new PagedList("conversations", ConversationBody, { key: ["number", "string"], standard: 50, most: 200 });
const EXCHANGES = new PagedList("exchanges", ExchangeBody, { key: ["number"], standard: 50, most: 200 });

const ACCESS = {
  "GET /api/conversations": { who: "everyone", scope: "control" },
  "GET /api/conversations/:id": { who: "everyone", scope: "control" },
  "GET /api/conversations/:id/export": { who: "everyone", scope: "control" },
  "DELETE /api/conversations/:id": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

export interface ConversationServices {
  readonly home: Home;
  readonly conversations: ExchangeArchive;
  /** The names of people; none when left out. */
  readonly people?: { get(id: string): { readonly name?: string } | undefined };
}

/** Conversations that are kept: with the home's token all of them, as a person what that person said. */
export const conversationsResource = defineResource({
  tag: "conversations",
  access: ACCESS,
  routes: conversationRoutes,
});

function conversationRoutes({ home, conversations, people }: ConversationServices): Routes<keyof typeof ACCESS> {
  const reader = ({ asker }: FastifyRequest): string | null => asker.person ?? null;
  const missing = (id: string): JiaError =>
    new JiaError("not-found", { what: message("turn.conversationNamed", { name: id }) });
  const exchangesOf = async (id: string, request: FastifyRequest, limit: number, before: number | null = null) => {
    const found = await conversations.of(id, reader(request), limit, before);
    if (found.length === 0) throw missing(id);
    return found;
  };

  return (app) => {
    app.route("GET /api/conversations", {
      schema: {
        operationId: "listConversations",
        summary: "List conversations, the last used first",
        description: "A person is shown those in which that person said something, and only what that person said.",
        querystring: LIST.query(),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const wanted = LIST.wanted(request);
        const [to, id] = wanted.after ?? [];
        const before = wanted.after && { to: Number(to), id: String(id) };
        const found = await conversations.list(reader(request), wanted.limit + 1, before);
        const page = LIST.cut(wanted, found, (each) => [each.to, each.id]);
        return await LIST.sendPage(request, reply, page, conversationJson);
      },
    });

    app.route("GET /api/conversations/:id", {
      schema: {
        operationId: "getConversation",
        summary: "Get what was said in a conversation, in order of time",
        description: "The first page has the newest exchanges, the next page those before them.",
        params: IdParams,
        querystring: EXCHANGES.query(),
        response: {
          200: EXCHANGES.body({
            id: z.string(),
            title: z.string().meta({ description: "The first sentence of this page, shortened." }),
          }),
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        const wanted = EXCHANGES.wanted(request);
        const { id } = request.params;
        const before = wanted.after && Number(wanted.after[0]);
        const found = await exchangesOf(id, request, wanted.limit + 1, before);
        const { items, next } = EXCHANGES.cut(wanted, found.toReversed(), ({ number }) => [number]);
        const page = { items: items.toReversed(), next };
        const title = titleOf(page.items[0]?.exchange.text ?? "");
        return await EXCHANGES.sendPage(request, reply, page, (each) => exchangeJson(each, home), { id, title });
      },
    });

    app.route("GET /api/conversations/:id/export", {
      schema: {
        operationId: "exportConversation",
        summary: "Take a conversation along as a file",
        params: IdParams,
        querystring: z.strictObject({ format: z.enum(["json", "markdown"]).default("json") }),
        response: {
          200: {
            description: "All its exchanges as JSON, or what was said as Markdown",
            content: {
              "application/json": { schema: z.object({ exchanges: z.array(ExchangeBody) }) },
              "text/markdown": { schema: z.string() },
            },
          },
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        const found = await exchangesOf(request.params.id, request, ALL);
        const ending = request.query.format === "json" ? "json" : "md";
        reply.header("content-disposition", `attachment; filename="jia-conversation.${ending}"`);
        if (ending === "json") {
          return await longList(reply, "exchanges", found, ExchangeBody, (each) => exchangeJson(each, home));
        }
        const { conversations: words } = messages(replyLanguage(home, request.headers));
        const speaker = (person: string | undefined) =>
          person === undefined ? words.somebody : (people?.get(person)?.name ?? person);
        const text = conversationMarkdown(found, { speaker, jia: words.jia, zone: home.timezone });
        reply.type("text/markdown; charset=utf-8").serializer(() => text);
        return text;
      },
    });

    app.route("DELETE /api/conversations/:id", {
      schema: {
        operationId: "deleteConversation",
        summary: "Delete a conversation",
        description: "As a person only what that person said in it.",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.number().meta({ description: "Exchanges." }) }), ...errorResponses },
      },
      handler: async (request) => {
        const { id } = request.params;
        const deleted = await conversations.remove(id, reader(request));
        if (deleted === 0) throw missing(id);
        return { deleted };
      },
    });
  };
}
