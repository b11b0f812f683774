import { asksFirst, type Command, type Home, type Origin } from "../../home/index.ts";
import type { Approval } from "../port.ts";

/** Nobody has said yes yet. */
export const UNAPPROVED: Origin = { kind: "schedule", id: "check", approved: false };

/** Which commands the policy wants a yes for: asked when they are saved, because nobody may be there when they run. */
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
