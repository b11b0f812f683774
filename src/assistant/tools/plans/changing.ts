import type { Planner, Proposal } from "../../../automation/index.ts";
import type { HomeView } from "../../../home/index.ts";
import type { MovedPlan } from "../../plan-changes.ts";
import { wantsPlanChanged } from "../../wishes/mentions.ts";
import type { Wishes } from "../../wishes/wishes.ts";
import type { UnknownFields } from "../forms/argument-shape.ts";
import type { ToolContext, ToolResult } from "../tool.ts";
import { approvalFor, isConfirmed } from "./consent.ts";
import type { Plan } from "./find-plan.ts";

/** What every change of a plan needs. */
export interface PlanChangeContext {
  readonly home: HomeView;
  readonly planner: Planner;
  readonly context: ToolContext;
}

/** The result of a change that waits for a yes. */
export const NOT_CHANGED_YET = {
  content: { changed: false, waits_for: "a yes of the person" },
  outcomes: [],
  failures: [],
} as const;

/**
 * The result that asks for a yes, where the person's own words do not ask for this change; null when it may be made at once.
 * @param args arguments of the call, for making it again after the yes
 */
export function approvalNeeded(
  plan: Plan,
  proposal: Proposal,
  args: UnknownFields,
  { planner, context }: PlanChangeContext,
  wished: (wishes: Wishes) => boolean = ({ plain }) => plain,
): ToolResult | null {
  const { language, named } = context;
  const consent = planner.consent(proposal, language);
  const approvals =
    proposal.kind === "move" && plan.kind === "timer" ? planner.timers.approvals(plan.timer.commands) : [];
  if (isConfirmed(context, consent, approvals)) return null;
  const alarm = plan.kind === "timer" && plan.timer.commands.length === 0;
  const rings = alarm && named?.asking === false && (named.wishes.change || (named.wishes.plain && "name" in args));
  if (approvals.length === 0 && (rings || wantsPlanChanged(named, plan, wished))) return null;
  const again = { id: plan.id, ...args };
  return { ...NOT_CHANGED_YET, approval: approvalFor(plan.name, consent, approvals, again) };
}

/** The result of a change. @param moved how the plan was before, for "undo" */
export function changedResult(changed: UnknownFields, sentence: string, moved?: MovedPlan): ToolResult {
  return { content: { changed }, outcomes: [], failures: [], sentence, ...(moved && { moved: [moved] }) };
}
