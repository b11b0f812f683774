import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Assistant, TurnEvent, TurnRequest } from "../assistant/index.ts";
import { withLogContext } from "../log-context.ts";

/**
 * Gives each turn an id for the log, and writes a line at its end. The line holds neither what was said nor the reply:
 * a log is read by others, and goes into reports.
 */
export class LoggedTurns {
  readonly #assistant: Assistant;

  constructor(assistant: Assistant, log: Logger) {
    this.#assistant = assistant;
    assistant.subscribe(({ conversation, path, failed = false, outcomes, calls, usage, ms }) => {
      const model = usage && { model: usage.model, rounds: usage.rounds, cost: usage.cost };
      log.info({ conversation, path, failed, calls: calls.length, outcomes: outcomes.length, ms, ...model }, "turn");
    });
  }

  /** @see Assistant.run */
  run(request: TurnRequest, signal?: AbortSignal): AsyncIterable<TurnEvent> {
    return withLogContext({ turn: randomUUID().slice(0, 13) }, () => this.#assistant.run(request, signal));
  }
}
