import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { ExchangeArchive, KeptConversation } from "../../assistant/index.ts";
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
import { longList } from "../long-list.ts";
import { IdParams } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** Most exchanges of a conversation that is taken along: all that are kept. */
const ALL = 1_000;

const ACCESS = {
  "GET /api/conversations": "everyone",
  "GET /api/conversations/:id": "everyone",
  "GET /api/conversations/:id/export": "everyone",
  "DELETE /api/conversations/:id": "everyone",
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
        summary: "List conversations, the last used first",
        description: "A person is shown those in which that person said something, and only what that person said.",
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z.string().max(300).optional().meta({ description: "`next` of the page before." }),
        }),
        response: {
          200: z.object({ conversations: z.array(ConversationBody), next: z.string().nullable() }),
          ...errorResponses,
        },
      },
      handler: async (request) => {
        const { limit, cursor } = request.query;
        const found = await conversations.list(reader(request), limit + 1, cursor === undefined ? null : place(cursor));
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          conversations: page.map(conversationJson),
          next: found.length > limit && last ? cursorOf(last) : null,
        };
      },
    });

    app.route("GET /api/conversations/:id", {
      schema: {
        summary: "Get what was said in a conversation, in order of time",
        description: "The newest exchanges first by pages: `next` is the number below which the page before them ends.",
        params: IdParams,
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          before: z.coerce.number().int().min(1).optional().meta({ description: "`next` of the page before." }),
        }),
        response: {
          200: z.object({
            id: z.string(),
            title: z.string().meta({ description: "The first sentence of this page, shortened." }),
            exchanges: z.array(ExchangeBody),
            next: z.number().nullable(),
          }),
          ...errorResponses,
        },
      },
      handler: async (request) => {
        const { limit, before } = request.query;
        const { id } = request.params;
        const found = await exchangesOf(id, request, limit + 1, before ?? null);
        const page = found.slice(-limit);
        const next = found.length > limit ? (page[0]?.number ?? null) : null;
        const exchanges = page.map((each) => exchangeJson(each, home));
        return { id, title: titleOf(page[0]?.exchange.text ?? ""), exchanges, next };
      },
    });

    app.route("GET /api/conversations/:id/export", {
      schema: {
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

/** The place behind a conversation in the list, as a text that means nothing to others. */
function cursorOf({ to, id }: KeptConversation): string {
  return Buffer.from(JSON.stringify([to, id])).toString("base64url");
}

const Place = z.tuple([z.number(), z.string()]);

/** @throws JiaError `invalid-request` */
function place(cursor: string): { readonly to: number; readonly id: string } {
  try {
    const [to, id] = Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { to, id };
  } catch (error) {
    throw new JiaError("invalid-request", { detail: message("api.badCursor") }, error);
  }
}
