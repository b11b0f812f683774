import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { areSimilarActs } from "../../../understanding/parse/opposite-acts.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { unwantedIn } from "../../../understanding/plans/follow-ups.ts";
import { isCalledIn, mentionsPlan } from "../../../understanding/plans/mentions.ts";
import { readPlanRequest } from "../../../understanding/plans/read.ts";
import { ANY_PLAN, isAnyPlan, type PlanRequest } from "../../../understanding/plans/request.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import {
  cancelsOneIn,
  declinedActIn,
  type FollowUp,
  splitAtMarks,
} from "../../../understanding/utterance/follow-ups.ts";
import { objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { focusOnPlans } from "../context/focus.ts";
import { parseFrame } from "../context/last-turn.ts";
import { localReply } from "../execution/undo.ts";
import { cancelPlans } from "./agenda.ts";
import type { PlanContext } from "./context.ts";
import { allPlans, plansOfConversation } from "./match-plans.ts";
import type { PlanFeatures } from "./plan-features.ts";

/** "When does it go off?" right after a plan: the step that tells its time. Null for any other text, or without a plan. */
export function dueTimeStep(followUp: FollowUp, { focus }: Conversation): SentenceStep | null {
  if (followUp.kind !== "when" || !focus?.plans?.length) return null;
  const which = followUp.several ? { ...ANY_PLAN, of: "plan" as const, all: true } : { ...ANY_PLAN, it: true };
  return { kind: "existing", request: { op: "tell", which, left: false } };
}

/** "Leave the switching off out", 关灯那个不用了: cancels the plan of this conversation with that act. Null where none or several have it. */
export async function declineAction(text: string, context: PlanContext): Promise<LocalReply | null> {
  const deed = declinedActIn(text);
  const last = context.request.conversation.exchanges.at(-1);
  if (deed === null || (deed.weak && (last === undefined || last.outcomes.length > 0))) return null;
  const does = ({ acts }: PlanFeatures): boolean => [...acts()].some((each) => areSimilarActs(each, deed.act));
  const [plan, ...others] = plansOfConversation(allPlans(context), context).filter(does);
  if (plan === undefined || others.length > 0) return null;
  return await taken(plan, context);
}

async function taken({ plan }: PlanFeatures, context: PlanContext): Promise<LocalReply> {
  const { text, outcomes = [] } = await cancelPlans([plan], context);
  focusOnPlans(context.request.conversation, []);
  return localReply(text, outcomes, []);
}

/** Whether a text only cancels a plan, or reverts the last command. */
export function onlyCancels(text: string, context: DialogueContext): boolean {
  if (unwantedIn(text) !== null || cancelsOneIn(text) !== null || declinedActIn(text) !== null) return true;
  if (existingIn(text, context)?.op === "cancel") return true;
  return objectionsIn(text).some(({ kind }) => TAKING.has(kind));
}

const TAKING: ReadonlySet<string> = new Set(["back", "undo", "back-what", "stay", "spare"]);

/** "The bread's done, cancel that timer": cancels the plan that the remark names. Null where it names none or several. */
export async function cancelByRemark(text: string, context: PlanContext): Promise<LocalReply | null> {
  const parts = splitAtMarks(text).map(({ said }) => said);
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2 || text.length > LONGEST) return null;
  const remarks = parts.slice(0, -1);
  if (remarks.some((remark) => isMore(remark, context.dialogue))) return null;
  const request = existingIn(last, context.dialogue);
  const which = request?.op === "cancel" ? request.which : null;
  const open = which !== null && !which.all && isAnyPlan(which);
  if (!open && cancelsOneIn(last) === null && unwantedIn(last)?.act !== null) return null;
  const plans = allPlans(context).filter(({ nouns }) => which?.of == null || nouns.has(which.of));
  // After a later command "it" is that command, unless the remark has the whole name of the plan.
  const tells = which?.of == null && hasDoneSince(context.request.conversation) ? isCalledIn : mentionsPlan;
  const told = plans.filter(({ names }) => names.some((name) => remarks.some((remark) => tells(remark, name))));
  const [plan, ...others] = told;
  return plan === undefined || others.length > 0 ? null : await taken(plan, context);
}

/** Longer texts are more than a remark and a request, in characters. */
const LONGEST = 100;

/** Whether a part is a command or a question. */
function isMore(part: string, context: DialogueContext): boolean {
  const { act, asking, negated } = parseFrame(part, context);
  return act !== null || asking !== null || negated;
}

/** Whether a command was run since a plan was in focus. */
function hasDoneSince({ exchanges, focus }: Conversation): boolean {
  return !focus?.plans?.length && exchanges.some(({ outcomes }) => outcomes.length > 0);
}

function existingIn(text: string, context: DialogueContext): PlanRequest | null {
  return readPlanRequest(segmentText(normalise(text), context.index), context);
}
