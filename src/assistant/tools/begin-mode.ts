import { message, messages, nameIn, textOf } from "../../language/index.ts";
import { type Mode, type Modes, reportText } from "../../people/modes/index.ts";
import { saysName } from "../wishes/mentions.ts";
import type { ToolApproval, ToolContext, ToolResult } from "./tool.ts";

/** The part of the modes that tools use. */
export type ModeTool = Pick<Modes, "named" | "begin">;

/**
 * Begins a mode of the home when the person's own words name it or the person has said yes; otherwise asks.
 * @throws JiaError as `Modes.begin`
 */
export async function beginMode(mode: Mode, modes: ModeTool, context: ToolContext): Promise<ToolResult> {
  const { origin, language, signal, named, consent } = context;
  const token = `mode ${mode.id}`;
  const wished =
    named?.wishes.plain === true && [mode.name, mode.id, ...mode.aliases].some((name) => saysName(named.text, name));
  if (consent !== token && !wished)
    return { content: {}, outcomes: [], failures: [], approval: asked(mode, token, context) };
  const report = await modes.begin(mode.id, { origin, signal });
  const told = reportText(report, language);
  return { content: { mode: mode.id, told }, outcomes: report.outcomes, failures: [], sentence: told };
}

function asked(mode: Mode, consent: string, { language }: ToolContext): ToolApproval {
  const name = messages(language).modes.called({ name: nameIn(language, mode) });
  const question = textOf(message("modes.ask", { name }), language);
  return { subject: name, question, commands: [], consent, arguments: { scene: mode.id } };
}
