/** The public face of the model engine: the client, the prompts, and the loop over tool calls. */
export { Accumulator } from "./accumulator.ts";
export { DEFAULT_LIMITS, type Limits } from "./budget.ts";
export { type ChatModel, ModelAround, type ModelRequest } from "./chat-model.ts";
export {
  DEFAULT_FALLBACKS,
  DEFAULT_MODEL,
  DEFAULT_TIMEOUTS,
  ModelClient,
  type ModelOptions,
  OPENROUTER_URL,
} from "./client.ts";
export { DEFAULT_PATIENCE, type Patience } from "./complete.ts";
export { ConstrainedModel } from "./constrained.ts";
export { ModelEngine, type ModelEngineOptions } from "./engine.ts";
export { ModelFailure } from "./failure.ts";
export type { FailureKind } from "./failure-kind.ts";
export type { ModelProfile } from "./prompt.ts";
export { isSmallModel, PROVIDERS, providerAt } from "./providers.ts";
