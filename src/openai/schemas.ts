/** What clients send and get: only the fields that Jia reads are named, and every other one is accepted. */
import { z } from "zod";

/** Most messages of a request. */
const MAX_MESSAGES = 10_000;
/** Longest names and ids that are read, in characters. */
const MAX_ID = 200;

const Id = z.string().max(MAX_ID);
/** Null is what some clients send for a field that they do not set. */
const flag = z.boolean().nullish();

const Model = Id.nullish().meta({
  description: "`jia`, with a room or a language where they matter: `jia:kitchen`, `jia:zh`, `jia:kitchen:zh`.",
});

const shared = {
  model: Model,
  stream: flag,
  user: z.string().nullish().meta({ description: "Whoever asks, by any stable name: keeps conversations apart." }),
  metadata: z.looseObject({}).nullish().meta({ description: "`conversation_id` names the conversation." }),
  n: z.number().nullish().meta({ description: "Only 1." }),
  tools: z.unknown().optional(),
  tool_choice: z
    .unknown()
    .optional()
    .meta({ description: "Jia has its own tools and calls no others: a forced call is refused." }),
};

/** A message of a request. Content: a text, parts of which those with a text are read, or nothing. */
export const MessageBody = z.looseObject({
  role: z.string().max(MAX_ID).meta({ description: "system, developer, user, assistant, tool, function" }),
  content: z.unknown().optional(),
});

export const ChatBody = z
  .looseObject({
    ...shared,
    messages: z.array(MessageBody).min(1).max(MAX_MESSAGES),
    stream_options: z.looseObject({ include_usage: flag }).nullish(),
    function_call: z.unknown().optional(),
  })
  .meta({ id: "ChatCompletionRequest" });

export const ResponsesBody = z
  .looseObject({
    ...shared,
    input: z.union([z.string(), z.array(z.looseObject({})).max(MAX_MESSAGES)]),
    instructions: z.unknown().optional(),
    previous_response_id: Id.nullish(),
    conversation: z.union([Id, z.looseObject({ id: Id })]).nullish(),
  })
  .meta({ id: "ResponseRequest" });

const Usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number(), total_tokens: z.number() });

export const ChatCompletion = z
  .looseObject({
    id: z.string(),
    object: z.literal("chat.completion"),
    created: z.number(),
    model: z.string(),
    choices: z.array(
      z.looseObject({
        index: z.number(),
        message: z.looseObject({ role: z.literal("assistant"), content: z.string() }),
        finish_reason: z.literal("stop"),
      }),
    ),
    usage: Usage.loose(),
  })
  .meta({ id: "ChatCompletion" });

export const ResponseObject = z
  .looseObject({
    id: z.string(),
    object: z.literal("response"),
    created_at: z.number(),
    status: z.string(),
    model: z.string(),
    output: z.array(z.looseObject({})),
  })
  .meta({ id: "Response" });

export const ModelBody = z
  .object({ id: z.string(), object: z.literal("model"), created: z.number(), owned_by: z.string() })
  .meta({ id: "Model" });

export const ModelListBody = z
  .object({ object: z.literal("list"), data: z.array(ModelBody) })
  .meta({ id: "ModelList" });

/** The body of every error. */
export const OpenAiErrorBody = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
  })
  .meta({ id: "OpenAiError" });

/** The error answers of every route, for its `response`. */
export const openAiErrorResponses = { "4xx": OpenAiErrorBody, "5xx": OpenAiErrorBody } as const;
