import { asksFirst, type Command, type Home, type Origin } from "../../home/index.ts";
import type { Approval } from "../port.ts";

/** The origin of a check: a schedule without a yes. */
export const UNAPPROVED: Origin = { kind: "schedule", id: "check", approved: false };

/**
 * The commands for which the policy wants a yes. It is asked for when they are saved, because nobody may be there
 * when they run.
 */
export function approvalsFor(commands: readonly Command[], home: Home): Approval[] {
  const approvals: Approval[] = [];
  for (const { command, verdict } of home.assess(commands, UNAPPROVED)) {
    if (!asksFirst(verdict.decision) || !verdict.rule) continue;
    const what =
      command.kind === "invoke"
        ? command.action
        : command.properties.map(({ address, value }) => `${address} = ${value}`).join(", ");
    if (approvals.some((known) => known.device === command.device && known.what === what)) continue;
    approvals.push({ device: command.device, command, what, why: verdict.rule.why ?? "" });
  }
  return approvals;
}
