import { is } from "../../understanding/parse/items.ts";
import { itemsOf } from "../../understanding/parse/segment.ts";
import type { Step } from "../../understanding/plan.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import { cancelsOneIn } from "../../understanding/utterance/follow-ups.ts";
import { objectionsIn } from "../../understanding/utterance/objection.ts";
import { saysWord } from "../../understanding/words.ts";
import type { LocalReply, LocalResult } from "../contract.ts";
import type { PlanRef } from "../plan-changes.ts";
import { nowUndoable, undone } from "../remember.ts";
import { undoable } from "./carry.ts";
import { rememberPlans } from "./focus.ts";
import { hintsOf } from "./hints.ts";
import { everyPlan, knownHere, listed } from "./planning/fits.ts";
import {
  type FollowedPlan,
  followPlans,
  isRepair,
  moveBack,
  type PlanContext,
  type Planned,
  plannedInstead,
  setTimer,
  takeBack,
} from "./planning/index.ts";
import { joined, perform, reply, undo } from "./settle.ts";

/** "Cancel it", "undo that" right after a plan was made: cancels the plan. Null where the text is about anything else. */
export async function takenBack(
  context: PlanContext,
  run: (steps: readonly Step[]) => Promise<LocalReply>,
): Promise<LocalResult | null> {
  const { request, situation, planner } = context;
  const { conversation, text } = request;
  const { focus } = conversation;
  const plans = focus?.plans ?? [];
  const everything = cancelsAll(text, context);
  if (everything.length > 0) {
    rememberPlans(conversation, []);
    return await back(await takeBack(everything, context), false, context);
  }
  if (!focus || plans.length === 0) return null;
  const followed = await followPlans(text, context);
  if (followed === "unclear") return { handled: false, hints: hintsOf(text, situation) };
  if (followed) return await afterFollowed(followed, context);
  const instead = plannedInstead(text, context);
  if (instead) {
    const taken = await takeBack(plans, context);
    const done = await run(instead);
    return { ...done, reply: joined([taken.text, done.reply], situation) };
  }
  if (isRepair(text, context)) return { handled: false, hints: hintsOf(text, situation) };
  const pausing = saysWord(text, "pausing", ABOUT_IT);
  if (pausing || saysWord(text, "resuming", ABOUT_IT)) {
    const [only, ...others] = plans;
    if (only?.kind !== "timer" || others.length > 0 || !planner.timers.list().some(({ id }) => id === only.id))
      return { handled: false, hints: hintsOf(text, situation) };
    return reply(await setTimer(only.id, pausing ? "pause" : "resume", context), [], []);
  }
  // "Stop the music" is about no plan.
  if (saysWord(text, "sounding", [...ABOUT_IT, "cancel"])) return null;
  // "Cancel all of them" may mean more than the last plan.
  if (saysWord(text, "allOfThem", [...ABOUT_IT, "cancel", "never_mind"])) return null;
  const only = plans.length === 1 && cancelsOneIn(text) === "that";
  const stops = only || saysWord(text, "cancel", [...ABOUT_IT, "never_mind"]) || saysStop(text);
  if (!stops && !saysWord(text, "undo") && !saysWord(text, "never_mind")) return null;
  const { moved = [], ...before } = focus;
  if (moved.length > 0 && saysWord(text, "undo")) {
    conversation.focus = before;
    const names = await moveBack(moved, context);
    return reply(names.length > 0 ? context.phrases.movedBack(names) : context.phrases.nothingPlanned, [], []);
  }
  conversation.focus = { ...before, plans: [] };
  const undoing = saysWord(text, "undo");
  const taken = await takeBack(plans, context, { stays: undoing && conversation.undo.length > 0 });
  // "Undo" of a sentence that also commanded something: "on for ten minutes".
  return await back(taken, undoing, context);
}

/** The reply to a follow-up about the last plan; updates the focus. */
async function afterFollowed(followed: FollowedPlan, context: PlanContext): Promise<LocalResult> {
  const { request, situation, home } = context;
  const { conversation } = request;
  const after = conversation.exchanges.at(-1) ?? null;
  rememberPlans(conversation, followed.plans ?? [], followed.moved);
  const { focus } = conversation;
  if (focus?.plans?.length) conversation.focus = { ...focus, planned: { after, made: true } };
  if (followed.commands) {
    const done = await perform(home, followed.commands, [], request, situation);
    nowUndoable(conversation, undoable(done.outcomes));
    return done;
  }
  return await back(followed, followed.undo === true, context);
}

/** The reply about cancelled plans; with `undoing` the commands of the same sentence are reverted as well. */
async function back(
  { text, outcomes = [] }: Planned,
  undoing: boolean,
  { request, situation, home }: PlanContext,
): Promise<LocalReply> {
  const { conversation } = request;
  const ended = new Set(outcomes.map(({ device }) => device));
  const left = conversation.undo.filter(({ device }) => !ended.has(device));
  if (ended.size > 0 && left.length === 0) undone(conversation, home);
  else conversation.undo = left;
  if (!undoing || left.length === 0) return reply(text, outcomes, []);
  const done = await undo(home, request, situation);
  return { ...done, reply: joined([text, done.reply], situation), outcomes: [...outcomes, ...done.outcomes] };
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
  const { index } = context.situation;
  if (!all || !itemsOf(normalise(text), index).some((item) => is(item, "cancel"))) return [];
  // After a list was told, its plans are meant.
  return listed(context) ?? knownHere(everyPlan(context), context).map(({ plan }) => plan);
}

/** Roles of words beside an act that is about the last plan. */
const ABOUT_IT = ["it", "thing", "them"] as const;
