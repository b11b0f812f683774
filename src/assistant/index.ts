/** The public face of the assistant: turns and conversations. `model/` and `tools/` have an index of their own. */
export type {
  Conversation,
  Exchange,
  Focus,
  LocalEngine,
  LocalRequest,
  LocalResult,
  ToolCall,
  TurnEvent,
  TurnRequest,
  TurnResult,
  Usage,
} from "./contract.ts";
export { type ConversationStore, Conversations, IDLE_MS, newConversation } from "./conversations.ts";
export { HiddenFilter } from "./hidden/hidden-filter.ts";
export {
  type ExchangeArchive,
  type KeptConversation,
  KeptConversations,
  type NumberedExchange,
} from "./kept-conversations.ts";
export type { DayUsage, UsageStorage } from "./model/daily-usage.ts";
export { NOTHING_OPEN, OPEN_VERSION, type OpenItem, type OpenList } from "./open/items.ts";
export { loadPrompts, type Prompts } from "./prompts.ts";
export { outcomeSentences, questionFor } from "./replies/outcomes.ts";
export { filterDevices, STATE_FILTERS } from "./tools/devices/selection.ts";
export { findPlan, PLAN_REF_KINDS } from "./tools/plans/find-plan.ts";
export type { Tool, ToolResult } from "./tools/tool.ts";
export { Assistant, type AssistantOptions } from "./turn.ts";
