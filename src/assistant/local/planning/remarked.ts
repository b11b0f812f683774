import { unwantedIn } from "../../../understanding/existing/after.ts";
import { isCalledIn, tellsOf } from "../../../understanding/existing/called-in.ts";
import { readExisting } from "../../../understanding/existing/read.ts";
import { ANY_PLAN, type PlanRequest, saysNothing } from "../../../understanding/existing/request.ts";
import type { Situation } from "../../../understanding/ground/situation.ts";
import { areAlike } from "../../../understanding/parse/contrary.ts";
import { itemsOf } from "../../../understanding/parse/segment.ts";
import type { Step } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { cancelsOneIn, declinedDeedIn, type FollowUp, partsOf } from "../../../understanding/utterance/follow-ups.ts";
import { objectionsIn } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { rememberPlans } from "../focus.ts";
import { frameOf } from "../last-done.ts";
import { reply } from "../settle.ts";
import { takeBack } from "./agenda.ts";
import type { PlanContext } from "./context.ts";
import type { Features } from "./features.ts";
import { everyPlan, knownHere } from "./fits.ts";

/** "When does it go off?" right after a plan: the step that tells its time. Null for any other text, or without a plan. */
export function planToTell(followUp: FollowUp, { focus }: Conversation): Step | null {
  if (followUp.kind !== "when" || !focus?.plans?.length) return null;
  const which = followUp.several ? { ...ANY_PLAN, of: "plan" as const, all: true } : { ...ANY_PLAN, it: true };
  return { kind: "existing", request: { op: "tell", which, left: false } };
}

/** "Leave the switching off out", 关灯那个不用了: cancels the plan of this conversation with that act. Null where none or several have it. */
export async function deedDeclined(text: string, context: PlanContext): Promise<LocalReply | null> {
  const deed = declinedDeedIn(text);
  const last = context.request.conversation.exchanges.at(-1);
  if (deed === null || (deed.weak && (last === undefined || last.outcomes.length > 0))) return null;
  const does = ({ acts }: Features): boolean => [...acts()].some((each) => areAlike(each, deed.act));
  const [plan, ...others] = knownHere(everyPlan(context), context).filter(does);
  if (plan === undefined || others.length > 0) return null;
  return await taken(plan, context);
}

async function taken({ plan }: Features, context: PlanContext): Promise<LocalReply> {
  const { text, outcomes = [] } = await takeBack([plan], context);
  rememberPlans(context.request.conversation, []);
  return reply(text, outcomes, []);
}

/** Whether a text only cancels a plan, or reverts the last command. */
export function takesAway(text: string, situation: Situation): boolean {
  if (unwantedIn(text) !== null || cancelsOneIn(text) !== null || declinedDeedIn(text) !== null) return true;
  if (existingIn(text, situation)?.op === "cancel") return true;
  return objectionsIn(text).some(({ kind }) => TAKING.has(kind));
}

const TAKING: ReadonlySet<string> = new Set(["back", "undo", "back-what", "stay", "spare"]);

/** "The bread's done, cancel that timer": cancels the plan that the remark names. Null where it names none or several. */
export async function cancelledAs(text: string, context: PlanContext): Promise<LocalReply | null> {
  const parts = partsOf(text).map(({ said }) => said);
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2 || text.length > LONGEST) return null;
  const remarks = parts.slice(0, -1);
  if (remarks.some((remark) => isMore(remark, context.situation))) return null;
  const request = existingIn(last, context.situation);
  const which = request?.op === "cancel" ? request.which : null;
  const open = which !== null && !which.all && saysNothing(which);
  if (!open && cancelsOneIn(last) === null && unwantedIn(last)?.act !== null) return null;
  const plans = everyPlan(context).filter(({ nouns }) => which?.of == null || nouns.has(which.of));
  // After a later command "it" is that command, unless the remark has the whole name of the plan.
  const tells = which?.of == null && hasDoneSince(context.request.conversation) ? isCalledIn : tellsOf;
  const told = plans.filter(({ names }) => names.some((name) => remarks.some((remark) => tells(remark, name))));
  const [plan, ...others] = told;
  return plan === undefined || others.length > 0 ? null : await taken(plan, context);
}

/** Longer texts are more than a remark and a request, in characters. */
const LONGEST = 100;

/** Whether a part is a command or a question. */
function isMore(part: string, situation: Situation): boolean {
  const { act, asking, negated } = frameOf(part, situation);
  return act !== null || asking !== null || negated;
}

/** Whether a command was run since a plan was in focus. */
function hasDoneSince({ exchanges, focus }: Conversation): boolean {
  return !focus?.plans?.length && exchanges.some(({ outcomes }) => outcomes.length > 0);
}

function existingIn(text: string, situation: Situation): PlanRequest | null {
  return readExisting(itemsOf(normalise(text), situation.index), situation);
}
