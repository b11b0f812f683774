import type { Command } from "../../../home/index.ts";
import type { PlanRef } from "../../contract.ts";
import { outcomeSentences } from "../../replies/outcomes.ts";
import type { PlanContext, Planned } from "./context.ts";

/** What puts back what was done for a while; none where the plan is anything else. */
export function endingOf({ kind, id }: PlanRef, { planner, request }: PlanContext): readonly Command[] {
  const { passing = [] } = request.conversation;
  if (kind !== "timer" || !passing.includes(id)) return [];
  return planner.timers.list().find((timer) => timer.id === id)?.commands ?? [];
}

/** Ends now what was done for a while: nobody else would. What the policy asks about is left. Null where nothing was done. */
export async function endNow(
  commands: readonly Command[],
  { home, planner, request, language }: PlanContext,
): Promise<Required<Pick<Planned, "text" | "outcomes">> | null> {
  if (commands.length === 0 || planner.timers.approvals(commands).length > 0) return null;
  const { outcomes } = await home.execute(commands, request.origin, { signal: request.signal });
  return { text: outcomeSentences(home, outcomes, language), outcomes };
}
