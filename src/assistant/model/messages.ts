/** Messages and parts of a chat completion, in the format of OpenAI-compatible servers. */

export interface SystemMessage {
  readonly role: "system";
  readonly content: string;
}

export interface UserMessage {
  readonly role: "user";
  readonly content: string;
}

export interface WireToolCall {
  readonly id: string;
  readonly type: "function";
  readonly function: { readonly name: string; readonly arguments: string };
}

export interface AssistantMessage {
  readonly role: "assistant";
  readonly content: string | null;
  readonly tool_calls?: readonly WireToolCall[];
  /** Reasoning as it came, in order: some models refuse a tool result without it. At most one of the three is set. */
  readonly reasoning_details?: readonly unknown[];
  readonly reasoning?: string;
  readonly reasoning_content?: string;
}

export interface ToolMessage {
  readonly role: "tool";
  readonly tool_call_id: string;
  readonly content: string;
}

export type ModelMessage = SystemMessage | UserMessage | AssistantMessage | ToolMessage;

/** A tool in a request. */
export interface WireTool {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
}

/** A tool call of a model, unchecked. */
export interface RawCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** Tokens and cost of one request. */
export interface CallUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
  /** US dollars; null when the provider does not say. */
  readonly cost: number | null;
}

/** One whole answer of a model. */
export interface Completion {
  readonly content: string;
  readonly calls: readonly RawCall[];
  readonly reasoning: Pick<AssistantMessage, "reasoning" | "reasoning_details" | "reasoning_content">;
  /** The finish reason; null when the stream ended without one. */
  readonly finish: string | null;
  readonly usage: CallUsage | null;
  /** The model that answered, where the server reports it. */
  readonly model: string | null;
}
