import { setTimeout as delay } from "node:timers/promises";
import type { Message } from "../../../home/index.ts";
import type { ChatModel, ModelRequest } from "../chat-model.ts";
import type { Completion } from "../messages.ts";
import { wholeSentences } from "../text/plain-words.ts";
import { CompletionAccumulator } from "./accumulator.ts";
import { ModelFailure } from "./failure.ts";

/** The retry policy of one request. Times in milliseconds. */
export interface RetryPolicy {
  /** Retries after a temporary failure. */
  readonly retries: number;
  /** The first wait when the server gives none; it doubles each time. */
  readonly backoff: number;
  /** Longest wait; a server that asks for more is not retried. */
  readonly longestWait: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { retries: 2, backoff: 500, longestWait: 10_000 };

export interface CompletionListener {
  text(piece: string): void;
  /** The attempt failed: forget its text. */
  restart(): void;
  notice(text: Message): void;
}

/**
 * Requests one whole answer, with retries after temporary failures (once after an empty or late answer) and with the next model when
 * this one is gone.
 * @throws ModelFailure of the last attempt; the signal's reason when it is aborted
 */
export async function requestCompletion(
  client: ChatModel,
  request: ModelRequest,
  listener: CompletionListener,
  patience: RetryPolicy,
  signal: AbortSignal,
): Promise<Completion> {
  /** Failures that cost long waits or tokens: they are retried only once. */
  let once = 0;
  for (let attempt = 0; ; ) {
    try {
      return await tryOnce(client, request, listener, signal);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      listener.restart();
      const notice = client.replace(error);
      if (notice) {
        listener.notice(notice);
        continue;
      }
      if (error.kind === "empty" || error.kind === "timeout") once += 1;
      if (!error.passing || attempt >= patience.retries || once > 1) throw error;
      const wait = error.retryAfter ?? patience.backoff * 2 ** attempt;
      if (wait > patience.longestWait) throw error;
      attempt += 1;
      await delay(wait, undefined, { signal });
    }
  }
}

async function tryOnce(
  client: ChatModel,
  request: ModelRequest,
  listener: CompletionListener,
  signal: AbortSignal,
): Promise<Completion> {
  const answer = new CompletionAccumulator();
  for await (const chunk of client.stream(request, signal)) {
    const piece = answer.push(chunk);
    if (piece !== "") listener.text(piece);
    if (answer.excessive) throw new ModelFailure("endless");
    if (answer.tooDeep) throw new ModelFailure("too-deep");
  }
  const completion = answer.completion();
  switch (completion.finish) {
    case null:
      // Only the finish reason tells a complete stream from one that was cut.
      throw new ModelFailure("broken", { detail: "no finish_reason" });
    case "error":
      throw new ModelFailure("unavailable", { detail: "finish_reason error" });
    case "content_filter":
      throw new ModelFailure("refused", { detail: "content_filter" });
    default:
      if (answer.empty) throw new ModelFailure("empty");
      return completion.finish === "length" && completion.calls.length === 0
        ? { ...completion, content: wholeSentences(completion.content) }
        : completion;
  }
}
