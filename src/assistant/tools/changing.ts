import type { Planner, Proposal } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { namesPlan } from "../named.ts";
import type { MovedPlan } from "../plan-changes.ts";
import type { Wishes } from "../wishes.ts";
import { approvalFor, hasYes } from "./consent.ts";
import type { Plan } from "./find-plan.ts";
import type { Loose } from "./forms/shape.ts";
import type { ToolContext, ToolResult } from "./tool.ts";

/** What every change of a plan needs. */
export interface Around {
  readonly home: HomeView;
  readonly planner: Planner;
  readonly context: ToolContext;
}

/** The result of a change that waits for a yes. */
export const HELD = {
  content: { changed: false, waits_for: "a yes of the person" },
  outcomes: [],
  failures: [],
} as const;

/**
 * The result that asks for a yes, where the person's own words do not ask for this change; null when it may be made at once.
 * @param args arguments of the call, for making it again after the yes
 */
export function asked(
  plan: Plan,
  proposal: Proposal,
  args: Loose,
  { planner, context }: Around,
  wished: (wishes: Wishes) => boolean = ({ plain }) => plain,
): ToolResult | null {
  const { language, named } = context;
  const consent = planner.consent(proposal, language);
  const approvals =
    proposal.kind === "move" && plan.kind === "timer" ? planner.timers.approvals(plan.timer.commands) : [];
  if (hasYes(context, consent, approvals)) return null;
  const alarm = plan.kind === "timer" && plan.timer.commands.length === 0;
  const rings = alarm && named?.asking === false && (named.wishes.change || (named.wishes.plain && "name" in args));
  if (approvals.length === 0 && (rings || namesPlan(named, plan, wished))) return null;
  const again = { id: plan.id, ...args };
  return { ...HELD, approval: approvalFor(plan.name, consent, approvals, again) };
}

/** The result of a change. @param moved how the plan was before, for "undo" */
export function done(changed: Loose, sentence: string, moved?: MovedPlan): ToolResult {
  return { content: { changed }, outcomes: [], failures: [], sentence, ...(moved && { moved: [moved] }) };
}
