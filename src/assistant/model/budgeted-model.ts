import { type ChatModel, ModelDecorator, type ModelRequest } from "./chat-model.ts";
import type { DailyUsage } from "./daily-usage.ts";
import type { CallUsage } from "./messages.ts";
import { CompletionAccumulator } from "./server/accumulator.ts";
import { roughTokens } from "./token-budget.ts";

/** A model whose use is counted and ends at the limits of the day. */
export class BudgetedModel extends ModelDecorator {
  readonly #daily: DailyUsage;

  constructor(inner: ChatModel, daily: DailyUsage) {
    super(inner);
    this.#daily = daily;
  }

  /** @throws ModelFailure `day-budget` before the request, when a limit of the day is reached */
  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown> {
    this.#daily.check();
    const answer = new CompletionAccumulator();
    let begun = false;
    try {
      for await (const chunk of this.inner.stream(request, signal)) {
        begun = true;
        answer.push(chunk);
        yield chunk;
      }
    } finally {
      if (begun) this.#daily.add(answer.completion().usage ?? estimated(request, answer));
    }
  }
}

/** The use of an answer that was left or broke off before its usage came, or whose server states none. */
function estimated({ messages, tools }: ModelRequest, answer: CompletionAccumulator): CallUsage {
  const { content, reasoning, calls } = answer.completion();
  const written = [content, JSON.stringify(reasoning), ...calls.map((call) => call.arguments)].join(" ");
  return {
    promptTokens: roughTokens(JSON.stringify(messages)) + roughTokens(JSON.stringify(tools)),
    completionTokens: roughTokens(written),
    cachedTokens: 0,
    cost: null,
  };
}
