import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { requestProblems, type WireRequest } from "./chat-request.ts";

/** What the server sends for one chat request. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON body; otherwise `events` as server-sent events. */
  readonly body?: unknown;
  /** Chunks of the stream: objects as `data:`, strings as they are (comments, broken lines). */
  readonly events?: readonly (object | string)[];
  /** After the events: `[DONE]`, the connection is destroyed, or nothing more ever comes. */
  readonly end?: "done" | "cut" | "hang";
  /** Bytes of one write: any cut is legal in a stream. All at once when it is left out. */
  readonly slice?: number;
  /** Milliseconds before the headers. */
  readonly delay?: number;
}

export interface RecordedRequest {
  readonly body: WireRequest;
  readonly headers: IncomingMessage["headers"];
}

/**
 * An OpenAI-compatible server over real HTTP that plays a script: the nth chat request gets the nth answer. Every request
 * is held against OpenRouter's own schema; what is wrong is in `problems`.
 */
export class ModelServer {
  /** Ids that GET /models lists; null: it answers 500. */
  models: readonly string[] | null = ["xiaomi/hunter-alpha"];
  readonly requests: RecordedRequest[] = [];
  readonly problems: string[] = [];
  /** Connections that the client closed before the answer was over. */
  abandoned = 0;
  readonly #script: ScriptedAnswer[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.problems.push(String(error));
        response.destroy();
      });
    });
  }

  async start(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.listen(0, "127.0.0.1", resolve);
    await promise;
  }

  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/v1`;
  }

  /** Forgets what was recorded and plays these answers next. */
  play(...answers: readonly ScriptedAnswer[]): void {
    this.requests.length = 0;
    this.problems.length = 0;
    this.abandoned = 0;
    this.#script.splice(0, this.#script.length, ...answers);
  }

  /** Answers that were not asked for. */
  get left(): number {
    return this.#script.length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.endsWith("/models")) {
      const { models } = this;
      response.writeHead(models ? 200 : 500, { "content-type": "application/json" });
      response.end(JSON.stringify(models ? { data: models.map((id) => ({ id, object: "model" })) } : { error: {} }));
      return;
    }
    let text = "";
    for await (const piece of request) text += String(piece);
    const body = JSON.parse(text) as WireRequest;
    this.requests.push({ body, headers: request.headers });
    this.problems.push(...requestProblems(body));
    const answer = this.#script.shift();
    if (!answer) {
      this.problems.push(`request ${this.requests.length} is not in the script`);
      response.writeHead(501).end();
      return;
    }
    response.on("close", () => {
      if (!response.writableFinished && answer.end !== "cut") this.abandoned += 1;
    });
    await play(answer, response);
  }
}

/** Sends one answer. */
export async function play(answer: ScriptedAnswer, response: ServerResponse): Promise<void> {
  if (answer.delay) await delay(answer.delay);
  if (answer.body !== undefined || !answer.events) {
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
    return;
  }
  response.writeHead(answer.status ?? 200, { "content-type": "text/event-stream", ...answer.headers });
  const parts = answer.events.map((event) =>
    typeof event === "string" ? event : `data: ${JSON.stringify(event)}\n\n`,
  );
  if ((answer.end ?? "done") === "done") parts.push("data: [DONE]\n\n");
  const bytes = Buffer.from(parts.join(""));
  const size = answer.slice ?? bytes.length;
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    // A turn of the event loop between writes keeps them apart on the wire.
    if (size < bytes.length) await delay(0);
  }
  if (answer.end === "hang") return;
  if (answer.end === "cut") response.destroy();
  else response.end();
}

/** What OpenRouter sends while the model has not begun. */
export const PROCESSING = ": OPENROUTER PROCESSING\n\n";

export interface ScriptedUsage {
  readonly prompt?: number;
  readonly completion?: number;
  readonly cached?: number;
  readonly cost?: number;
}

/** The last chunk, as OpenRouter sends it. */
export function usageChunk({ prompt = 100, completion = 20, cached = 0, cost }: ScriptedUsage = {}): object {
  return chunk([], {
    usage: {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
      prompt_tokens_details: { cached_tokens: cached },
      completion_tokens_details: { reasoning_tokens: 0 },
      ...(cost !== undefined && { cost }),
    },
  });
}

export function delta(content: object, finish: string | null = null): object {
  return chunk([{ index: 0, delta: content, finish_reason: finish, native_finish_reason: finish }]);
}

export function chunk(choices: readonly object[], over: object = {}): object {
  return {
    id: "gen-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "xiaomi/hunter-alpha",
    provider: "Xiaomi",
    choices,
    ...over,
  };
}

/** An answer in words, word by word. */
export function words(text: string, over: ScriptedAnswer & { readonly usage?: ScriptedUsage } = {}): ScriptedAnswer {
  const { usage, ...rest } = over;
  const pieces = text.split(/(?<= )|(?<=[，。])/);
  return {
    events: [
      PROCESSING,
      delta({ role: "assistant", content: "" }),
      ...pieces.map((content) => delta({ content })),
      delta({}, "stop"),
      usageChunk(usage),
    ],
    ...rest,
  };
}

export interface ScriptedCall {
  readonly tool: string;
  /** Arguments as an object, or as the exact text to send. */
  readonly args: object | string;
  readonly id?: string;
}

interface CallsOptions extends ScriptedAnswer {
  readonly content?: string;
  /** Reasoning details, as chunks of them. */
  readonly reasoning?: readonly object[];
  readonly usage?: ScriptedUsage;
}

/** An answer that calls tools: id and name in the first piece, arguments in pieces of five characters. */
export function calls(made: readonly ScriptedCall[], options: CallsOptions = {}): ScriptedAnswer {
  const { content, reasoning = [], usage, ...rest } = options;
  const pieces = made.flatMap(({ tool, args, id }, index) => {
    const text = typeof args === "string" ? args : JSON.stringify(args);
    const call = {
      index,
      id: id ?? `call_${index}_${tool}`,
      type: "function",
      function: { name: tool, arguments: "" },
    };
    const parts = text.match(/[\s\S]{1,5}/g) ?? [];
    return [
      delta({ tool_calls: [call] }),
      ...parts.map((part) => delta({ tool_calls: [{ index, function: { arguments: part } }] })),
    ];
  });
  return {
    events: [
      PROCESSING,
      ...reasoning.map((detail) => delta({ role: "assistant", content: "", reasoning_details: [detail] })),
      ...(content === undefined ? [] : [delta({ content })]),
      ...pieces,
      delta({}, "tool_calls"),
      usageChunk(usage),
    ],
    ...rest,
  };
}

/** An error as OpenRouter answers it. */
export function failing(
  status: number,
  message: string,
  over: { readonly headers?: Record<string, string>; readonly error?: object } = {},
): ScriptedAnswer {
  return {
    status,
    body: { error: { code: status, message, ...over.error } },
    ...(over.headers && { headers: over.headers }),
  };
}
