import { type Clock, type Home, JiaError, type Outcome } from "../../home/index.ts";
import type { LocalAnswers, LocalRequest } from "../contract.ts";
import type { Tool, ToolResult } from "../tools/index.ts";
import type { Mentions } from "../wishes/mentions.ts";
import type { ConfirmationItem, HeldCall } from "./items.ts";

/** What answers to open items are settled with. */
export interface SettleContext {
  readonly home: Home;
  readonly clock: Clock;
  readonly local: LocalAnswers;
  /** The tools of the model, which run held calls. */
  readonly tools: readonly Tool[];
  /** Called with unexpected errors, for the log. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Runs exactly the commands that were asked about. After a restart the home does not hold them any more.
 * @param without devices that the yes leaves out
 */
export async function runHeldCommands(
  { confirmation, commands: asked }: Extract<ConfirmationItem, { kind: "commands" }>,
  without: readonly string[],
  { origin, signal }: LocalRequest,
  home: Home,
): Promise<readonly Outcome[]> {
  const commands = asked.filter(({ device }) => !without.includes(device));
  try {
    if (commands.length === asked.length) return (await home.confirm(confirmation, origin, { signal })).outcomes;
  } catch (error) {
    if (!(error instanceof JiaError) || error.code !== "unknown-confirmation") throw error;
  }
  // Withdrawn, so that nobody who has its id can run the left-out commands.
  home.withdraw(confirmation);
  const { outcomes, confirmation: anew } = await home.execute(commands, origin, { signal });
  if (!anew) return outcomes;
  const others = outcomes.filter(({ status }) => status !== "needs-confirmation");
  return [...others, ...(await home.confirm(anew.id, origin, { signal })).outcomes];
}

/**
 * Runs a held call of a tool.
 * @param asked the approved item; null for a dependent call
 * @param named what counts as named by the person
 * @returns null where there is no such tool any more
 */
export async function runHeldCall(
  call: HeldCall,
  asked: Extract<ConfirmationItem, { kind: "call" }> | null,
  { origin, signal, room, language }: LocalRequest,
  { tools, clock }: SettleContext,
  named?: Mentions,
): Promise<ToolResult | null> {
  const tool = tools.find(({ name }) => name === call.tool);
  if (!tool) return null;
  return await tool.prepare(call.arguments).run({
    origin,
    language,
    room,
    now: clock.now(),
    signal,
    ...(named && { named }),
    ...approvalOf(call, asked),
  });
}

/** The approval of a call: its own, or that of the item that it depended on. */
function approvalOf(
  call: HeldCall,
  asked: ConfirmationItem | null,
): { approved?: HeldCall["approves"]; consent?: string } {
  if (call.consent !== undefined) return { approved: call.approves, consent: call.consent };
  return asked ? { approved: call.approves } : {};
}
