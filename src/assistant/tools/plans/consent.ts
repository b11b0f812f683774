import type { Approval as AskedFor, Consent } from "../../../automation/index.ts";
import type { ToolApproval, ToolContext } from "../tool.ts";
import { commandsOfApprovals, needsApproval } from "./saved-plans.ts";

/** Whether the person has said yes to exactly this. */
export function isConfirmed(
  { consent, approved }: ToolContext,
  { token }: Consent,
  approvals: readonly AskedFor[],
): boolean {
  if (consent !== undefined) return consent === token;
  // An older version stored only the commands and no token.
  return approved !== undefined && approvals.length > 0 && !needsApproval(approvals, approved);
}

/** The question for a yes to a call. */
export function approvalFor(
  subject: string,
  { question, token }: Consent,
  approvals: readonly AskedFor[],
  args?: Readonly<Record<string, unknown>>,
): ToolApproval {
  return {
    subject,
    question,
    consent: token,
    commands: commandsOfApprovals(approvals),
    ...(args && { arguments: args }),
  };
}
