import { matchesRole } from "../../../understanding/lexicon/whole-text.ts";
import type { PlanRef } from "../../plan-changes.ts";
import type { PlanContext } from "./context.ts";
import { isOfConversation, uniquePlans } from "./match-plans.ts";

/** Roles of words beside "all" or "both", in "cancel both of them". */
const BESIDE = ["cancel", "delete", "it", "them", "of", "thing"] as const;
const ALL = ["both", "all", "allOfThem"] as const;

/**
 * The plans that "cancel both", 全取消, means: the last two, or all plans of this conversation that are like the last.
 * @returns null where the text says anything else, or there is only one such plan; empty where it is not clear which two are meant
 */
export function allPlansNamed(text: string, context: PlanContext): readonly PlanRef[] | null {
  const words = [...BESIDE, ...ALL] as const;
  if (!matchesRole(text, "cancel", words) && !matchesRole(text, "delete", words)) return null;
  if (matchesRole(text, "both", BESIDE)) return lastTwo(context);
  if (!ALL.some((role) => matchesRole(text, role, words))) return null;
  const alike = likeTheLast(context);
  return alike.length > 1 ? alike : null;
}

/** The last two plans, where both are still there. */
function lastTwo(context: PlanContext): readonly PlanRef[] {
  const { known = [], focus } = context.request.conversation;
  if (focus?.plans?.length === 2) return focus.plans;
  const last = uniquePlans(known).slice(-2);
  return last.length === 2 && last.every((plan) => context.nameOf(plan) !== null) ? last : [];
}

/** The timers of this conversation like the last one: those that ring alike, or those with commands. */
function likeTheLast({ planner, request }: PlanContext): readonly PlanRef[] {
  const { conversation } = request;
  const timers = planner.timers.list();
  const [last] = conversation.focus?.plans ?? [];
  const timer = last?.kind === "timer" ? timers.find(({ id }) => id === last.id) : undefined;
  if (!timer) return [];
  const acts = timer.commands.length > 0;
  return timers
    .filter(({ rings, commands }) => rings === timer.rings && commands.length > 0 === acts)
    .map(({ id }): PlanRef => ({ kind: "timer", id }))
    .filter((plan) => isOfConversation(plan, conversation));
}
