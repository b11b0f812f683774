/** The public face of the model engine: the client, the prompts, and the loop over tool calls. */

export { BudgetedModel } from "./budgeted-model.ts";
export { type ChatModel, ModelDecorator as ModelAround, type ModelRequest } from "./chat-model.ts";
export { type DailyLimits, DailyUsage } from "./daily-usage.ts";
export { ModelEngine, type ModelEngineOptions } from "./engine.ts";
export type { ModelProfile } from "./prompt.ts";
export { CompletionAccumulator as Accumulator } from "./server/accumulator.ts";
export {
  DEFAULT_FALLBACKS,
  DEFAULT_MODEL,
  DEFAULT_TIMEOUTS,
  ModelClient,
  type ModelOptions,
  OPENROUTER_URL,
} from "./server/client.ts";
export { ConstrainedModel } from "./server/constrained-model.ts";
export { ModelFailure } from "./server/failure.ts";
export type { FailureKind } from "./server/failure-kind.ts";
export { isSmallModel, PROVIDERS, providerAt } from "./server/providers.ts";
export { DEFAULT_RETRY_POLICY as DEFAULT_PATIENCE, type RetryPolicy as Patience } from "./server/request-completion.ts";
export { DEFAULT_TURN_LIMITS as DEFAULT_LIMITS, type TurnLimits as Limits } from "./turn-budget.ts";
