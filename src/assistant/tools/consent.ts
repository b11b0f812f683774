import type { Approval as AskedFor, Consent } from "../../automation/index.ts";
import { commandsAsked, wantsYes } from "./plans.ts";
import type { Approval, ToolContext } from "./tool.ts";

/** Whether the person has said yes to exactly this. */
export function hasYes(
  { consent, approved }: ToolContext,
  { token }: Consent,
  approvals: readonly AskedFor[],
): boolean {
  if (consent !== undefined) return consent === token;
  // An older version stored only the commands and no token.
  return approved !== undefined && approvals.length > 0 && !wantsYes(approvals, approved);
}

/** The question for a yes to a call. */
export function approvalFor(
  subject: string,
  { question, token }: Consent,
  approvals: readonly AskedFor[],
  args?: Readonly<Record<string, unknown>>,
): Approval {
  return { subject, question, consent: token, commands: commandsAsked(approvals), ...(args && { arguments: args }) };
}
