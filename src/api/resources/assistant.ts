import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { TurnEvent, TurnRequest, TurnResult } from "../../assistant/contract.ts";
import { type Clock, type Home, JiaError } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { type ApiPeople, NO_PEOPLE, resolveAsker } from "../asker.ts";
import { internalError } from "../errors.ts";
import { TURN_EVENTS } from "../event-schemas.ts";
import { eventContent } from "../event-stream.ts";
import { outcomeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { clientName } from "../origin.ts";
import { problemJson } from "../problem.ts";
import { RateLimit } from "../rate-limit.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { AssistantReplyBody, AssistantRequestBody } from "../schemas.ts";
import { clientDisconnected, openStream } from "../stream.ts";

/** Runs turns; `assistant/turn.ts` implements it. */
export interface AssistantPort {
  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
}

export interface AssistantServices {
  readonly home: Home;
  readonly assistant: AssistantPort;
  readonly clock: Clock;
  /** The people that requests may act as; none when left out. */
  readonly people?: ApiPeople;
}

/** How many turns one identity may start in a minute: a whole household never comes near. */
const TURNS_PER_MINUTE = 1_200;

const ACCESS = {
  "POST /api/assistant": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** Sentences of people: the answer as one JSON, or as a stream of the turn's events. */
export const assistantResource = defineResource({
  tag: "assistant",
  access: ACCESS,
  routes: assistantRoutes,
});

function assistantRoutes({
  home,
  assistant,
  clock,
  people = NO_PEOPLE,
}: AssistantServices): Routes<keyof typeof ACCESS> {
  const limit = new RateLimit(clock, TURNS_PER_MINUTE);
  const turnRequest = (request: FastifyRequest, body: z.infer<typeof AssistantRequestBody>): TurnRequest => {
    const { text, conversation, existing, room, language, stranger } = body;
    const { person } = body.person === undefined ? request.asker : resolveAsker(request, body.person, people);
    const client = clientName(request);
    const stands = room ?? request.identity?.room ?? room;
    return {
      text,
      ...(client !== undefined && { client }),
      ...(person !== undefined && { person }),
      ...(stranger && request.tokenOf === null && { stranger }),
      ...(conversation !== undefined && { conversation }),
      ...(existing !== undefined && { existing }),
      ...(stands !== undefined && { room: stands === null ? null : home.layout.roomNamed(stands).id }),
      ...(language !== undefined && { language }),
    };
  };

  return (app) => {
    app.route("POST /api/assistant", {
      schema: {
        operationId: "say",
        summary: "Say something to the home",
        description:
          "Answers when the turn is over. With Accept: text/event-stream the answer is a stream of the turn's events: " +
          "started, text, replace, call, outcome, notice, done (or error); the data of `done` is the JSON answer, with " +
          "`failed` when nothing was done and no outcome shows it. " +
          "Closing the connection stops the turn.",
        querystring: NoQuery,
        body: AssistantRequestBody,
        response: {
          200: {
            description: "The finished turn, or its events",
            content: {
              "application/json": { schema: AssistantReplyBody },
              ...eventContent(TURN_EVENTS, "TurnEvent"),
            },
          },
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        limit.use(request.identity?.id ?? "");
        const turn = turnRequest(request, request.body);
        const language = replyLanguage(home, request.headers, turn.language);
        if (/\btext\/event-stream\b/i.test(request.headers.accept ?? "")) {
          const stream = openStream(request, reply);
          try {
            for await (const event of assistant.run(turn, stream.closed))
              stream.send(event.type, eventBody(event, home, language));
          } catch (error) {
            const known = error instanceof JiaError ? error : internalError(error);
            if (known.code === "internal") request.log.error({ err: error }, "turn failed");
            stream.send("error", problemJson(known, language));
          }
          stream.end();
          return reply;
        }
        let result: TurnResult | null = null;
        for await (const event of assistant.run(turn, clientDisconnected(reply)))
          if (event.type === "done") result = event.result;
        if (!result) throw new JiaError("cancelled");
        return resultBody(result, home, language);
      },
    });
  };
}

/** The data of a turn's event on a stream. */
function eventBody(event: TurnEvent, home: Home, language: Language): unknown {
  switch (event.type) {
    case "started":
      return { conversation: event.conversation };
    case "text":
    case "replace":
    case "notice":
      return { text: event.text };
    case "call":
      return event.call;
    case "outcome":
      return outcomeJson(event.outcome, home, language);
    case "done":
      return { ...resultBody(event.result, home, language), ...(event.result.failed && { failed: true }) };
    default:
      return event satisfies never;
  }
}

/** The answer of a turn in the form that scripts rely on. */
export function resultBody(result: TurnResult, home: Home, language: Language): z.infer<typeof AssistantReplyBody> {
  const { usage } = result;
  return {
    reply: result.reply,
    expectsReply: result.expectsReply,
    ...(result.expectsPin && { expectsPin: true as const }),
    path: result.path,
    conversation: result.conversation,
    outcomes: result.outcomes.map((outcome) => outcomeJson(outcome, home, language)),
    calls: result.calls.map((call) => ({ tool: call.tool, arguments: { ...call.arguments } })),
    ...(usage && { usage: { ...usage } }),
    ms: Math.round(result.ms),
  };
}
