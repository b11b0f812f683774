/** The assistant's tools, used for clients of MCP. */
import { outcomeSentences, questionFor, type ToolResult } from "../../assistant/index.ts";
import { type Command, homeMessage, JiaError, type Outcome, succeeded } from "../../home/index.ts";
import type { PlainObject } from "./portable-schema.ts";
import type { McpCall, McpResult, Question } from "./tool.ts";

type Given = Readonly<Record<string, unknown>>;

/** What a yes adds to the context of a call. */
interface Consent {
  readonly approved?: readonly Command[];
  readonly consent?: string;
}

/**
 * Runs a tool of the assistant.
 * @throws JiaError `unknown-tool` where this Jia has no such part, and whatever the tool throws
 */
export async function runTool(name: string, given: Given, call: McpCall, yes: Consent = {}): Promise<ToolResult> {
  const tool = call.view.tools.get(name);
  if (!tool) throw new JiaError("unknown-tool", { name, known: [...call.view.tools.keys()].join(", ") });
  const { origin, language, room, now, signal } = call;
  return await tool.prepare(given).run({ origin, language, room, now, signal, ...yes });
}

/** The answer of a tool that only reads. */
export async function readWith(name: string, given: Given, call: McpCall): Promise<McpResult> {
  const { content } = await runTool(name, given, call);
  return { data: fieldsOf(content) };
}

/** The answer of a tool that changes something, with the question where a yes is needed. */
export async function writeWith(name: string, given: Given, call: McpCall, yes: Consent = {}): Promise<McpResult> {
  const result = await runTool(name, given, call, yes);
  const { content, outcomes, failures, sentence, approval } = result;
  const question = questionOf(result, call, (agreed, later) =>
    writeWith(name, approval?.arguments ?? given, later, agreed),
  );
  const told = sentence ?? outcomesTold(outcomes, call);
  return {
    data: { ...fieldsOf(content), ...(told !== "" && { told }) },
    ...(question ? { question } : { failed: isFailure(outcomes, failures) }),
  };
}

/** The outcomes in a sentence for a person, without those that wait. */
export function outcomesTold(outcomes: readonly Outcome[], { view, language }: McpCall): string {
  const over = outcomes.filter(
    ({ device, status }) => status !== "needs-confirmation" && view.home.device(device) !== undefined,
  );
  return over.length === 0 ? "" : outcomeSentences(view.home, over, language);
}

/** Whether nothing of a call was done. */
export function isFailure(outcomes: readonly Outcome[], failures: readonly string[] = []): boolean {
  return outcomes.length + failures.length > 0 && !outcomes.some(succeeded);
}

/** The fields of an answer that is plain data. */
export function fieldsOf(content: unknown): PlainObject {
  return typeof content === "object" && content !== null && !Array.isArray(content) ? { ...content } : { content };
}

function questionOf(
  { confirmation, approval }: ToolResult,
  call: McpCall,
  again: (agreed: Consent, later: McpCall) => Promise<McpResult>,
): Question | undefined {
  const { view, language } = call;
  if (confirmation) {
    return {
      text: questionFor(view.home, confirmation, language),
      yes: async (later) => {
        const { outcomes } = await view.door.confirm(confirmation.id, later.origin, { signal: later.signal });
        return outcomesResult(outcomes, later);
      },
      no: () => {
        view.door.withdraw(confirmation.id);
        return undefined;
      },
    };
  }
  if (!approval) return undefined;
  const { commands, consent, question } = approval;
  refuseForbidden(commands, call);
  return { text: question, yes: (later) => again({ approved: commands, consent }, later) };
}

/** The answer that has only outcomes. */
export function outcomesResult(outcomes: readonly Outcome[], call: McpCall): McpResult {
  const shown = outcomes.flatMap((outcome) => {
    const device = call.view.home.device(outcome.device);
    if (!device) return [];
    const target =
      "property" in outcome ? { property: outcome.property, value: outcome.value } : { action: outcome.action };
    return [{ device: device.handle, ...target, status: outcome.status }];
  });
  const told = outcomesTold(outcomes, call);
  return { data: { outcomes: shown, ...(told !== "" && { told }) }, failed: isFailure(outcomes) };
}

/**
 * Refuses what a yes given here cannot allow: a yes to a plan would otherwise stand for a PIN.
 * @throws JiaError `denied`
 */
export function refuseForbidden(commands: readonly Command[], { view, origin }: McpCall): void {
  for (const { verdict } of view.home.assess(commands, origin)) {
    if (verdict.decision === "pin") throw new JiaError("denied", { detail: homeMessage("pinByPerson", {}) });
    if (verdict.decision === "deny") throw new JiaError("denied", { detail: verdict.rule?.why ?? "" });
  }
}
