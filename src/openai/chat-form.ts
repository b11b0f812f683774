import type { OpenAiError } from "./errors.ts";
import type { Lines } from "./event-lines.ts";
import type { TokenCounts } from "./spoken.ts";

/** What stays the same in all parts of an answer. */
export interface AnswerHead {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  /** The model as the client named it. */
  readonly model: string;
}

/** The chat completion with a reply. */
export function chatCompletion({ id, created, model }: AnswerHead, reply: string, usage: TokenCounts) {
  return {
    id,
    object: "chat.completion" as const,
    created,
    model,
    choices: [
      {
        index: 0,
        message: { role: "assistant" as const, content: reply, refusal: null },
        logprobs: null,
        finish_reason: "stop" as const,
      },
    ],
    usage: chatUsage(usage),
  };
}

/** The chunks of a streamed chat completion, each as a `data:` line with a blank line after it. */
export function chatLines(head: AnswerHead, withUsage: boolean, errorOf: (error: unknown) => OpenAiError): Lines {
  const { id, created, model } = head;
  const chunk = (choices: readonly object[], usage: object | null = null) =>
    dataLine({ id, object: "chat.completion.chunk", created, model, choices, ...(withUsage && { usage }) });
  const delta = (part: object, finish: "stop" | null = null) =>
    chunk([{ index: 0, delta: part, logprobs: null, finish_reason: finish }]);
  return {
    begin: () => delta({ role: "assistant", content: "" }),
    text: (text) => delta({ content: text }),
    quiet: () => delta({ content: "" }),
    end: ({ usage }) => `${delta({}, "stop")}${withUsage ? chunk([], chatUsage(usage)) : ""}data: [DONE]\n\n`,
    failed: (error) => dataLine({ error: errorOf(error) }),
  };
}

function chatUsage({ prompt, completion, cached }: TokenCounts) {
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

function dataLine(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
