import { createTools, type ToolContext, type ToolResult } from "../../src/assistant/tools/index.ts";
import type { Language } from "../../src/language/index.ts";
import { prompts, simulatedHome } from "./assistant.ts";
import { startPlanner } from "./assistant-planner.ts";

/** A home with a planner and all tools, which are called without a model. */
export async function toolHome() {
  const simulated = simulatedHome();
  const { planner, stop, time } = await startPlanner(simulated.home, simulated.clock.now());
  const tools = createTools(simulated.home, prompts, { planner });
  const run = async (
    name: string,
    args: unknown,
    language: Language = "en",
    over: Partial<ToolContext> = {},
  ): Promise<ToolResult> => {
    const tool = tools.find((each) => each.name === name);
    if (!tool) throw new Error(`no tool ${name}`);
    const signal = new AbortController().signal;
    const context = { origin: { kind: "mcp" as const }, language, room: null, now: time.now(), signal };
    return await tool.prepare(args).run({ ...context, ...over });
  };
  /** Calls a tool, and again with the yes that it asks for. */
  const agreed = async (name: string, args: unknown, language: Language = "en"): Promise<ToolResult> => {
    const { approval } = await run(name, args, language);
    if (!approval) throw new Error(`${name} asked nothing`);
    return await run(name, approval.arguments ?? args, language, { consent: approval.consent });
  };
  return { ...simulated, planner, tools, time, run, agreed, stop };
}
