import { messages } from "../../language/index.ts";
import type { SentenceDecision } from "../../understanding/decision/decide.ts";
import { isPlain } from "../../understanding/decision/plain.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { Step } from "../../understanding/plan.ts";
import { mayAskWhy, picksByMore } from "../../understanding/utterance/beyond.ts";
import type { Conversation, LocalRequest, LocalResult } from "../contract.ts";
import { hintsOf } from "./hints.ts";
import { areExplained, type PlanContext } from "./planning/index.ts";

/** What a model shall answer, where one is there. */
export function unclear({ text }: LocalRequest, situation: Situation): LocalResult {
  return { handled: false, unclear: true, hints: hintsOf(text, situation) };
}

/** Whether what is plain in itself is so in this conversation, and can be answered here. */
export async function isPlainHere(
  decision: SentenceDecision,
  { conversation, text }: LocalRequest,
  planning: PlanContext | null,
): Promise<boolean> {
  if (!isPlain(decision) || picksByMore(text)) return false;
  const { understanding } = decision;
  if (understanding.kind === "unknown") return true;
  const { steps } = understanding;
  if (asksAnew(steps, conversation) || asksOfPlan(steps, conversation)) return false;
  if (mayAskWhy(text) && steps.some(({ kind }) => kind === "answer")) return false;
  return planning === null || (await areExplained(steps, planning));
}

/** 算了，先别开 right after something was done may take it back: that it is left alone is no answer to that. */
export function leavesWhatWasDone(result: LocalResult, { conversation, language }: LocalRequest): boolean {
  if (!result.handled || result.outcomes.length > 0 || result.reply !== messages(language).replies.leave) return false;
  return (conversation.exchanges.at(-1)?.outcomes.length ?? 0) > 0;
}

/** "Bedroom, and set it to 23": what answers a question which one is none to ask the next question about. */
function asksAnew(steps: readonly Step[], { aside, exchanges }: Conversation): boolean {
  const asks = steps.some(({ kind }) => kind === "ask");
  return asks && aside !== undefined && aside.after === (exchanges.at(-1) ?? null);
}

/** "Is it still active?" right after a rule was talked about may be about that. */
function asksOfPlan(steps: readonly Step[], { focus, exchanges }: Conversation): boolean {
  if (!focus?.plans?.length || focus.planned?.after !== (exchanges.at(-2) ?? null)) return false;
  return steps.some((step) => step.kind === "answer" && step.frame.heads.every(({ type }) => type === "it"));
}
