import { saysWord } from "../../../understanding/words.ts";
import type { PlanRef } from "../../plan-changes.ts";
import type { PlanContext } from "./context.ts";
import { eachOnce, isKnownHere } from "./fits.ts";

/** Words beside those for all, of "cancel both of them". */
const BESIDE = ["cancel", "delete", "it", "them", "of", "thing"] as const;
const ALL = ["both", "all", "allOfThem"] as const;

/**
 * "Cancel both", 全取消: the two that were planned last, or all that were planned here and are like the last. Null where the
 * text says no such thing or there are no two like it; none where nobody can tell which two.
 */
export function everyMeant(text: string, context: PlanContext): readonly PlanRef[] | null {
  const words = [...BESIDE, ...ALL] as const;
  if (!saysWord(text, "cancel", words) && !saysWord(text, "delete", words)) return null;
  if (saysWord(text, "both", BESIDE)) return lastTwo(context);
  if (!ALL.some((role) => saysWord(text, role, words))) return null;
  const alike = likeTheLast(context);
  return alike.length > 1 ? alike : null;
}

/** The two that were planned last, where both are still there. */
function lastTwo(context: PlanContext): readonly PlanRef[] {
  const { known = [], focus } = context.request.conversation;
  if (focus?.plans?.length === 2) return focus.plans;
  const last = eachOnce(known).slice(-2);
  return last.length === 2 && last.every((plan) => context.nameOf(plan) !== null) ? last : [];
}

/** Timers of this conversation of the kind of the one that was set last: those that ring alike, or those that do something. */
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
    .filter((plan) => isKnownHere(plan, conversation));
}
