import { messages } from "../../language/index.ts";
import type { SentenceDecision } from "../../understanding/decision/decide.ts";
import { isPlain } from "../../understanding/decision/plain.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import type { SentenceStep } from "../../understanding/plan.ts";
import { mayAskWhy, selectsByState } from "../../understanding/utterance/unsupported.ts";
import type { Conversation, LocalRequest, LocalResult } from "../contract.ts";
import { hintsOf } from "./hints.ts";
import { areExplained, type PlanContext } from "./planning/index.ts";

/** The result that leaves a text to a model, with the hints for it. */
export function deferToModel({ text }: LocalRequest, context: DialogueContext): LocalResult {
  return { handled: false, unclear: true, hints: hintsOf(text, context) };
}

/** Whether a sentence is plain by itself and also in this conversation, so that the local engine answers it although a model is there. */
export async function isPlainHere(
  decision: SentenceDecision,
  { conversation, text }: LocalRequest,
  planning: PlanContext | null,
): Promise<boolean> {
  if (!isPlain(decision) || selectsByState(text)) return false;
  const { understanding } = decision;
  if (understanding.kind === "unknown") return true;
  const { steps } = understanding;
  if (asksAnew(steps, conversation) || asksOfPlan(steps, conversation)) return false;
  if (mayAskWhy(text) && steps.some(({ kind }) => kind === "answer")) return false;
  return planning === null || (await areExplained(steps, planning));
}

/** Whether a reply only says "I'll leave it" right after a command: 算了，先别开 may want that command reverted. */
export function mayTakeBackLast(result: LocalResult, { conversation, language }: LocalRequest): boolean {
  if (!result.handled || result.outcomes.length > 0 || result.reply !== messages(language).replies.leave) return false;
  return (conversation.exchanges.at(-1)?.outcomes.length ?? 0) > 0;
}

/** Whether an answer to a question which one would be asked about again: "bedroom, and set it to 23". */
function asksAnew(steps: readonly SentenceStep[], { aside, exchanges }: Conversation): boolean {
  const asks = steps.some(({ kind }) => kind === "ask");
  return asks && aside !== undefined && aside.after === (exchanges.at(-1) ?? null);
}

/** Whether a question about "it" follows a turn about a plan: "is it still active?" */
function asksOfPlan(steps: readonly SentenceStep[], { focus, exchanges }: Conversation): boolean {
  if (!focus?.plans?.length || focus.planned?.after !== (exchanges.at(-2) ?? null)) return false;
  return steps.some((step) => step.kind === "answer" && step.frame.heads.every(({ type }) => type === "it"));
}
