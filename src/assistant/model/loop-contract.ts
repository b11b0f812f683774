import type { Confirmation, HomeView, Message, Outcome } from "../../home/index.ts";
import type { ToolCall, Usage } from "../contract.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import type { Prompts } from "../prompts.ts";
import type { UntriedPart } from "../replies/untried-parts.ts";
import type { Evidence } from "../statements/evidence.ts";
import type { StatementJudge } from "../statements/judge.ts";
import type { PersonRequest } from "../statements/request.ts";
import type { Tool, ToolContext, ToolRead } from "../tools/index.ts";
import type { ChatModel } from "./chat-model.ts";
import type { ConsentRequest } from "./consent-collector.ts";
import type { ModelMessage } from "./messages.ts";
import type { ModelFailure } from "./server/failure.ts";
import type { RetryPolicy } from "./server/request-completion.ts";
import type { TextStream } from "./text/text-stream.ts";
import type { TurnLimits } from "./turn-budget.ts";

export interface LoopRequest {
  readonly home: HomeView;
  readonly client: ChatModel;
  readonly prompts: Prompts;
  readonly tools: readonly Tool[];
  /** The context of tool calls, without the signal: the loop adds its own with the time limit. */
  readonly context: Omit<ToolContext, "signal" | "approved" | "waiting" | "unsaved">;
  readonly signal: AbortSignal;
  /** Text of an outside server was read in the conversation, also where the history below leaves it out. */
  readonly outside?: boolean;
  /** System, history and the new message. */
  readonly messages: readonly ModelMessage[];
  readonly session: string;
  /** The classified sentence of the person. */
  readonly request: PersonRequest;
  /** Decides which sentences of the model may be shown. */
  readonly judge: StatementJudge;
  /** The evidence of the turn; the loop adds its outcomes and reads. */
  readonly evidence: Evidence;
  readonly limits: TurnLimits;
  readonly patience: RetryPolicy;
  readonly listener: LoopListener;
}

/** Receives the events of a loop while it runs. */
export interface LoopListener {
  readonly text: TextStream;
  call(call: ToolCall): void;
  outcome(outcome: Outcome): void;
  notice(text: Message): void;
}

/**
 * How a loop ended. said: with the `say` of a tool · answered: with the model's text · asking: something waits for a yes · spent: a
 * budget is used up · late: the time is over · failed: no model answered · cancelled: by the caller.
 */
export type LoopEnd =
  | {
      readonly kind: "said" | "answered";
      readonly text: string;
      readonly told: string;
      readonly unshown: readonly string[];
    }
  | (ConsentRequest & {
      /** Reads of the turn since the first call that waits. */
      readonly reads: readonly ToolRead[];
      /** Why the rest of the turn failed; null when it did not. */
      readonly broken: PrematureEnd | null;
    })
  | { readonly kind: "cancelled" }
  | PrematureEnd;

/** An end before the model had finished. */
export type PrematureEnd =
  | { readonly kind: "spent" | "late" }
  | { readonly kind: "failed"; readonly failure: ModelFailure };

export interface LoopResult {
  readonly end: LoopEnd;
  readonly outcomes: readonly Outcome[];
  /** Failed parts of writes without a later successful retry. */
  readonly failures: readonly UntriedPart[];
  /** Effects of tools other than outcomes, in their own sentences: an automation was saved. */
  readonly sentences: readonly string[];
  /** Sentences of the model with its writes about what it could not do or does not know. */
  readonly caveats: readonly string[];
  /** Results of reads, for a reply in the home's own words. */
  readonly reads: readonly ToolRead[];
  /** Confirmations of commands that wait for a yes, whether or not the person is asked. */
  readonly confirmations: readonly Confirmation[];
  /** Plans that were made or changed. */
  readonly plans: readonly PlanRef[];
  /** Changed plans as they were before. */
  readonly moved: readonly MovedPlan[];
  /** A write ran, whatever its outcome. */
  readonly wrote: boolean;
  readonly calls: readonly ToolCall[];
  /** Tool calls, each with its result, for the conversation. */
  readonly exchange: readonly ModelMessage[];
  readonly usage: Usage;
}
