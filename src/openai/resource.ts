import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type AccessTable,
  acceptedLanguage,
  defineResource,
  internalError,
  RateLimit,
  type Routes,
} from "../api/index.ts";
import { JiaError } from "../home/index.ts";
import { Answerer, type Answering, type Asked, type OpenAiServices } from "./answer.ts";
import { chatCompletion, chatLines } from "./chat-form.ts";
import { MOST_MB, type OpenAiError, openAiError } from "./errors.ts";
import { streamAnswer } from "./event-lines.ts";
import { GivenResponses } from "./given-responses.ts";
import { inputMessages, plainMessages } from "./messages.ts";
import { chosenModel, modelNames } from "./model-name.ts";
import { responseLines, responseObject } from "./response-form.ts";
import {
  ChatBody,
  ChatCompletion,
  ModelBody,
  ModelListBody,
  openAiErrorResponses,
  ResponseObject,
  ResponsesBody,
} from "./schemas.ts";
import type { Piece } from "./spoken.ts";
import { hashOf } from "./threads.ts";

/** How many answers one network may ask for in a minute: turns, and the tasks that chat programs add to them. */
const ANSWERS_PER_MINUTE = 240;
const ACCESS = {
  "GET /v1/models": { who: "everyone", scope: "read" },
  "GET /v1/models/:id": { who: "everyone", scope: "read" },
  "POST /v1/chat/completions": { who: "everyone", scope: "control" },
  "POST /v1/responses": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The endpoint for programs that speak the protocol of OpenAI. */
export const openAiResource = defineResource({ tag: "openai", access: ACCESS, routes: openAiRoutes });

function openAiRoutes(services: OpenAiServices): Routes<keyof typeof ACCESS> {
  const { home, clock } = services;
  const answerer = new Answerer(services);
  const given = new GivenResponses();
  const limit = new RateLimit(clock, ANSWERS_PER_MINUTE);
  const started = seconds(clock.now());
  const modelObject = (id: string) => ({ id, object: "model" as const, created: started, owned_by: "jia" });

  const newHead = (prefix: string, { model }: Asked) => ({
    id: prefix + crypto.randomUUID().replaceAll("-", ""),
    created: seconds(clock.now()),
    model: model.name,
  });

  return (app) => {
    app.route("GET /v1/models", {
      schema: {
        operationId: "listModels",
        summary: "List the names of the model: jia, and one for each room",
        response: { 200: ModelListBody, ...openAiErrorResponses },
      },
      handler: () => ({ object: "list" as const, data: modelNames(home).map(modelObject) }),
    });

    app.route("GET /v1/models/:id", {
      schema: {
        operationId: "getModel",
        summary: "Read a name of the model",
        params: z.strictObject({ id: z.string().max(200) }),
        response: { 200: ModelBody, ...openAiErrorResponses },
      },
      handler: ({ params }) => modelObject(chosenModel(params.id, home).name),
    });

    app.route("POST /v1/chat/completions", {
      bodyLimit: MOST_MB * 1_048_576,
      schema: {
        operationId: "createChatCompletion",
        summary: "Say something to the home, as a chat completion",
        description:
          "The last message is carried out, once, if a person says it; those before it are context. Requests of chat programs " +
          "for titles, tags and the like are answered without doing anything. Unknown fields are ignored.",
        body: ChatBody,
        response: {
          200: {
            description: "The answer, or with `stream` its chunks",
            content: {
              "application/json": { schema: ChatCompletion },
              "text/event-stream": { schema: z.string() },
            },
          },
          ...openAiErrorResponses,
        },
      },
      handler: async (request, reply) => {
        limit.use(request.identity?.id ?? "");
        const { body } = request;
        const asked = answerer.read(request, body, plainMessages(body.messages));
        const answering = await answerer.answer(asked, request, reply);
        const head = newHead("chatcmpl-", asked);
        if (body.stream !== true) {
          const { reply: text, usage } = await wholeAnswer(answering, reply);
          return chatCompletion(head, text, usage);
        }
        const withUsage = body.stream_options?.include_usage === true;
        await streamAnswer({ request, reply }, answering, chatLines(head, withUsage, errorTeller(request)));
        return reply;
      },
    });

    app.route("POST /v1/responses", {
      bodyLimit: MOST_MB * 1_048_576,
      schema: {
        operationId: "createResponse",
        summary: "Say something to the home, as a response",
        description:
          "Text in, text out, as for chat completions. `previous_response_id` goes on with the conversation of a response; " +
          "its id is known until Jia restarts.",
        body: ResponsesBody,
        response: {
          200: {
            description: "The response, or with `stream` its events",
            content: {
              "application/json": { schema: ResponseObject },
              "text/event-stream": { schema: z.string() },
            },
          },
          ...openAiErrorResponses,
        },
      },
      handler: async (request, reply) => {
        limit.use(request.identity?.id ?? "");
        const { body } = request;
        const previous = body.previous_response_id ?? null;
        const read = answerer.read(request, body, inputMessages(body.input, body.instructions));
        const asked = {
          ...read,
          key: hashOf([read.key, previous]),
          ...(previous !== null && { after: given.conversationOf(previous, read.asker) }),
        };
        const answering = await answerer.answer(asked, request, reply);
        const head = { ...newHead("resp_", asked), previous, metadata: body.metadata ?? {} };
        if (answering.conversation !== null) given.note(head.id, asked.asker, answering.conversation);
        if (body.stream !== true) {
          const { reply: text, usage } = await wholeAnswer(answering, reply);
          return responseObject(head, text, usage);
        }
        await streamAnswer({ request, reply }, answering, responseLines(head, errorTeller(request)));
        return reply;
      },
    });
  };
}

/** The end of an answer that is not streamed. @throws JiaError `cancelled` when there is none */
async function wholeAnswer(
  { pieces, whole }: Answering,
  reply: FastifyReply,
): Promise<Extract<Piece, { kind: "end" }>> {
  for await (const piece of pieces) {
    if (piece.kind !== "end") continue;
    reply.raw.once("finish", whole);
    return piece;
  }
  throw new JiaError("cancelled");
}

/** Words an error for the client of a request. */
function errorTeller({ headers }: FastifyRequest): (error: unknown) => OpenAiError {
  const language = acceptedLanguage(headers["accept-language"]);
  return (error) => openAiError(error instanceof JiaError ? error : internalError(error), language);
}

/** Whole seconds of milliseconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
