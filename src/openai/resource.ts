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
import { Answerer, type OpenAiServices } from "./answer.ts";
import { chatCompletion, chatLines } from "./chat-form.ts";
import { MOST_MB, openAiError } from "./errors.ts";
import { streamAnswer } from "./event-lines.ts";
import { plainMessages } from "./messages.ts";
import { chosenModel, modelNames } from "./model-name.ts";
import { ChatBody, ChatCompletion, ModelBody, ModelListBody, openAiErrorResponses } from "./schemas.ts";

/** How many answers one network may ask for in a minute: turns, and the tasks that chat programs add to them. */
const ANSWERS_PER_MINUTE = 240;
const ACCESS = {
  "GET /v1/models": "everyone",
  "GET /v1/models/:id": "everyone",
  "POST /v1/chat/completions": "everyone",
} as const satisfies AccessTable;

/** The endpoint for programs that speak the protocol of OpenAI. */
export const openAiResource = defineResource({ tag: "openai", access: ACCESS, routes: openAiRoutes });

function openAiRoutes(services: OpenAiServices): Routes<keyof typeof ACCESS> {
  const { home, clock } = services;
  const answerer = new Answerer(services);
  const limit = new RateLimit(clock, ANSWERS_PER_MINUTE);
  const started = seconds(clock.now());
  const modelObject = (id: string) => ({ id, object: "model" as const, created: started, owned_by: "jia" });

  return (app) => {
    app.route("GET /v1/models", {
      schema: {
        summary: "List the names of the model: jia, and one for each room",
        response: { 200: ModelListBody, ...openAiErrorResponses },
      },
      handler: () => ({ object: "list" as const, data: modelNames(home).map(modelObject) }),
    });

    app.route("GET /v1/models/:id", {
      schema: {
        summary: "Read a name of the model",
        params: z.strictObject({ id: z.string().max(200) }),
        response: { 200: ModelBody, ...openAiErrorResponses },
      },
      handler: ({ params }) => modelObject(chosenModel(params.id, home).name),
    });

    app.route("POST /v1/chat/completions", {
      bodyLimit: MOST_MB * 1_048_576,
      schema: {
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
        limit.use(request.ip);
        const { body } = request;
        const asked = answerer.read(request, body, plainMessages(body.messages));
        const { pieces, gone, whole } = await answerer.answer(asked, request, reply);
        const head = {
          id: `chatcmpl-${crypto.randomUUID().replaceAll("-", "")}`,
          created: seconds(clock.now()),
          model: asked.model.name,
        };
        if (body.stream === true) {
          const language = acceptedLanguage(request.headers["accept-language"]);
          const lines = chatLines(head, body.stream_options?.include_usage === true, (error) =>
            openAiError(error instanceof JiaError ? error : internalError(error), language),
          );
          await streamAnswer({ request, reply }, pieces, lines, { gone, whole });
          return reply;
        }
        for await (const piece of pieces) {
          if (piece.kind !== "end") continue;
          reply.raw.once("finish", whole);
          return chatCompletion(head, piece.reply, piece.usage);
        }
        throw new JiaError("cancelled");
      },
    });
  };
}

/** Whole seconds of milliseconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
