import type { AnswerHead } from "./chat-form.ts";
import type { OpenAiError } from "./errors.ts";
import type { Lines } from "./event-lines.ts";
import { NO_TOKENS, type TokenCounts } from "./spoken.ts";

/** What the object of a response repeats of its request. */
export interface ResponseHead extends AnswerHead {
  /** The response that it goes on from. */
  readonly previous: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The response with a reply. */
export function responseObject(head: ResponseHead, reply: string, usage: TokenCounts) {
  return {
    ...bare(head, "completed"),
    output: [messageItem(head, "completed", [textPart(reply)])],
    usage: countsOf(usage),
  };
}

/** The events of a streamed response, numbered from 0, each with its name and a blank line after it. */
export function responseLines(head: ResponseHead, errorOf: (error: unknown) => OpenAiError): Lines {
  let number = 0;
  const event = (type: string, fields: object): string => {
    const data = JSON.stringify({ type, sequence_number: number, ...fields });
    number += 1;
    return `event: ${type}\ndata: ${data}\n\n`;
  };
  const place = { item_id: itemId(head), output_index: 0, content_index: 0 };
  const delta = (text: string) => event("response.output_text.delta", { ...place, delta: text, logprobs: [] });
  return {
    begin: () =>
      [
        event("response.created", { response: bare(head, "in_progress") }),
        event("response.in_progress", { response: bare(head, "in_progress") }),
        event("response.output_item.added", { output_index: 0, item: messageItem(head, "in_progress", []) }),
        event("response.content_part.added", { ...place, part: textPart("") }),
      ].join(""),
    text: delta,
    quiet: () => delta(""),
    end: ({ sent, usage }) => {
      const item = messageItem(head, "completed", [textPart(sent)]);
      return [
        event("response.output_text.done", { ...place, text: sent, logprobs: [] }),
        event("response.content_part.done", { ...place, part: textPart(sent) }),
        event("response.output_item.done", { output_index: 0, item }),
        event("response.completed", { response: responseObject(head, sent, usage) }),
      ].join("");
    },
    failed: (error) => {
      const { message, param, code } = errorOf(error);
      return event("error", { code, message, param });
    },
  };
}

/** A response without anything said yet. */
function bare({ id, created, model, previous, metadata }: ResponseHead, status: "in_progress" | "completed") {
  return {
    id,
    object: "response" as const,
    created_at: created,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    model,
    output: [] as readonly object[],
    parallel_tool_calls: false,
    previous_response_id: previous,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: null,
    text: { format: { type: "text" } },
    tool_choice: "none",
    tools: [],
    top_p: null,
    truncation: "disabled",
    usage: status === "completed" ? countsOf(NO_TOKENS) : null,
    user: null,
    metadata,
  };
}

function messageItem(head: AnswerHead, status: "in_progress" | "completed", content: readonly object[]) {
  return { id: itemId(head), type: "message", status, role: "assistant", content };
}

function textPart(text: string) {
  return { type: "output_text", text, annotations: [], logprobs: [] };
}

function itemId({ id }: AnswerHead): string {
  return id.replace(/^resp_/, "msg_");
}

function countsOf({ prompt, completion, cached }: TokenCounts) {
  return {
    input_tokens: prompt,
    input_tokens_details: { cached_tokens: cached },
    output_tokens: completion,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: prompt + completion,
  };
}
