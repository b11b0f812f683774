import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { cancelsOneIn } from "../../../understanding/utterance/follow-ups.ts";
import { objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { LocalReply, LocalResult } from "../../contract.ts";
import { restoreEarlierUndo, setUndo } from "../../conversation-focus.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { focusOnPlans } from "../context/focus.ts";
import { undoableOutcomes } from "../execution/plan-commands.ts";
import { executeCommands, joinSentences, localReply, undoLast } from "../execution/undo.ts";
import { hintsOf } from "../hints.ts";
import {
  cancelPlans,
  handlePlanFollowUp,
  isPlanRepair,
  type PlanContext,
  type PlanFollowUpResult,
  type PlanningResult,
  pauseOrResumeTimer,
  replacementPlan,
  undoMoves,
} from "../planning/index.ts";
import { allPlans, listedPlans, plansOfConversation } from "../planning/match-plans.ts";

/** "Cancel it", "undo that" right after a plan was made: cancels the plan. Null where the text is about anything else. */
export async function takeBackPlans(
  context: PlanContext,
  run: (steps: readonly SentenceStep[]) => Promise<LocalReply>,
): Promise<LocalResult | null> {
  const { request, dialogue, planner } = context;
  const { conversation, text } = request;
  const { focus } = conversation;
  const plans = focus?.plans ?? [];
  const everything = cancelsAll(text, context);
  if (everything.length > 0) {
    focusOnPlans(conversation, []);
    return await back(await cancelPlans(everything, context), false, context);
  }
  if (!focus || plans.length === 0) return null;
  const followed = await handlePlanFollowUp(text, context);
  if (followed === "unclear") return { handled: false, hints: hintsOf(text, dialogue) };
  if (followed) return await afterFollowed(followed, context);
  const instead = replacementPlan(text, context);
  if (instead) {
    const taken = await cancelPlans(plans, context);
    const done = await run(instead);
    return { ...done, reply: joinSentences([taken.text, done.reply], dialogue) };
  }
  if (isPlanRepair(text, context)) return { handled: false, hints: hintsOf(text, dialogue) };
  const pausing = matchesRole(text, "pausing", ABOUT_IT);
  if (pausing || matchesRole(text, "resuming", ABOUT_IT)) {
    const [only, ...others] = plans;
    if (only?.kind !== "timer" || others.length > 0 || !planner.timers.list().some(({ id }) => id === only.id))
      return { handled: false, hints: hintsOf(text, dialogue) };
    return localReply(await pauseOrResumeTimer(only.id, pausing ? "pause" : "resume", context), [], []);
  }
  // "Stop the music" is about no plan.
  if (matchesRole(text, "sounding", [...ABOUT_IT, "cancel"])) return null;
  // "Cancel all of them" may mean more than the last plan.
  if (matchesRole(text, "allOfThem", [...ABOUT_IT, "cancel", "never_mind"])) return null;
  const only = plans.length === 1 && cancelsOneIn(text) === "that";
  const stops = only || matchesRole(text, "cancel", [...ABOUT_IT, "never_mind"]) || saysStop(text);
  if (!stops && !matchesRole(text, "undo") && !matchesRole(text, "never_mind")) return null;
  const { moved = [], ...before } = focus;
  if (moved.length > 0 && matchesRole(text, "undo")) {
    conversation.focus = before;
    const names = await undoMoves(moved, context);
    return localReply(names.length > 0 ? context.phrases.movedBack(names) : context.phrases.nothingPlanned, [], []);
  }
  conversation.focus = { ...before, plans: [] };
  const undoing = matchesRole(text, "undo");
  const taken = await cancelPlans(plans, context, { stays: undoing && conversation.undo.length > 0 });
  // "Undo" of a sentence that also commanded something: "on for ten minutes".
  return await back(taken, undoing, context);
}

/** The reply to a follow-up about the last plan; updates the focus. */
async function afterFollowed(followed: PlanFollowUpResult, context: PlanContext): Promise<LocalResult> {
  const { request, dialogue, home } = context;
  const { conversation } = request;
  const after = conversation.exchanges.at(-1) ?? null;
  focusOnPlans(conversation, followed.plans ?? [], followed.moved);
  const { focus } = conversation;
  if (focus?.plans?.length) conversation.focus = { ...focus, planned: { after, made: true } };
  if (followed.commands) {
    const done = await executeCommands(home, followed.commands, [], request, dialogue);
    setUndo(conversation, undoableOutcomes(done.outcomes));
    return done;
  }
  return await back(followed, followed.undo === true, context);
}

/** The reply about cancelled plans; with `undoing` the commands of the same sentence are reverted as well. */
async function back(
  { text, outcomes = [] }: PlanningResult,
  undoing: boolean,
  { request, dialogue, home }: PlanContext,
): Promise<LocalReply> {
  const { conversation } = request;
  const ended = new Set(outcomes.map(({ device }) => device));
  const left = conversation.undo.filter(({ device }) => !ended.has(device));
  if (ended.size > 0 && left.length === 0) restoreEarlierUndo(conversation, home);
  else conversation.undo = left;
  if (!undoing || left.length === 0) return localReply(text, outcomes, []);
  const done = await undoLast(home, request, dialogue);
  return { ...done, reply: joinSentences([text, done.reply], dialogue), outcomes: [...outcomes, ...done.outcomes] };
}

/** Whether a text says "stop", 停, alone. */
function saysStop(text: string): boolean {
  return objectionsIn(text).some((objection) => objection.kind === "enough" && objection.stops);
}

/**
 * The plans that "cancel everything", 全部取消, means right after a turn about plans: those that were made or told in this
 * conversation. Empty where it may mean anything else.
 */
function cancelsAll(text: string, context: PlanContext): readonly PlanRef[] {
  const { exchanges, focus } = context.request.conversation;
  const before = exchanges.at(-2) ?? null;
  const { told } = context.request.conversation;
  // After a question about something else, or a text that was not understood, the meaning is open.
  const planned = focus?.planned?.after === before || told?.after === before;
  if (!planned || exchanges.at(-1)?.outcomes.length !== 0) return [];
  const all = objectionsIn(text).some((objection) => objection.kind === "undo" && objection.commands === Infinity);
  const { index } = context.dialogue;
  if (!all || !segmentText(normalise(text), index).some((item) => playsRole(item, "cancel"))) return [];
  // After a list was told, its plans are meant.
  return listedPlans(context) ?? plansOfConversation(allPlans(context), context).map(({ plan }) => plan);
}

/** Roles of words beside an act that is about the last plan. */
const ABOUT_IT = ["it", "thing", "them"] as const;
