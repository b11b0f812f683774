/** The messages and pieces of a chat completion, as OpenAI-compatible servers take and give them. */

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
  /** As they came, in order: some models refuse a tool result without them. At most one of the three is there. */
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

/** A tool as a request names it. */
export interface WireTool {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
}

/** A tool call as the model made it: nothing about it is checked yet. */
export interface RawCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** Tokens and money of one model call. */
export interface CallUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
  /** US dollars; null when the provider does not say. */
  readonly cost: number | null;
}

/** One answer of a model, put together from its pieces. */
export interface Completion {
  readonly content: string;
  readonly calls: readonly RawCall[];
  readonly reasoning: Pick<AssistantMessage, "reasoning" | "reasoning_details" | "reasoning_content">;
  /** null when the stream ended before it was told. */
  readonly finish: string | null;
  readonly usage: CallUsage | null;
  /** The model that answered, when it is told. */
  readonly model: string | null;
}
